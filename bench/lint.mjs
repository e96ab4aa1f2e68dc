// How long lint takes as a whole process on a layout of 1,000 system registers and 200 structs, beside `node -e 0`: medians.
//
//   npm run build && node bench/lint.mjs [RUNS]
//
// The layout is kvm-arm64-v3 with more of both, in a temporary copy of the package. The catalogue has some 900
// registers and EL2 can switch fewer, so the copy's catalogue gets as many implementation-defined ones (S3_<op1>_C11_…
// and S3_<op1>_C15_…) as are missing. Every register is in the group that is saved and restored; lint finds nothing.

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { interleave, median, ratio } from "./lib/median.mjs";
import { report } from "./lib/report.mjs";

const REGISTERS = 1000;
const STRUCTS = 200;
const root = fileURLToPath(new URL("..", import.meta.url));
const copy = mkdtempSync(join(tmpdir(), "worldswitch-bench-"));
const layout = join(copy, "schema/kvm-arm64-v3");
const catalogue = join(copy, "schema/arm64/sysregs");
const main = join(copy, "dist/cli/main.js");

const readJson = (file) => JSON.parse(readFileSync(file, "utf8"));
const writeJson = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
const lint = () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [main, "lint", "--json"], {
    cwd: copy,
    encoding: "utf8",
    maxBuffer: 2 ** 28,
  });
  if (status === null || status > 1) throw new Error(`lint ended with ${status}: ${stderr}`);
  return JSON.parse(stdout).diagnostics;
};

function copyPackage() {
  for (const part of ["dist", "schema/arm64", "schema/language", "schema/kvm-arm64-v3", "package.json"])
    cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, "node_modules"), join(copy, "node_modules"));
}

/** Registers that EL2 reads and writes, that are no view of another, and that the switch does not use otherwise. */
function switchable() {
  const used = readFileSync(join(layout, "world-switch.json"), "utf8");
  return readdirSync(catalogue)
    .flatMap((name) => readJson(join(catalogue, name)).registers)
    .filter(({ read, write, aliasOf }) => read <= 2 && write <= 2 && aliasOf === undefined)
    .map(({ name }) => name)
    .filter((name) => !used.includes(`"${name}"`));
}

function addImplementationDefined(count) {
  const registers = Array.from({ length: count }, (_, i) => {
    const encoding = { op0: 3, op1: (i >> 8) & 7, CRn: i & 128 ? 15 : 11, CRm: (i >> 3) & 15, op2: i & 7 };
    const name = `IMPDEF${i}_EL1`;
    return {
      name,
      title: "Implementation defined",
      encoding,
      width: 64,
      since: "armv8-a",
      read: 1,
      write: 1,
    };
  });
  const { $schema } = readJson(join(catalogue, "timer.json"));
  const document = { $schema, group: "implementation-defined", title: "Implementation defined", registers };
  writeJson(join(catalogue, "implementation-defined.json"), document);
  return registers.map(({ name }) => name);
}

/** The faithful layout with registers and structs added up to their numbers. own: registers of the catalogue. */
function writeLayout(names) {
  const order = readJson(join(root, "schema/kvm-arm64-v3/sysreg-order.json"));
  const known = new Set(order.registers.flatMap(({ name, via }) => [name, via]));
  const more = names.filter((name) => !known.has(name)).slice(0, REGISTERS - order.registers.length);
  order.registers.push(...more.map((name) => ({ name, groups: ["sysregs"] })));
  writeJson(join(layout, "sysreg-order.json"), order);

  const document = readJson(join(root, "schema/kvm-arm64-v3/vcpu-context.json"));
  const members = Array.from({ length: 12 }, (_, i) => ({
    name: `member${i}`,
    type: i % 3 === 0 ? "u32" : "u64",
  }));
  const added = Array.from({ length: STRUCTS - document.structs.length }, (_, i) => ({
    name: `bench${i}`,
    members,
  }));
  document.structs.push(...added);
  writeJson(join(layout, "vcpu-context.json"), document);
  const own = order.registers.filter(({ name }) => !name.startsWith("IMPDEF")).length;
  return { registers: order.registers.length, own, structs: document.structs.length };
}

/** The layout without registers that lint refuses, such as views of PSTATE. */
function writeCleanLayout(own, invented) {
  let names = own;
  for (let round = 0; round < 5; round++) {
    const size = writeLayout([...names, ...invented]);
    const found = lint().filter(({ severity }) => severity === "error");
    if (found.length === 0) return size;
    const refused = new Set(found.map(({ message }) => message.split(" ", 1)[0]));
    names = names.filter((name) => !refused.has(name));
  }
  throw new Error("the layout does not get clean");
}

const milliseconds = (args) => {
  const began = performance.now();
  spawnSync(process.execPath, args, { cwd: copy, stdio: "ignore" });
  return performance.now() - began;
};

try {
  copyPackage();
  const own = switchable();
  const invented = addImplementationDefined(Math.max(0, REGISTERS - own.length) + 100);
  const { registers, own: real, structs } = writeCleanLayout(own, invented);
  await report(
    `lint of ${registers} registers (${real} of the catalogue) and ${structs} structs`,
    async ({ rounds }) => {
      const values = await interleave(rounds, {
        bare: () => milliseconds(["-e", "0"]),
        whole: () => milliseconds([main, "lint"]),
      });
      return [
        { label: "lint of a large layout, whole process", value: median(values.whole), unit: "ms" },
        {
          label: "lint of a large layout, against node -e 0",
          value: ratio(values.whole, values.bare),
          unit: "×",
        },
      ];
    },
  );
} finally {
  if (process.env.KEEP === undefined) rmSync(copy, { recursive: true, force: true });
  else console.log(copy);
}
