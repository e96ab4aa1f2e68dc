/**
 * kvm-arm64-v3 with more registers and structs, as texts in memory. The catalogue has too few registers, so it gets 2,048
 * implementation-defined ones (S3_<op1>_C11_… and S3_<op1>_C15_…), the same for every size.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { loadSources } from "../../dist/model/load.js";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const INVENTED = 2048;

/** registers, structs: how many are added. */
export function largeLayout({ registers = 0, structs = 0 }) {
  const loaded = loadSources(join(ROOT, "schema/kvm-arm64-v3"));
  if (!loaded.ok) throw new Error("the layout cannot be read");
  const { documents, architecture } = loaded.value;
  const invented = Array.from({ length: INVENTED }, (_, i) => register(i));
  return {
    documents: {
      ...documents,
      "sysreg-order.json": edited(documents["sysreg-order.json"], (order) =>
        order.registers.push(
          ...invented.slice(0, registers).map(({ name }) => ({ name, groups: ["sysregs"] })),
        ),
      ),
      "vcpu-context.json": edited(documents["vcpu-context.json"], (context) =>
        context.structs.push(...Array.from({ length: structs }, (_, i) => struct(i))),
      ),
    },
    architecture: {
      ...architecture,
      sysregs: [...architecture.sysregs, catalogue(invented, architecture.sysregs[0])],
    },
  };
}

function edited({ file, text }, edit) {
  const document = JSON.parse(text);
  edit(document);
  // In one piece, as a file's text is; what is put together stays in two.
  return { file, text: Buffer.from(`${JSON.stringify(document, null, 2)}\n`).toString() };
}

function register(i) {
  const encoding = { op0: 3, op1: (i >> 8) & 7, CRn: i & 128 ? 15 : 11, CRm: (i >> 3) & 15, op2: i & 7 };
  return {
    name: `IMPDEF${i}_EL1`,
    title: "Implementation defined",
    encoding,
    width: 64,
    since: "armv8-a",
    read: 1,
    write: 1,
  };
}

function struct(i) {
  const members = Array.from({ length: 12 }, (_, m) => ({
    name: `member${m}`,
    type: m % 3 === 0 ? "u32" : "u64",
  }));
  return { name: `bench${i}`, members };
}

function catalogue(registers, example) {
  const { $schema } = JSON.parse(example.text);
  const document = { $schema, group: "implementation-defined", title: "Implementation defined", registers };
  return { file: "schema/arm64/sysregs/implementation-defined.json", text: JSON.stringify(document) };
}
