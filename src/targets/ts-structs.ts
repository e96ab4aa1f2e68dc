import { commentText } from "../core/comment-text.js";
import { success } from "../core/result.js";
import type { Member, Model, Struct } from "../model/types.js";
import { type KeyedStatements, printTypeScript } from "../print/typescript.js";
import { headerLines } from "./header.js";
import type { Target } from "./target.js";
import { arrayKey, type NamedArray, namedArrays } from "./ts-named-arrays.js";
import { classNames, propertyNames } from "./ts-names.js";
import { scalarNameOf, scalarOf } from "./ts-scalars.js";
import { type ClassView, type MemberView, structClass } from "./ts-struct-class.js";

/**
 * ts/structs.ts: one class per struct, a view of its bytes in a buffer: `vcpu.arch.fault.esr_el2`, and one per array
 * whose elements have names: `context.sys_regs.SCTLR_EL1`.
 */
export const target: Target = {
  name: "ts-structs",
  directory: "ts",
  async emit(model) {
    const names: Names = { classes: classNames(model), arrays: namedArrays(model) };
    const text = await printTypeScript(
      headerLines(model, "The layout's structs as views of a buffer."),
      statements(model, names),
    );
    return success([{ path: "ts/structs.ts", text }]);
  },
};

const WIDTH = 110;

interface Names {
  readonly classes: ReadonlyMap<string, string>;
  readonly arrays: ReadonlyMap<string, NamedArray>;
}

function* statements(model: Model, names: Names): Generator<string | KeyedStatements> {
  yield importLine(model, names);
  for (const struct of model.structs) {
    for (const member of struct.members) yield* namedArrayClass(struct, member, names);
    yield structClass(classView(struct, names));
  }
}

/** `import { setUint32, Uint64Elements } from "worldswitch/runtime";`: what the structs need of it, sorted. */
function importLine(model: Model, { arrays }: Names): string {
  const used = new Set<string>();
  const use = (names: readonly string[]): void => {
    for (const name of names) used.add(name);
  };
  for (const struct of model.structs)
    for (const member of struct.members) {
      const scalar = scalarOf(member);
      const isNamed = member.count !== undefined && arrays.has(arrayKey(struct, member));
      if (scalar === undefined) {
        if (member.type.kind === "struct" && member.count !== undefined) used.add("StructArray");
        continue;
      }
      if (member.count !== undefined) used.add(scalar.array);
      if (member.count !== undefined && !isNamed) continue;
      use(scalar.readImports);
      use(scalar.writeImports);
      if (!isNamed && scalar.usesWords) used.add("wordsOf");
    }
  return used.size === 0 ? "" : importOf([...used].sort());
}

/** One line, or a name a line where it would be too long. */
function importOf(names: readonly string[]): string {
  const line = `import { ${names.join(", ")} } from "worldswitch/runtime";`;
  if (line.length <= WIDTH) return line;
  return ["import {", ...names.map((name) => `  ${name},`), '} from "worldswitch/runtime";'].join("\n");
}

/**
 * `get SCTLR_EL1(): bigint { return this.words[3] ?? …; }` and its setter per named element of an array. As texts, one each: there are
 * many, all alike, and a new register is one more, for which ts-morph would print the class again.
 */
function namedArrayClass(struct: Struct, member: Member, { arrays }: Names): string[] {
  const array = arrays.get(arrayKey(struct, member));
  const scalar = scalarOf(member);
  if (array === undefined || scalar === undefined) return [];
  const what = `${struct.name}.${member.name}`;
  const accessors = [...array.names].map(([index, name], i) => {
    const offset = index * member.elementBytes;
    return [
      ...(i === 0 ? [] : [""]),
      `  get ${name}(): ${scalar.type} {`,
      `    return ${scalar.read("this.", offset)};`,
      "  }",
      "",
      `  set ${name}(value: ${scalar.type}) {`,
      ...scalar.write("this.", offset, `${what}[${index}]`).map((statement) => `    ${statement}`),
      "  }",
    ].join("\n");
  });
  const head = `/** ${what}: its elements by index and by name. */\nexport class ${array.className} extends ${scalar.array} {`;
  return [`\n${head}`, ...accessors, "}\n"];
}

function classView(struct: Struct, names: Names): ClassView {
  const properties = propertyNames(struct);
  const size = `${struct.sizeBytes} bytes, aligned to ${struct.alignBytes}.`;
  return {
    struct: struct.name,
    className: names.classes.get(struct.name) ?? struct.name,
    about: [`struct ${struct.name}. ${size}`, struct.doc ?? ""].map(commentText).join("\n").trimEnd(),
    sizeBytes: struct.sizeBytes,
    alignBytes: struct.alignBytes,
    members: struct.members.map((member, i) =>
      memberView(member, properties[i] ?? member.name, struct, names),
    ),
  };
}

function memberView(member: Member, property: string, struct: Struct, names: Names): MemberView {
  const { name, offsetBytes } = member;
  const scalar = member.count === undefined ? scalarNameOf(member) : undefined;
  const shown = { name, property, offsetBytes, doc: memberDoc(member) };
  if (scalar !== undefined) return { ...shown, scalar };
  const type = objectType(member, struct, names);
  return { ...shown, object: { type, initializer: objectInitializer(member, struct, names) } };
}

/** The type of a member that is an object of its own. */
function objectType(member: Member, struct: Struct, names: Names): string {
  const scalar = scalarOf(member);
  if (scalar !== undefined) return arrayClass(member, struct, names) ?? scalar.array;
  if (member.type.kind !== "struct") return "Uint8Array";
  const className = names.classes.get(member.type.struct) ?? member.type.struct;
  return member.count === undefined ? className : `StructArray<${className}>`;
}

function objectInitializer(member: Member, struct: Struct, names: Names): string {
  const base = member.offsetBytes === 0 ? "base" : `base + ${member.offsetBytes}`;
  const what = `${struct.name}.${member.name}`;
  const scalar = scalarOf(member);
  if (scalar !== undefined) {
    const className = arrayClass(member, struct, names) ?? scalar.array;
    return `new ${className}(buffer, ${base}, ${member.count}, "${what}")`;
  }
  if (member.type.kind !== "struct") return `new Uint8Array(buffer, ${base}, ${member.sizeBytes})`;
  const className = names.classes.get(member.type.struct) ?? member.type.struct;
  return member.count === undefined
    ? `new ${className}(buffer, ${base})`
    : `new StructArray(buffer, ${base}, ${member.count}, ${className}, "${what}")`;
}

/** The class of an array whose elements have names. */
function arrayClass(member: Member, struct: Struct, { arrays }: Names): string | undefined {
  return arrays.get(arrayKey(struct, member))?.className;
}

/** `Offset 288: u64[5]. the banked SPSRs`. */
function memberDoc(member: Member): string {
  const doc = member.doc === undefined ? "" : `: ${commentText(member.doc)}`;
  return `Offset ${member.offsetBytes}, ${typeText(member)}${doc}.`;
}

function typeText(member: Member): string {
  const array = member.count === undefined ? "" : `[${member.countName ?? member.count}]`;
  switch (member.type.kind) {
    case "scalar":
      return `${member.type.scalar}${array}`;
    case "struct":
      return `struct ${member.type.struct}${array}`;
    case "pointer":
      return `pointer${member.type.to === undefined ? "" : ` to ${commentText(member.type.to)}`}${array}`;
    case "opaque":
      return `${member.elementBytes} opaque bytes${array}`;
  }
}
