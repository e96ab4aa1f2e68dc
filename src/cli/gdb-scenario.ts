import { type ImageSection, writeImage } from "../assembler/index.js";
import { type Debugger, machineTarget } from "../debug/index.js";
import type { Board, PlacedCode } from "../scenarios/index.js";
import type { GdbDoor } from "./gdb-door.js";

/** A debugger on a scenario's board, with the symbols of its code where each part runs: EL2's at HYP addresses. */
export function debugBoard(door: GdbDoor, board: Board, scenario: string): Debugger {
  return door.attach(machineTarget([board.machine]), scenario, writeImage(boardSections(board)));
}

function boardSections({ code, map, model }: Board): ImageSection[] {
  const asItRuns = (name: string, { base, bytes, symbols }: PlacedCode): ImageSection => ({
    name,
    address: base,
    bytes,
    symbols,
  });
  const { name } = model.worldSwitch.section;
  const { base, bytes, symbols } = code.hypervisor;
  return [
    {
      name,
      address: map.hyp(base),
      bytes,
      symbols: new Map([...symbols].map(([symbol, address]) => [symbol, map.hyp(address)])),
    },
    asItRuns(".host.text", code.host),
    asItRuns(".guest.text", code.guest),
  ];
}
