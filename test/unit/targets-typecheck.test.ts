import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadModel } from "../../src/model/load.js";
import type { Constant, Member, Model, Struct } from "../../src/model/types.js";
import { targets } from "../../src/targets/index.js";
import { goldenModel } from "../golden/model.js";

const REPOSITORY = fileURLToPath(new URL("../../", import.meta.url));

/** What the compiler says about the layout's TypeScript under the repository's own strict settings; "" when nothing. */
async function complaints(model: Model, only: (name: string) => boolean): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-types-"));
  try {
    const ours = targets.filter((target) => target.directory === "ts" && only(target.name));
    const emitted = await Promise.all(ours.map((target) => target.emit(model)));
    for (const file of emitted.flatMap((result) => (result.ok ? result.value : []))) {
      mkdirSync(dirname(join(folder, file.path)), { recursive: true });
      writeFileSync(join(folder, file.path), file.text);
    }
    const config = {
      extends: join(REPOSITORY, "tsconfig.json"),
      compilerOptions: {
        types: [],
        paths: { "worldswitch/runtime": [join(REPOSITORY, "src/runtime/index.ts")] },
      },
      include: ["ts"],
      exclude: [],
    };
    writeFileSync(join(folder, "package.json"), `{ "type": "module" }`);
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    execFileSync(process.execPath, [join(REPOSITORY, "node_modules/typescript/bin/tsc"), "-p", folder]);
    return "";
  } catch (error) {
    return error instanceof Error && "stdout" in error ? String(error.stdout) : String(error);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe("generated TypeScript", () => {
  it("of kvm-arm64-v3 type-checks under the repository's settings", async () => {
    const model = loadModel("schema/kvm-arm64-v3");
    expect(model.diagnostics).toEqual([]);
    if (!model.ok) return;
    expect(await complaints(model.value, () => true)).toBe("");
  });

  it("type-checks when C's names mean something else in TypeScript", async () => {
    const [frame] = goldenModel.structs;
    if (frame === undefined) throw new Error("unreachable");
    const names = ["constructor", "constructor_", "class", "__proto__", "view", "get", "toString", "await"];
    const odd: Struct = {
      ...frame,
      name: "data_view",
      members: names.map(
        (name, i): Member => ({
          name,
          type: { kind: "scalar", scalar: "u8" },
          offsetBytes: i,
          sizeBytes: 1,
          alignBytes: 1,
          elementBytes: 1,
          at: frame.at,
        }),
      ),
    };
    const structs = [
      ...goldenModel.structs,
      odd,
      ...["dataView", "sysregs", "a__b", "a_b", "number", "_9"].map((name) => ({ ...frame, name })),
    ];
    const constants = ["default", "enum", "yield", "undefined"].map(
      (name): Constant => ({
        name,
        value: 1n,
        radix: 10,
        doc: "ends a comment: */ export const x = 1; /*",
        at: frame.at,
      }),
    );
    const slot = goldenModel.sysregOrder.slots[0];
    if (slot === undefined) throw new Error("unreachable");
    const sysreg = { ...slot.sysreg, title: 'a "quoted" \\ title\n*/', name: "__proto__" };
    const sysregOrder = {
      ...goldenModel.sysregOrder,
      slots: [
        ...goldenModel.sysregOrder.slots,
        { ...slot, index: 4, name: "__proto__", sysreg, via: sysreg },
      ],
    };
    const model = { ...goldenModel, structs, constants, sysregOrder };
    expect(await complaints(model, (name) => !name.includes("emulator"))).toBe("");
  });
});
