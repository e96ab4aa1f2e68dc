import type { Model, Transfer } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";
import { allTransfers } from "./switched.js";
import { type Move, movesOf, walkSwitch } from "./walk.js";

/**
 * A register is switched once each way, and its slot is its own.
 * Behind it: an index used for another width, which wrote CSSELR into ACTLR's slot.
 */
export const rule: Rule = {
  code: "WS309",
  name: "switched-twice",
  severity: "error",
  why: "the second save overwrites the first with a value that may be another's by then",
  check: (model) => [
    ...overlaps(model),
    ...registers(model),
    ...repeatedMoves(model),
    ...repeatedGlue(model),
  ],
};

function overlaps(model: Model): Finding[] {
  const byOffset = allTransfers(model)
    .map(({ transfer }) => transfer)
    .toSorted((a, b) => a.place.offsetBytes - b.place.offsetBytes);
  const found: Finding[] = [];
  let widest: Transfer | undefined;
  for (const transfer of byOffset) {
    if (
      widest !== undefined &&
      widest.register !== transfer.register &&
      end(widest) > transfer.place.offsetBytes
    ) {
      const [first, second] = inDocumentOrder(widest, transfer);
      found.push({
        at: second.at,
        message: `${second.register} at ${bytes(second)} shares memory with ${first.register} at ${bytes(first)}`,
        related: [{ at: first.at, message: `${first.register} goes to ${first.place.path}` }],
      });
    }
    if (widest === undefined || end(transfer) > end(widest)) widest = transfer;
  }
  return found;
}

/** One register in two groups that the same way switches for the same side. */
function registers(model: Model): Finding[] {
  const found: Finding[] = [];
  for (const way of ["entry", "exit"] as const) {
    for (const side of ["host", "guest"] as const) {
      const groups = new Set(
        movesOf(model, way, side)
          .filter((m) => m.kind !== "anchor")
          .map((m) => m.group),
      );
      twice(
        [...groups].flatMap((group) => group.transfers),
        found,
      );
    }
  }
  return found;
}

function twice(transfers: readonly Transfer[], found: Finding[]): void {
  const seen = new Map<string, Transfer>();
  for (const transfer of transfers) {
    const first = seen.get(transfer.register);
    if (first === undefined) seen.set(transfer.register, transfer);
    else {
      found.push({
        at: transfer.at,
        message: `${transfer.register} is switched twice, through ${first.place.path} and ${transfer.place.path}`,
        related: [{ at: first.at, message: "first here" }],
        hint: "remove one",
      });
    }
  }
}

function repeatedMoves(model: Model): Finding[] {
  return (["entry", "exit"] as const).flatMap((way) =>
    (["host", "guest"] as const).flatMap((side) => {
      const first = new Map<string, Move>();
      return movesOf(model, way, side).flatMap((move) => {
        if (move.kind === "anchor") return [];
        const key = `${move.kind} ${move.group.name}`;
        const before = first.get(key);
        if (before === undefined) first.set(key, move);
        return before === undefined ? [] : [repeated(way, move, before, `${key}`)];
      });
    }),
  );
}

/** The step to remove: the innermost that differs from the first time. */
function repeated(way: string, again: Move, before: Move, what: string): Finding {
  const depth = again.trail.findIndex((stop, i) => {
    const other = before.trail[i];
    return other === undefined || other.at.line !== stop.at.line || other.at.column !== stop.at.column;
  });
  const at = again.trail[depth]?.at ?? again.at;
  return {
    at,
    message: `${what} happens twice on ${way}`,
    related: [{ at: before.trail[depth]?.at ?? before.at, message: "first here" }],
    hint: "remove one",
  };
}

/** Traps and the VM change once on each way. */
function repeatedGlue(model: Model): Finding[] {
  return (["entry", "exit"] as const).flatMap((way) => {
    const glue = walkSwitch(model, way).filter((e) => e.kind === "traps" || e.kind === "vm");
    return glue.flatMap((event, i) => {
      const before = glue.slice(0, i).find((e) => e.kind === event.kind);
      if (before === undefined) return [];
      return [
        {
          at: event.at,
          message: `${event.kind} are set twice on ${way}`.replace("vm are", "the VM is"),
          related: [{ at: before.at, message: "first here" }],
          hint: "remove one",
        },
      ];
    });
  });
}

function end(transfer: Transfer): number {
  return transfer.place.offsetBytes + transfer.place.widthBytes;
}

function bytes(transfer: Transfer): string {
  return `bytes ${transfer.place.offsetBytes} to ${end(transfer) - 1}`;
}

function inDocumentOrder(a: Transfer, b: Transfer): [Transfer, Transfer] {
  return a.at.line < b.at.line || (a.at.line === b.at.line && a.at.column < b.at.column) ? [a, b] : [b, a];
}
