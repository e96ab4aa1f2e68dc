import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import {
  type CatalogueField,
  type CatalogueRegister,
  encodingName,
  faultsOfFields,
  maskOf,
  readCatalogue,
} from "./sysreg-catalogue.js";

const documents = readCatalogue();
const registers = documents.flatMap((document) => document.registers);
const byName = new Map(registers.map((register) => [register.name, register]));

/** Names of the registers for which fault gives a text, with that text. */
function faulty(fault: (register: CatalogueRegister) => string | undefined | false): string[] {
  return registers.flatMap((register) => {
    const text = fault(register);
    return text ? [`${register.name}: ${text}`] : [];
  });
}

describe("the check of fields", () => {
  const good: CatalogueField[] = [
    { bits: "3:2", name: "A" },
    { bits: "1", reserved: "RES0" },
    { bits: "0", name: "B" },
  ];

  test("accepts fields that descend from the top bit to bit 0", () => {
    expect(faultsOfFields(good, 4)).toEqual([]);
  });

  test.each([
    ["bit 0 is missing", good.slice(0, 2), "bit 0 and those below it belong to no field"],
    ["the top bit is missing", good.slice(1), "1 follows where bit 3 is due"],
    ["a bit between is missing", [good[0]!, good[2]!], "0 follows where bit 1 is due"],
    [
      "a bit is claimed twice",
      [good[0]!, { bits: "2:1", name: "C" }, good[2]!],
      "2:1 follows where bit 1 is due",
    ],
    ["a field ascends", [{ bits: "2:3", name: "A" }], "2:3 ascends"],
    ["a name comes twice", [good[0]!, { bits: "1:0", name: "A" }], "A twice"],
    ["a value does not fit", [{ bits: "3:0", name: "A", values: { "16": "too much" } }], "A cannot be 16"],
  ])("reports when %s", (_, fields, fault) => {
    expect(faultsOfFields(fields, 4)).toContain(fault);
  });
});

describe("the register catalogue", () => {
  test("has documents that their JSON Schema accepts", () => {
    const path = new URL("../../schema/language/sysregs.schema.json", import.meta.url);
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    const validate = ajv.compile(JSON.parse(readFileSync(path, "utf8")));
    const errors = documents.flatMap(({ file, ...document }) =>
      validate(document) ? [] : [`${file}: ${ajv.errorsText(validate.errors)}`],
    );
    expect(errors).toEqual([]);
  });

  test("names each file after its group", () => {
    expect(documents.map(({ file }) => file)).toEqual(documents.map(({ group }) => `${group}.json`));
  });

  test("names no register twice, whatever the case of the letters", () => {
    const names = registers.map(({ name }) => name.toLowerCase());
    expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
  });

  test("claims every bit of every register that has fields exactly once, from the top bit down", () => {
    const faults = faulty(({ fields, fieldsWhen = [], width }) =>
      [fields, ...fieldsWhen.map((division) => division.fields)]
        .flatMap((division) => (division === undefined ? [] : faultsOfFields(division, width)))
        .join("; "),
    );
    expect(faults).toEqual([]);
    expect(registers.filter(({ fields }) => fields !== undefined).length).toBeGreaterThan(200);
  });

  test("takes the fields of another register only from one that lists them itself, of the same width", () => {
    const faults = faulty(({ width, sameFieldsAs, fieldsWhen = [] }) =>
      [sameFieldsAs, ...fieldsWhen.map((division) => division.sameFieldsAs)]
        .filter((name) => name !== undefined)
        .filter((name) => byName.get(name)?.fields === undefined || byName.get(name)?.width !== width)
        .join(", "),
    );
    expect(faults).toEqual([]);
  });

  test("uses an encoding twice only where the later register says with which and why", () => {
    const first = new Map<string, CatalogueRegister>();
    const faults = faulty((register) => {
      const before = first.get(encodingName(register));
      first.set(encodingName(register), before ?? register);
      return before?.name !== register.sharesEncodingWith?.name && `shares with ${before?.name}`;
    });
    expect(faults).toEqual([]);
  });

  test("gives registers that share an encoding opposite directions, or makes one an alias of the other", () => {
    const faults = faulty((register) => {
      const { sharesEncodingWith: shares } = register;
      if (shares === undefined) return undefined;
      const other = byName.get(shares.name)!;
      if (shares.because === "renamed") return register.aliasOf !== other.name && "is no alias";
      const both = register.read !== undefined && other.read !== undefined;
      return (both || (register.write !== undefined && other.write !== undefined)) && "same direction";
    });
    expect(faults).toEqual([]);
  });

  test("gives an alias the width, fields, effects and directions of a register that is no alias", () => {
    const faults = faulty((register) => {
      if (register.aliasOf === undefined) return undefined;
      const of = byName.get(register.aliasOf);
      if (of === undefined) return `${register.aliasOf} does not exist`;
      const fields = of.fields === undefined ? of.sameFieldsAs : of.name;
      const agree =
        of.aliasOf === undefined &&
        register.width === of.width &&
        register.sameFieldsAs === fields &&
        JSON.stringify(register.effects) === JSON.stringify(of.effects) &&
        (register.read === undefined) === (of.read === undefined) &&
        (register.write === undefined) === (of.write === undefined);
      return !agree && `differs from ${of.name}`;
    });
    expect(faults).toEqual([]);
  });

  test("makes exactly the _EL12 and _EL02 names aliases of EL1 and EL0 registers, besides renamed ones", () => {
    const faults = faulty(({ name, aliasOf, sharesEncodingWith }) => {
      const of = name.replace(/_EL12$/, "_EL1").replace(/_EL02$/, "_EL0");
      const expected = sharesEncodingWith?.because === "renamed" ? sharesEncodingWith.name : of;
      return (aliasOf ?? name) !== expected && `is an alias of ${aliasOf}`;
    });
    expect(faults).toEqual([]);
  });

  test("reads what another register shows EL1 only from registers that exist", () => {
    expect(faulty(({ readsAtEL1: name }) => name !== undefined && !byName.has(name) && name)).toEqual([]);
    expect(byName.get("MPIDR_EL1")?.readsAtEL1).toBe("VMPIDR_EL2");
  });

  test("gives a reset value to every constant, and one that fits the width and the reserved bits", () => {
    const faults = faulty(({ reset, effects, fields = [], width }) => {
      if (reset === undefined) return effects?.includes("constant") === true && "is constant without a reset";
      const value = BigInt(reset);
      if (value >= 1n << BigInt(width)) return "is too wide";
      return fields
        .filter((field) => {
          const part = value & maskOf(field);
          if (field.reserved === "RES0" || field.reserved === "RAZ") return part !== 0n;
          return (field.reserved === "RES1" || field.reserved === "RAO") && part !== maskOf(field);
        })
        .map(({ bits, reserved }) => `${bits} is not ${reserved}`)
        .join(", ");
    });
    expect(faults).toEqual([]);
  });

  test("lets no register be written that is constant, and none be beyond any access", () => {
    expect(
      faulty(({ effects, write }) => effects?.includes("constant") === true && write !== undefined && "MSR"),
    ).toEqual([]);
    expect(faulty(({ read, write }) => read === undefined && write === undefined && "no access")).toEqual([]);
  });

  test("lets no register be used below the Exception level that op1 of its encoding is for", () => {
    const lowest: Readonly<Record<number, number>> = { 0: 1, 1: 1, 2: 1, 3: 0, 4: 2, 5: 2, 7: 1 };
    const faults = faulty(({ encoding, read, write }) => {
      const level = lowest[encoding.op1];
      if (level === undefined) return `op1 is ${encoding.op1}`;
      return ((read ?? level) < level || (write ?? level) < level) && `op1 is for EL${level}`;
    });
    expect(faults).toEqual([]);
  });

  test.each([
    ["HCR_EL2", "RW", 1n << 31n],
    ["HCR_EL2", "TWEDEL", 0xfn << 60n],
    ["HCR_EL2", "VI", 1n << 7n],
    ["CPTR_EL2", "TTA", 1n << 20n],
    ["CPTR_EL2", "TFP", 1n << 10n],
    ["MDCR_EL2", "TPM", 1n << 6n],
    ["MDCR_EL2", "TPMCR", 1n << 5n],
    ["MDCR_EL2", "HPMN", 0x1fn],
    ["ESR_EL1", "EC", 0x3fn << 26n],
    ["PAR_EL1", "F", 1n],
    ["PAR_EL1", "PA", 0xffff_ffff_f000n | (0xfn << 48n)],
    ["SPSR_EL2", "F", 0x40n],
    ["SPSR_EL2", "I", 0x80n],
    ["SPSR_EL2", "A", 0x100n],
    ["SPSR_EL2", "D", 0x200n],
    ["VTTBR_EL2", "VMID", 0xffffn << 48n],
    ["VTCR_EL2", "SL0", 3n << 6n],
    ["TCR_EL1", "IPS", 7n << 32n],
    ["ICH_LR0_EL2", "State", 3n << 62n],
    ["CNTHCTL_EL2", "EL1PCEN", 2n],
    ["SCTLR_EL1", "WXN", 1n << 19n],
  ])("places %s.%s where hypervisors' headers have it", (register, field, mask) => {
    const found = byName.get(register)?.fields?.find(({ name }) => name === field);
    expect(maskOf(found!)).toBe(mask);
  });

  test("names the fields of the process state as PSTATE's", () => {
    const views = registers.filter(({ effects }) => effects?.includes("pstate") === true);
    const names = views.flatMap(({ fields = [] }) => fields.flatMap(({ name }) => name ?? []));
    expect(names.sort()).toEqual([
      "A",
      "C",
      "D",
      "DIT",
      "EL",
      "F",
      "I",
      "N",
      "PAN",
      "SP",
      "SSBS",
      "TCO",
      "UAO",
      "V",
      "Z",
    ]);
  });
});
