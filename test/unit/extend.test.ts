import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { lint } from "../../src/lint/index.js";
import { loadModel } from "../../src/model/load.js";
import { resolveModel } from "../../src/model/resolve.js";
import {
  type Bodies,
  extended,
  modelOfExtended,
  overlay,
  places,
  resolveExtended,
} from "./extend-fixture.js";

const registers = (list: string): Bodies => ({ "sysreg-order.json": `"registers": [\n${list}\n]` });
const names = (bodies: Bodies): string[] => modelOfExtended(bodies).sysregOrder.slots.map(({ name }) => name);
const found = (bodies: Bodies): string[] => places(resolveExtended(bodies).diagnostics);
const seedNames = modelOfExtended({}).sysregOrder.slots.map(({ name }) => name);

describe("an addition", () => {
  test("without a place goes to the end of the list", () => {
    expect(names(registers('{ "name": "PAR_EL1", "groups": ["sysregs"] }'))).toEqual([
      ...seedNames,
      "PAR_EL1",
    ]);
  });

  test("goes directly after the item that it names, and what follows moves", () => {
    const model = modelOfExtended(
      registers('{ "name": "PAR_EL1", "groups": ["sysregs"], "after": "CSSELR_EL1" }'),
    );
    expect(model.sysregOrder.slots.map(({ name, index }) => `${index} ${name}`).slice(0, 4)).toEqual([
      "1 MPIDR_EL1",
      "2 CSSELR_EL1",
      "3 PAR_EL1",
      "4 SCTLR_EL1",
    ]);
    expect(model.sysregOrder.slots[2]?.at).toEqual({
      file: "top/sysreg-order.json",
      line: 4,
      column: 11,
      length: 9,
    });
    expect(model.sysregOrder.slots[3]?.at.file).toBe("schema/kvm-arm64-v3/sysreg-order.json");
  });

  test("after null goes to the beginning", () => {
    expect(names(registers('{ "name": "PAR_EL1", "groups": ["sysregs"], "after": null }'))[0]).toBe(
      "PAR_EL1",
    );
  });

  test("can come after one that the same overlay adds", () => {
    const list =
      '{ "name": "PAR_EL1", "groups": ["sysregs"] },\n{ "name": "MDSCR_EL1", "groups": ["sysregs"], "after": "PAR_EL1" }';
    expect(names(registers(list)).slice(-2)).toEqual(["PAR_EL1", "MDSCR_EL1"]);
  });

  test("of what is there is an error at its name, with the place of the other", () => {
    expect(found(registers('{ "name": "TCR_EL1", "groups": ["others"] }'))).toEqual([
      "top/sysreg-order.json:4:11 WS121 TCR_EL1 is there already",
      "  kvm-arm64-v3/sysreg-order.json:14 it is here",
    ]);
  });

  test("of what is there word for word has no effect, as when the other layout has got it since", () => {
    const text = registers('{ "name": "TCR_EL1", "groups": ["sysregs"] }');
    expect(found(text)).toEqual([
      "top/sysreg-order.json:4:1 WS125 TCR_EL1 is there already, and says the same",
      "  kvm-arm64-v3/sysreg-order.json:14 what is extended says so here",
    ]);
    const result = resolveExtended(text);
    expect(result.ok && result.value.sysregOrder.slots.length).toBe(20);
  });

  test("after what is not there is an error with the nearest name", () => {
    const result = resolveExtended(
      registers('{ "name": "PAR_EL1", "groups": ["sysregs"], "after": "CSELR_EL1" }'),
    );
    expect(places(result.diagnostics)).toEqual([
      "top/sysreg-order.json:4:54 WS120 the list has no CSELR_EL1",
      "  kvm-arm64-v3/sysreg-order.json:6 the list that is extended",
    ]);
    expect(result.diagnostics[0]?.hint).toBe("did you mean CSSELR_EL1?");
  });

  test("that the schema refuses is reported where it is written", () => {
    expect(found(registers('{ "name": "PAR_EL1", "group": ["sysregs"] }'))).toEqual([
      'top/sysreg-order.json:4:22 WS101 unknown property "group"',
    ]);
  });
});

describe("a change", () => {
  test("says only what differs, and stands at its own line", () => {
    const { fault } = modelOfExtended({
      "world-switch.json": '"fault": [\n{ "change": "ESR_EL2", "width": 32, "waive": null }\n]',
    }).worldSwitch;
    expect(fault.map(({ register, widthBits }) => `${register.name} ${widthBits}`)).toEqual([
      "ESR_EL2 32",
      "FAR_EL2 64",
      "HPFAR_EL2 64",
    ]);
    expect(fault[0]?.place.path).toBe("arch.fault.esr_el2");
    expect(fault[0]?.waivers).toEqual([]);
    expect(fault[0]?.at).toMatchObject({ file: "top/world-switch.json", line: 4, column: 13 });
  });

  test("goes down into the lists of what it changes", () => {
    const model = modelOfExtended({
      "vcpu-context.json":
        '"structs": [\n{ "change": "kvm_vcpu_fault_info", "members": [\n{ "name": "disr_el1", "type": "u64", "after": "esr_el2" } ] } ]',
    });
    const members = model.structs.find(({ name }) => name === "kvm_vcpu_fault_info")?.members ?? [];
    expect(members.map(({ name, offsetBytes }) => `${offsetBytes} ${name}`)).toEqual([
      "0 esr_el2",
      "8 disr_el1",
      "16 far_el2",
      "24 hpfar_el2",
    ]);
  });

  test("with after moves the item", () => {
    const order = names(registers('{ "change": "SCTLR_EL1", "after": "TCR_EL1" }'));
    expect(order.slice(2, 8)).toEqual([
      "ACTLR_EL1",
      "CPACR_EL1",
      "TTBR0_EL1",
      "TTBR1_EL1",
      "TCR_EL1",
      "SCTLR_EL1",
    ]);
  });

  test("may give another name", () => {
    const model = modelOfExtended({
      "constants.json": '"constants": [\n{ "change": "FSC_PERM", "name": "FSC_PERMISSION" }\n]',
    });
    expect(model.constants.map(({ name }) => name)).toContain("FSC_PERMISSION");
    expect(model.constants.map(({ name }) => name)).not.toContain("FSC_PERM");
  });

  test("names a vector by where it is from and its kind", () => {
    const { vectors } = modelOfExtended({
      "world-switch.json": '"vectors": [\n{ "change": "64-bit EL1 fiq", "handler": "irq" }\n]',
    }).worldSwitch;
    expect(vectors[10]).toMatchObject({ from: "64-bit EL1", kind: "fiq", handler: "irq" });
    expect(vectors.filter(({ handler }) => handler === "irq")).toHaveLength(3);
  });

  test("merges objects, and takes their other properties as they are", () => {
    const { abort } = modelOfExtended({
      "world-switch.json": '"abort": {\n"failed": { "bit": null, "waive": null } }',
    }).worldSwitch;
    expect(abort.failed).toMatchObject({ field: "F", bit: 0, waivers: [] });
    expect(abort.operation).toBe("S1E1R");
    expect(abort.clobbers[0]?.waivers).toHaveLength(1);
  });

  test("replaces lists whose items have no names as a whole", () => {
    const model = modelOfExtended({ "world-switch.json": '"panic": { "registers": ["ESR_EL2"] }' });
    expect(model.worldSwitch.panic.registers.map(({ name }) => name)).toEqual(["ESR_EL2"]);
  });

  test("of what is not there is an error at its name", () => {
    expect(found({ "world-switch.json": '"fault": [\n{ "change": "ESR_EL1", "width": 32 }\n]' })).toEqual([
      "top/world-switch.json:4:13 WS120 the list has no ESR_EL1",
      "  kvm-arm64-v3/world-switch.json:260 the list that is extended",
    ]);
  });

  test("that is wrong is reported where it is written, with the place of what it changes", () => {
    expect(
      found({ "constants.json": '"constants": [\n{ "change": "HCR_RW", "value": "mask(HCR_EL2.RX)" }\n]' }),
    ).toEqual(["top/constants.json:4:33 WS206 HCR_EL2 has no field RX"]);
    expect(found({ "layout.json": '"name": "top",\n"vcpu": "kvm_cpu"' })).toEqual([
      "top/layout.json:4:9 WS210 no struct is called kvm_cpu",
      "  kvm-arm64-v3/layout.json:7 what is extended says this",
    ]);
    expect(found(registers('{ "change": "TCR_EL1", "via": "ESR_EL9" }'))).toEqual([
      "top/sysreg-order.json:4:31 WS205 no system register is called ESR_EL9",
    ]);
  });
});

describe("a removal", () => {
  test("takes an item out of a list, and what follows moves", () => {
    expect(names(registers('{ "remove": "CSSELR_EL1" }'))).toEqual(
      seedNames.filter((n) => n !== "CSSELR_EL1"),
    );
  });

  test("makes what still needs the item an error at the place that needs it", () => {
    expect(found({ "constants.json": '"constants": [\n{ "remove": "VA_BITS" }\n]' })).toContain(
      "kvm-arm64-v3/constants.json:7:55 WS201 no constant is called VA_BITS",
    );
  });

  test("of what is not there is an error", () => {
    expect(found(registers('{ "remove": "PAR_EL1" }'))[0]).toBe(
      "top/sysreg-order.json:4:13 WS120 the list has no PAR_EL1",
    );
  });

  test("of a property that is not there, and of one that must be, are errors", () => {
    expect(
      found({ "world-switch.json": '"abort": {\n"result": null,\n"failed": { "bits": null } }' }),
    ).toEqual([
      'top/world-switch.json:4:11 WS123 "result" cannot be taken away: it must always be there',
      "  kvm-arm64-v3/world-switch.json:272 what is extended has it here",
      'top/world-switch.json:5:13 WS120 there is no "bits" to take away',
      "  kvm-arm64-v3/world-switch.json:273 what is extended",
    ]);
  });
});

describe("an item that is none of the three", () => {
  test.each([
    ['"PAR_EL1"', 1, "this is neither an addition, a change nor a removal"],
    ['{ "remove": "TCR_EL1", "groups": [] }', 24, 'a removal has nothing but "remove"'],
    ['{ "remove": "TCR_EL1", "change": "TCR_EL1" }', 24, 'a removal has nothing but "remove"'],
    ['{ "remove": 3 }', 13, '"remove" is no name'],
    ['{ "change": null }', 13, '"change" is no name'],
    ['{ "change": "TCR_EL1", "after": 3 }', 33, '"after" is neither a name nor null, the beginning'],
  ])("%s", (item, column, message) => {
    expect(found(registers(item))).toEqual([`top/sysreg-order.json:4:${column} WS122 ${message}`]);
  });

  test("nor are operations of a layout that extends nothing", () => {
    const sources = extended();
    const { file, text } = sources.documents["sysreg-order.json"];
    const changed = text.replace('{ "name": "SCTLR_EL1"', '{ "remove": "X" },\n{ "name": "SCTLR_EL1"');
    const documents = { ...sources.documents, "sysreg-order.json": { file, text: changed } };
    expect(places(resolveModel({ ...sources, documents }).diagnostics).join("\n")).toMatch(
      /sysreg-order.json:9:7 WS101 unknown property "remove"/,
    );
  });
});

describe("an overlay without effect is a warning", () => {
  test.each<[string, Bodies, string]>([
    [
      "a document",
      { "constants.json": '"constants": []' },
      "constants.json:3:14 WS125 the list changes nothing of what is extended",
    ],
    [
      "a change that says nothing",
      registers('{ "change": "TCR_EL1" }'),
      "sysreg-order.json:4:13 WS125 the change of TCR_EL1 says nothing that differs",
    ],
    [
      "a change to what is so",
      { "world-switch.json": '"fault": [\n{ "change": "ESR_EL2", "width": 64 } ]' },
      'world-switch.json:4:33 WS125 "width" is what it is without this',
    ],
    [
      "a move to where the item is",
      registers('{ "change": "TCR_EL1", "after": "TTBR1_EL1" }'),
      "sysreg-order.json:4:33 WS125 TCR_EL1 is in this place without this",
    ],
    [
      "a property",
      { "layout.json": '"name": "top",\n"vcpu": "kvm_vcpu"' },
      'layout.json:4:9 WS125 "vcpu" is what it is without this',
    ],
  ])("%s", (_, bodies, message) => {
    const result = resolveExtended(bodies);
    expect(result.ok).toBe(true);
    expect(places(result.diagnostics)[0]).toBe(`top/${message}`);
    expect(result.diagnostics[0]?.severity).toBe("warning");
  });

  test("and so is a document that says nothing at all", () => {
    const text = '{ "$schema": "../language/overlay/constants.schema.json" }';
    const top = { ...overlay("top", {}), "constants.json": { file: "top/constants.json", text } };
    expect(places(resolveModel(extended(top)).diagnostics)).toEqual([
      "top/constants.json:1:1 WS125 the document changes nothing of what is extended",
    ]);
  });
});

describe("layouts on top of each other", () => {
  test("are merged from the root on", () => {
    const middle = overlay("middle", registers('{ "name": "PAR_EL1", "groups": ["sysregs"] }'));
    const top = overlay(
      "top",
      registers('{ "change": "PAR_EL1", "after": "TCR_EL1" },\n{ "remove": "CNTKCTL_EL1" }'),
    );
    const result = resolveModel(extended(middle, top));
    expect(places(result.diagnostics)).toEqual([]);
    const order = result.ok ? result.value.sysregOrder.slots.map(({ name }) => name) : [];
    expect(order.indexOf("PAR_EL1")).toBe(order.indexOf("TCR_EL1") + 1);
    expect(order).not.toContain("CNTKCTL_EL1");
    expect(result.ok && result.value.documents.map(({ file }) => file)).toEqual([
      ...["layout", "constants", "vcpu-context", "sysreg-order", "asm-offsets", "world-switch"].map(
        (name) => `../kvm-arm64-v3/${name}.json`,
      ),
      "../middle/layout.json",
      "../middle/sysreg-order.json",
      "layout.json",
      "sysreg-order.json",
    ]);
  });

  test("are each held to the schemas: what the top mends is still an error below", () => {
    const middle = overlay("middle", registers('{ "name": "PAR_EL1" }'));
    const top = overlay("top", registers('{ "change": "PAR_EL1", "groups": ["sysregs"] }'));
    expect(places(resolveModel(extended(middle, top)).diagnostics)).toEqual([
      'middle/sysreg-order.json:4:1 WS102 property "groups" is missing',
    ]);
  });

  test("need a name each", () => {
    expect(found({ "layout.json": '"title": "x"' })).toEqual([
      "top/layout.json:1:67 WS132 the layout has no name of its own: kvm-arm64-v3 is that of what it extends, whose output it would replace",
      "  kvm-arm64-v3/layout.json:3 the name is given here",
    ]);
    expect(found({ "layout.json": '"name": "kvm-arm64-v3"' }).join("\n")).toMatch(
      /^top\/layout.json:3:9 WS132/m,
    );
  });

  test("give the same model twice, and leave the texts as they are", () => {
    const sources = extended(overlay("top", registers('{ "remove": "TCR_EL1" }')));
    const before = JSON.stringify(sources.overlays);
    expect(resolveModel(sources)).toEqual(resolveModel(sources));
    expect(JSON.stringify(sources.overlays)).toBe(before);
  });
});

describe("the mended layout", () => {
  const loaded = loadModel("schema/kvm-arm64");
  if (!loaded.ok) throw new Error(places(loaded.diagnostics).join("\n"));
  const model = loaded.value;

  test("has no finding and no waiver", () => {
    expect(loaded.diagnostics).toEqual([]);
    expect(lint(model)).toEqual([]);
    const { fault, abort, flush, groups, routines, traps } = model.worldSwitch;
    const all = [...fault, abort.failed, flush, ...abort.clobbers, ...groups, ...routines, ...traps];
    expect(all.flatMap(({ waivers = [] }) => waivers)).toEqual([]);
    expect([...model.sysregOrder.slots, ...model.asmOffsets].flatMap(({ waivers }) => waivers)).toEqual([]);
  });

  test("differs from the posted one in the four defects alone", () => {
    const seed = loadModel("schema/kvm-arm64-v3");
    if (!seed.ok) throw new Error("the posted layout has errors");
    const { slots } = model.sysregOrder;
    expect(slots.map(({ name }) => name)).toEqual([...seedNames, "PAR_EL1"]);
    expect(model.worldSwitch.fault.map(({ widthBits }) => widthBits)).toEqual([32, 64, 64]);
    expect(model.worldSwitch.abort.failed.bit).toBe(0);
    expect(model.worldSwitch.flush.ipaShift).toBe(12);
    expect(
      model.constants
        .filter(({ name, value }) => !seed.value.constants.some((c) => c.name === name && c.value === value))
        .map(({ name }) => name),
    ).toEqual(["NR_SYS_REGS"]);
    expect(model.asmOffsets.map(({ symbol }) => symbol)).toEqual(
      seed.value.asmOffsets.map(({ symbol }) => symbol),
    );
    expect(model.worldSwitch.routines.map(({ steps }) => steps.length)).toEqual(
      seed.value.worldSwitch.routines.map(({ steps }) => steps.length),
    );
  });
});

describe("the schemas for editors", () => {
  const folder = "schema/language/overlay";
  const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true, allErrors: true });
  ajv.addVocabulary(["x-key"]);
  const validate = (kind: string) => {
    const schema = JSON.parse(readFileSync(`${folder}/${kind}.schema.json`, "utf8"));
    return ajv.getSchema(schema.$id) ?? ajv.compile(schema);
  };
  const head = (kind: string) => ({ $schema: `../language/overlay/${kind}.schema.json` });

  test("accept the mended layout's documents", () => {
    for (const file of readdirSync("schema/kvm-arm64")) {
      const document = JSON.parse(readFileSync(`schema/kvm-arm64/${file}`, "utf8"));
      const accepts = validate(file.replace(".json", ""));
      expect(accepts(document), `${file}: ${JSON.stringify(accepts.errors)}`).toBe(true);
    }
  });

  test.each<[string, string, object, boolean]>([
    ["an addition", "sysreg-order", { registers: [{ name: "PAR_EL1", groups: [], after: null }] }, true],
    ["an addition with a property missing", "sysreg-order", { registers: [{ name: "PAR_EL1" }] }, false],
    ["a change", "structs", { structs: [{ change: "kvm", members: [{ remove: "arch" }] }] }, true],
    ["a change of an unknown property", "structs", { structs: [{ change: "kvm", member: [] }] }, false],
    ["a removal", "constants", { constants: [{ remove: "VA_BITS" }] }, true],
    ["a removal with more to it", "constants", { constants: [{ remove: "VA_BITS", value: "1" }] }, false],
    ["null for what may be absent", "world-switch", { abort: { failed: { bit: null } } }, true],
    ["null for what must be there", "world-switch", { abort: { failed: { field: null } } }, false],
  ])("take %s as the tool does", (_, kind, body, accepted) => {
    expect(validate(kind)({ ...head(kind), ...body })).toBe(accepted);
  });
});
