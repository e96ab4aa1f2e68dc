import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, describe, expect, it } from "vitest";
import { readElf64 } from "../../src/assembler/index.js";
import type { Model } from "../../src/model/types.js";
import { type Draft, infer } from "../../src/verify/index.js";
import { requireTool } from "../oracles/tools.js";
import { modelOf } from "../unit/layout-fixture.js";
import { mendedModel } from "../unit/verify-mended.js";
import { printedAssembly } from "../unit/verify-seed.js";

const gcc = requireTool("aarch64-linux-gnu-gcc");

/** All transfers of a layout as text, in slot order. */
const slotsOf = (model: Model): string[] =>
  model.worldSwitch.groups
    .flatMap(({ transfers }) => transfers)
    .sort((a, b) => a.place.offsetBytes - b.place.offsetBytes)
    .map(({ register, place }) => `${register} ${place.offsetBytes} ${place.widthBytes}`);

const draftedSlots = ({ groups }: Draft): string[] =>
  groups
    .flatMap(({ transfers }) => transfers)
    .map(({ register, offsetBytes, widthBytes }) => `${register} ${offsetBytes} ${widthBytes}`);

describe.runIf(gcc)("a draft from an object of GNU as", () => {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-infer-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function draftOf(source: string, model: Model, ...defines: string[]): Draft {
    execFileSync(gcc ?? "", ["-c", source, "-o", "hyp.o", ...defines], { cwd: folder });
    const object = readElf64(readFileSync(join(folder, "hyp.o")));
    if (!object.ok) throw new Error(JSON.stringify(object.diagnostics));
    const draft = infer(model, object.value);
    if (!draft.ok) throw new Error(JSON.stringify(draft.diagnostics));
    return draft.value;
  }

  it("of the seed's hyp.S has the layout's 20 registers in order, each slot, and the groups unbroken", async () => {
    const seed = modelOf();
    for (const [name, text] of await printedAssembly(seed)) writeFileSync(join(folder, name), text);
    // The layout is given without its order, so that the answer cannot come from there.
    const other = { ...seed, sysregOrder: { ...seed.sysregOrder, slots: [] } };
    const draft = draftOf("hyp.S", other);
    expect(draft.registers).toHaveLength(20);
    expect(draft.registers).toEqual(
      seed.sysregOrder.slots.map(({ name, sysreg, via, groups }) => ({
        ...{ name, groups },
        ...(via.name === sysreg.name ? {} : { via: via.name }),
      })),
    );
    expect(draftedSlots(draft)).toEqual(slotsOf(seed));
    for (const { name, transfers } of seed.worldSwitch.groups) {
      const home = draft.groups.filter((group) =>
        group.transfers.some(({ register }) => transfers.some((t) => t.register === register)),
      );
      expect(home, name).toHaveLength(1);
    }
    const ofBoth = { saved: ["host", "guest"], restored: ["host", "guest"] };
    const ofGuest = { saved: ["guest"], restored: ["guest"] };
    expect(draft.groups.map(({ transfers }) => [transfers[0]?.register, transfers.at(-1)?.register])).toEqual(
      [
        ["X0", "X18"],
        ["X19", "X30"],
        ["SP_EL0", "SPSR_EL1"],
        ["Q0", "FPCR"],
        ["MPIDR_EL1", "CNTKCTL_EL1"],
      ],
    );
    for (const [i, { transfers }] of draft.groups.entries())
      for (const transfer of transfers) expect(transfer).toMatchObject(i === 0 ? ofGuest : ofBoth);
  });

  const switchSource = fileURLToPath(new URL("verify/switch.S", import.meta.url));

  it("of a switch written by hand has the slots of the layout that it was written for", () => {
    const mended = mendedModel();
    expect(draftedSlots(draftOf(switchSource, mended, "-DRIGHT_SYSREG_PAIRS"))).toEqual(slotsOf(mended));
  });

  it("says which way a register is not moved", () => {
    const draft = draftOf(switchSource, mendedModel(), "-DWRONG_MAIR_NOT_RESTORED");
    const mair = draft.groups.flatMap((g) => g.transfers).find((t) => t.register === "MAIR_EL1");
    expect(mair).toMatchObject({ saved: ["host", "guest"], restored: [] });
  });
});
