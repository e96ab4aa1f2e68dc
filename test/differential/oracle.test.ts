import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import type { OutFile } from "../../src/core/out-file.js";
import { loadModel } from "../../src/model/load.js";
import { readBtf } from "../../src/oracle/btf/read-btf.js";
import { checkAsmOffsets, checkBtf, checkDwarf } from "../../src/oracle/check.js";
import { type CompiledLayout, sizeOf } from "../../src/oracle/compiled.js";
import { readDwarf } from "../../src/oracle/dwarf/read-dwarf.js";
import { flatten } from "../../src/oracle/flatten.js";
import type { OracleOptions, OracleReport } from "../../src/oracle/index.js";
import { requireTool } from "../oracles/tools.js";
import { compile, withFiles } from "./c-compile.js";
import {
  addBtf,
  changed,
  headers,
  objectOf,
  pahole,
  paholeStruct,
  plainCompilers,
} from "./oracle-objects.js";

const loaded = loadModel("schema/kvm-arm64-v3");
if (!loaded.ok) throw new Error("the layout does not load");
const model = loaded.value;
const FILE = "object.o";
const all = { structs: 15, members: 71, symbols: 30 };

/** `place code message` without the files' folders. */
function told({ diagnostics }: OracleReport): string[] {
  return diagnostics.map(
    ({ at, code, message }) => `${at.file.replace(/.*\//, "")}:${at.line} ${code} ${message}`,
  );
}

/** What follows from a changed struct in the structs around it, which the cases do not repeat. */
const FOLLOWS = /^(struct )?kvm_vcpu(_arch)?(\.(?!mmio_decode\.)\S+)? (is at|has \d+ bytes)|^VCPU_\w+ is /;

/** A message with types as gcc spells them: clang says `unsigned long` for `long unsigned int`. */
function spelling({ message }: { readonly message: string }): string {
  return message.replace(/\bunsigned (long|short)\b/g, "$1 unsigned int");
}

/** Deliberate differences: what is replaced in structs.h, and the findings that name them, in order. */
const CHANGES: readonly {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly codes: readonly string[];
  readonly says: readonly string[];
}[] = [
  {
    name: "a wider member that a hole hides",
    from: "uint32_t esr_el2; ",
    to: "uint64_t esr_el2; ",
    codes: ["WS342"],
    says: [
      "kvm_vcpu_fault_info.esr_el2 has 4 bytes (u32) in the layout, and 8 (long unsigned int) in object.o",
    ],
  },
  {
    name: "two neighbours that changed places",
    from: "uint32_t vgic_hcr;                 /* 164   4 */\n\tuint32_t vgic_vmcr; ",
    to: "uint32_t vgic_vmcr;\n\tuint32_t vgic_hcr; ",
    codes: ["WS344", "WS344", "WS341", "WS341"],
    says: [
      "VGIC_CPU_HCR is 164 in the layout, and vgic_cpu.vgic_hcr is at 168 in object.o",
      "VGIC_CPU_VMCR is 168 in the layout, and vgic_cpu.vgic_vmcr is at 164 in object.o",
      "vgic_cpu.vgic_hcr is at byte 164 in the layout, and at byte 168 in object.o",
      "vgic_cpu.vgic_vmcr is at byte 168 in the layout, and at byte 164 in object.o",
    ],
  },
  {
    name: "another sign",
    from: "int32_t  nr_lr; ",
    to: "uint32_t nr_lr; ",
    codes: ["WS343"],
    says: ["vgic_cpu.nr_lr is s32 in the layout, and unsigned int in object.o"],
  },
  {
    name: "the same bytes in elements of another size",
    from: "uint32_t vgic_eisr[2]; ",
    to: "uint16_t vgic_eisr[4]; ",
    codes: ["WS342"],
    says: [
      "vgic_cpu.vgic_eisr has elements of 4 bytes (u32[2]) in the layout, and of 2 (short unsigned int[4]) in object.o",
    ],
  },
  {
    name: "a bit-field",
    from: "uint32_t vgic_apr; ",
    to: "uint32_t vgic_apr : 5; ",
    codes: ["WS342"],
    says: ["vgic_cpu.vgic_apr has 4 bytes (u32) in the layout, and is a bit-field of 5 bits in object.o"],
  },
  {
    name: "a record where the layout has a scalar of its size",
    from: "uint64_t rt; ",
    to: "struct reg { uint64_t number; } rt; ",
    codes: ["WS343"],
    says: ["kvm_decode.rt is u64 in the layout, and struct reg in object.o"],
  },
  {
    name: "a pointer where the layout has a scalar of its size",
    from: "uint64_t                  cntv_cval; ",
    to: "enum hue { A, B } *cntv_cval; ",
    codes: ["WS343"],
    says: ["arch_timer_cpu.cntv_cval is u64 in the layout, and enum hue * in object.o"],
  },
  {
    name: "nothing where an enumeration serves for an integer",
    from: "uint32_t vgic_misr; ",
    to: "enum hue { A, B } vgic_misr; ",
    codes: [],
    says: [],
  },
  {
    name: "another pointer",
    from: "struct kvm_irq_level      *irq; ",
    to: "struct irq_level *irq; ",
    codes: ["WS343"],
    says: ["arch_timer_cpu.irq is struct kvm_irq_level * in the layout, and struct irq_level * in object.o"],
  },
  {
    name: "a member in padding that the layout does not know",
    from: "bool     sign_extend; ",
    to: "bool sign_extend; bool is_write; ",
    codes: ["WS347"],
    says: ["object.o has a member kvm_decode.is_write at byte 9, which the layout does not have"],
  },
  {
    name: "another name",
    from: "uint64_t rt; ",
    to: "uint64_t reg; ",
    codes: ["WS347", "WS346"],
    says: [
      "object.o has a member kvm_decode.reg at byte 0, which the layout does not have",
      "object.o has no member kvm_decode.rt",
    ],
  },
  {
    name: "nothing where the source describes a struct in place and makes members of anonymous records",
    from: "struct kvm_decode           mmio_decode; ",
    to: "struct { union { uint64_t rt; char bytes[8]; }; struct { bool sign_extend; }; } mmio_decode; ",
    codes: [],
    says: [],
  },
  {
    name: "what differs in a struct that the source describes in place",
    from: "struct kvm_decode           mmio_decode; ",
    to: "struct { bool sign_extend; uint64_t rt; } mmio_decode; ",
    codes: ["WS341", "WS341"],
    says: [
      "kvm_vcpu_arch.mmio_decode.rt is at byte 0 in the layout, and at byte 8 in object.o",
      "kvm_vcpu_arch.mmio_decode.sign_extend is at byte 8 in the layout, and at byte 0 in object.o",
    ],
  },
  {
    name: "nothing where the source has members for what is opaque in the layout",
    from: "_Alignas(8) unsigned char timer[64]; ",
    to: "struct { uint64_t a[4]; } node; uint64_t expires, function, base; bool soft, hard; ",
    codes: [],
    says: [],
  },
  {
    name: "what is behind an opaque member that is larger in the source",
    from: "_Alignas(8) unsigned char timer[64]; ",
    to: "_Alignas(8) unsigned char timer[64 - 8]; ",
    codes: ["WS340", "WS342", "WS341", "WS341", "WS341"],
    says: [
      "struct arch_timer_cpu has 128 bytes in the layout, and 120 in object.o",
      "arch_timer_cpu.timer has 64 bytes (opaque of 64 bytes) in the layout, and 56 (unsigned char[56]) in object.o",
      "arch_timer_cpu.expired is at byte 80 in the layout, and at byte 72 in object.o",
      "arch_timer_cpu.armed is at byte 112 in the layout, and at byte 104 in object.o",
      "arch_timer_cpu.irq is at byte 120 in the layout, and at byte 112 in object.o",
    ],
  },
];

let files: OutFile[];
beforeAll(async () => {
  files = await headers(model);
});

const versions = [2, 3, 4, 5];
const cases = plainCompilers.flatMap((compiler) =>
  versions.map((version) => ({ compiler, version, name: compiler.name })),
);

describe.skipIf(cases.length === 0).each(cases)("DWARF $version of $name", ({ compiler, version }) => {
  const flags = ["-c", "-g", `-gdwarf-${version}`];
  const check = (source: readonly OutFile[], options: OracleOptions = {}, extra: readonly string[] = []) =>
    checkDwarf(model, objectOf(compiler, source, [...flags, ...extra]), FILE, options);

  it("agrees with the layout in everything, strictly", () => {
    const { diagnostics, compared } = check(files, { strict: true });
    expect(diagnostics).toEqual([]);
    expect(compared).toMatchObject(all);
  });

  it.each(CHANGES)("shows $name", ({ from, to, says, codes }) => {
    const { diagnostics } = check(changed(files, from, to));
    const own = diagnostics.filter(({ message }) => !FOLLOWS.test(message));
    expect(own.map(spelling)).toEqual(says);
    expect(own.map(({ code }) => code)).toEqual(codes);
  });

  it("names the line of the header that the compiler read", () => {
    const source = changed(files, "uint32_t esr_el2; ", "uint64_t esr_el2; ");
    const text = source.find(({ path }) => path === "c/structs.h")?.text ?? "";
    const line = text.split("\n").findIndex((candidate) => candidate.includes("esr_el2;")) + 1;
    const [related] = check(source).diagnostics[0]?.related ?? [];
    expect(related?.at).toMatchObject({ line });
    expect(related?.at.file).toMatch(/(^|\/)c\/structs\.h$/);
    expect(related?.message).toMatch(/^declared here; \.debug_info\+0x[0-9a-f]+ of object\.o$/);
  });

  it("follows a member that grows through everything behind it", () => {
    const report = check(changed(files, "uint64_t                 sp_el1; ", "uint64_t sp_el1[3]; "));
    expect(told(report)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(
          /^vcpu-context\.json:\d+ WS341 kvm_cpu_context\.sys_regs is at byte 864 in the layout, and at byte 880 in/,
        ),
        expect.stringMatching(
          /^asm-offsets\.json:\d+ WS344 CPU_SYSREGS is 864 in the layout, and kvm_cpu_context\.sys_regs is at 880 in/,
        ),
      ]),
    );
    expect(report.diagnostics.some(({ code }) => code === "WS340")).toBe(true);
    expect(report.diagnostics.every(({ severity }) => severity === "error")).toBe(true);
  });

  it("reads relocated, compressed and linked objects alike", () => {
    const linked = compiler.name === "gcc" ? [["-nostdlib", "-shared"]] : [];
    for (const extra of [["-gz=zlib"], ["-fdata-sections"]]) {
      const report = check(files, { strict: true }, extra);
      expect(report.diagnostics).toEqual([]);
      expect(report.compared).toMatchObject(all);
    }
    for (const options of linked) {
      const bytes = objectOf(compiler, files, [...flags.slice(1), ...options]);
      const report = checkDwarf(model, bytes, FILE, { strict: true });
      expect(report.diagnostics).toEqual([]);
      expect(report.compared).toMatchObject(all);
    }
  });
});

describe.skipIf(plainCompilers.length === 0)("debug information of other kinds", () => {
  const reportOf = (name: string, ...flags: readonly string[]) => {
    const compiler = plainCompilers.find((candidate) => candidate.name === name);
    if (compiler === undefined) return undefined;
    return checkDwarf(model, objectOf(compiler, files, ["-c", ...flags]), FILE, { strict: true });
  };

  it.each(["gcc", "clang"])("of 64 bits in the file, as %s writes it, agrees", (name) => {
    const report = reportOf(name, "-g", "-gdwarf64");
    expect(report?.diagnostics ?? []).toEqual([]);
    if (report !== undefined) expect(report.compared).toMatchObject(all);
  });

  it.each([
    ["no debug information", "WS644", ["-g0"]],
    ["types in .debug_types", "WS643", ["-gdwarf-4", "-fdebug-types-section"]],
    ["types in sections of their own", "WS643", ["-gdwarf-5", "-fdebug-types-section"]],
    ["split debug information", "WS348", ["-g", "-gsplit-dwarf"]],
  ] as const)("is refused: %s", (_, code, flags) => {
    const report = reportOf("gcc", ...flags);
    if (report !== undefined) expect(report.diagnostics).toMatchObject([{ code, severity: "error" }]);
  });
});

describe.skipIf(pahole === undefined || plainCompilers.length === 0)("BTF that pahole makes", () => {
  const compiler = plainCompilers[0]!;
  const btfOf = (source: readonly OutFile[]) => objectOf(compiler, source, ["-c", "-g"], undefined, addBtf);

  it("agrees with the layout in everything, strictly", () => {
    const { diagnostics, compared } = checkBtf(model, btfOf(files), FILE, { strict: true });
    expect(diagnostics).toEqual([]);
    expect(compared).toMatchObject(all);
  });

  it("is the same as a raw blob", () => {
    const objcopy = requireTool("aarch64-linux-gnu-objcopy");
    if (objcopy === undefined) throw new Error("objcopy is missing beside the compiler");
    let blob = new Uint8Array();
    objectOf(compiler, files, ["-c", "-g"], undefined, (object) => {
      addBtf(object);
      execFileSync(objcopy, [
        "-O",
        "binary",
        "-j",
        ".BTF",
        "--set-section-flags",
        ".BTF=alloc",
        object,
        `${object}.btf`,
      ]);
      blob = readFileSync(`${object}.btf`);
    });
    expect(blob.length).toBeGreaterThan(1000);
    expect(checkBtf(model, blob, FILE)).toEqual(checkBtf(model, btfOf(files), FILE));
  });

  it.each(CHANGES)("shows $name", ({ from, to, says }) => {
    const { diagnostics } = checkBtf(model, btfOf(changed(files, from, to)), FILE);
    const own = diagnostics.filter(({ message }) => !FOLLOWS.test(message));
    expect(own.map(({ message }) => message)).toEqual(says);
  });
});

/** Members of one struct by name, offset and size: `name offset size`. */
function membersOf(object: CompiledLayout, name: string): string[] {
  const struct = object.structs.get(name)?.[0];
  return flatten(struct?.members ?? []).map(
    (member) => `${member.name} ${member.offsetBits / 8} ${sizeOf(member.type)}`,
  );
}

const ODD = `
typedef unsigned int u32; typedef const volatile u32 cvu32; typedef cvu32 deep[3][2];
enum colour { RED = -3, GREEN = 7 }; enum big { HUGE = 0x123456789abcdef0ull };
struct forward; typedef struct { char a; long b; } anonymous_t;
struct odd {
  char c; short s; deep m; struct forward *f; int (*call)(struct odd *, int); enum colour e; enum big g;
  union { long as_long; struct { int low, high; }; char bytes[8]; };
  struct { u32 x; union { char y; double z; }; } in_place[2];
  anonymous_t named; _Bool flag; float real; __int128 wide; const char *const names[4]; struct odd *next;
  unsigned char tail[];
} __attribute__((aligned(64)));
struct odd o;
struct packed { char a; long b; struct odd *o; } __attribute__((packed)); struct packed p;
`;

describe.skipIf(pahole === undefined || plainCompilers.length === 0)("the readers and pahole", () => {
  const names = [...model.structs.map(({ name }) => name)];

  it.each(
    plainCompilers.flatMap((compiler) =>
      versions.slice(2).map((version) => ({ compiler, version, name: compiler.name })),
    ),
  )("see the same structs in DWARF $version of $name and in its BTF", ({ compiler, version }) => {
    const wanted = {
      structs: new Set([...names, "odd", "packed"]),
      enumerators: new Set(["RED", "GREEN", "HUGE"]),
    };
    const source = `#include "structs.h"\nstruct kvm_vcpu v;\nstruct kvm k;\n${ODD}`;
    let compared = 0;
    objectOf(compiler, files, ["-c", "-g", `-gdwarf-${version}`], source, (object) => {
      const dwarf = readDwarf(readFileSync(object), FILE, wanted);
      addBtf(object);
      const btf = readBtf(readFileSync(object), FILE, wanted);
      if (!dwarf.ok || !btf.ok) throw new Error(JSON.stringify([dwarf, btf]));
      for (const name of names) {
        const truth = paholeStruct(object, "dwarf", name);
        const members = truth.members.map((member) => `${member.name} ${member.offset} ${member.size}`);
        expect(members.length).toBeGreaterThan(0);
        expect(membersOf(dwarf.value, name)).toEqual(members);
        expect(membersOf(btf.value, name)).toEqual(members);
        expect(dwarf.value.structs.get(name)?.[0]?.sizeBytes).toBe(truth.size);
        expect(btf.value.structs.get(name)?.[0]?.sizeBytes).toBe(truth.size);
        compared += members.length;
      }
      for (const name of ["odd", "packed"]) {
        expect(membersOf(dwarf.value, name).slice(0, -1)).toEqual(membersOf(btf.value, name).slice(0, -1));
        expect(dwarf.value.structs.get(name)?.[0]?.sizeBytes).toBe(paholeStruct(object, "btf", name).size);
      }
      const values = (of: CompiledLayout) =>
        [...of.enumerators].map(([name, [first]]) => [name, first?.value]);
      expect(new Map(values(dwarf.value) as [string, bigint][])).toEqual(
        new Map([
          ["RED", -3n],
          ["GREEN", 7n],
          ["HUGE", 0x123456789abcdef0n],
        ]),
      );
    });
    expect(compared).toBe(all.members);
  });

  it("see the offsets that the compiler uses", () => {
    const compiler = plainCompilers[0]!;
    const fields = [
      "c",
      "s",
      "m",
      "f",
      "call",
      "e",
      "g",
      "as_long",
      "low",
      "high",
      "bytes",
      "in_place",
      "named",
      "flag",
      "real",
      "wide",
      "names",
      "next",
      "tail",
    ];
    const probe = `${ODD}\n${fields.map((f) => `_Static_assert(__builtin_offsetof(struct odd, ${f}) == OFFSET_${f}, "${f}");`).join("\n")}`;
    const wanted = { structs: new Set(["odd"]), enumerators: new Set<string>() };
    const dwarf = readDwarf(objectOf(compiler, files, ["-c", "-g"], ODD), FILE, wanted);
    if (!dwarf.ok) throw new Error("unreadable");
    const flat = flatten(dwarf.value.structs.get("odd")?.[0]?.members ?? []);
    expect(flat.map(({ name }) => name)).toEqual(fields);
    const defines = flat.map(({ name, offsetBits }) => `-DOFFSET_${name}=${offsetBits / 8}`);
    objectOf(compiler, files, ["-c", ...defines], probe);
    expect(() => objectOf(compiler, files, ["-c", ...defines, "-UOFFSET_s", "-DOFFSET_s=3"], probe)).toThrow(
      "static assertion",
    );
  });
});

describe
  .skipIf(plainCompilers.length === 0)
  .each(plainCompilers.map((compiler) => ({ compiler, name: compiler.name })))(
  "asm-offsets.s of $name",
  ({ compiler }) => {
    const assembly = (source: readonly OutFile[]): string =>
      withFiles(source, (folder) => {
        compile(compiler, folder, "-I", "c", "-S", "c/asm-offsets.c");
        return readFileSync(join(folder, "out"), "utf8");
      });

    it("agrees with the layout, strictly", () => {
      const { diagnostics, compared } = checkAsmOffsets(model, assembly(files), "asm-offsets.s", {
        strict: true,
      });
      expect(diagnostics).toEqual([]);
      expect(compared).toMatchObject({ symbols: 30 });
    });

    it("shows a symbol whose value differs, at its line and at the compiler's", () => {
      const [proved] = files.filter(({ path }) => path === "c/asm-offsets.c");
      const source = changed(files, "uint32_t vgic_apr; ", "uint64_t vgic_apr; ").map((file) =>
        file === proved ? { ...file, text: file.text.replaceAll(/^_Static_assert\(.*$/gm, "") } : file,
      );
      const text = assembly(source);
      const report = checkAsmOffsets(model, text, "asm-offsets.s");
      expect(report.diagnostics.map(({ message }) => message)).toEqual(
        expect.arrayContaining(["VGIC_CPU_LR is 196 in the layout, and 200 in asm-offsets.s"]),
      );
      const finding = report.diagnostics.find(({ message }) => message.startsWith("VGIC_CPU_LR "));
      const [related] = finding?.related ?? [];
      expect(text.split("\n")[(related?.at.line ?? 0) - 1]).toContain("->VGIC_CPU_LR ");
    });
  },
);

describe.skipIf(plainCompilers.length === 0)("objects of several units", () => {
  it("agree when one definition does, and name the nearest when none does", () => {
    const compiler = plainCompilers[0]!;
    const other = "struct kvm_decode { char c; }; struct kvm_decode d;\n";
    const object = (sources: readonly string[]): Uint8Array =>
      withFiles([...files, ...sources.map((text, i) => ({ path: `${i}.c`, text }))], (folder) => {
        for (const i of sources.keys()) {
          compile(compiler, folder, "-I", "c", "-c", "-g", `${i}.c`);
          writeFileSync(join(folder, `${i}.o`), readFileSync(join(folder, "out")));
        }
        execFileSync(
          "aarch64-linux-gnu-ld",
          ["-r", "-o", "all.o", ...[...sources.keys()].map((i) => `${i}.o`)],
          { cwd: folder },
        );
        return readFileSync(join(folder, "all.o"));
      });
    const main = '#include "structs.h"\nstruct kvm_vcpu v; struct kvm k;\n';
    const agreeing = checkDwarf(model, object([other, main]), FILE, { strict: true });
    expect(agreeing.diagnostics).toEqual([]);
    expect(agreeing.compared).toMatchObject(all);
    const differing = checkDwarf(
      model,
      object([other, "struct kvm_decode { long rt; }; struct kvm_decode e;\n"]),
      FILE,
    );
    expect(
      differing.diagnostics.filter(({ severity }) => severity !== "note").map(({ message }) => message),
    ).toEqual([
      "struct kvm_decode has 16 bytes in the layout, and 8 in object.o",
      "kvm_decode.rt is u64 in the layout, and long int in object.o",
    ]);
  });
});
