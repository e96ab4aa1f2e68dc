import type {
  ClassDeclarationStructure,
  ConstructorDeclarationStructure,
  GetAccessorDeclarationStructure,
  OptionalKind,
  PropertyDeclarationStructure,
  SetAccessorDeclarationStructure,
} from "ts-morph";
import { commentText } from "../core/comment-text.js";
import { success } from "../core/result.js";
import type { Member, Model, Struct } from "../model/types.js";
import { printTypeScript, type StructureKinds } from "../print/typescript.js";
import { headerLines } from "./header.js";
import type { Target } from "./target.js";
import { arrayKey, type NamedArray, namedArrays } from "./ts-named-arrays.js";
import { classNames, objectKey, propertyNames } from "./ts-names.js";
import { scalarOf } from "./ts-scalars.js";

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
      (kinds) => ({ statements: statements(model, names, kinds) }),
    );
    return success([{ path: "ts/structs.ts", text }]);
  },
};

const WIDTH = 110;

interface Names {
  readonly classes: ReadonlyMap<string, string>;
  readonly arrays: ReadonlyMap<string, NamedArray>;
}

function* statements(
  model: Model,
  names: Names,
  kinds: StructureKinds,
): Generator<string | ClassDeclarationStructure> {
  yield importLine(model, names);
  for (const struct of model.structs) {
    for (const member of struct.members) yield* namedArrayClass(struct, member, names);
    yield* structClass(struct, names, kinds);
  }
}

/** One member as the class shows it. what: how errors name it. */
interface View {
  readonly member: Member;
  readonly property: string;
  readonly what: string;
}

/** `import { setUint32, Uint64Elements } from "worldswitch/runtime";`: what the structs need of it, sorted. */
function importLine(model: Model, { arrays }: Names): string {
  const used = model.structs.flatMap((struct) =>
    struct.members.flatMap((member) => {
      const scalar = scalarOf(member);
      if (scalar !== undefined) {
        const isNamed = arrays.has(arrayKey(struct, member));
        if (member.count !== undefined && !isNamed) return [scalar.array];
        if (isNamed) return [...scalar.readImports, ...scalar.writeImports, scalar.array];
        const words = scalar.usesWords ? ["wordsOf"] : [];
        return [...scalar.readImports, ...scalar.writeImports, ...words];
      }
      return member.type.kind === "struct" && member.count !== undefined ? ["StructArray"] : [];
    }),
  );
  return used.length === 0 ? "" : importOf([...new Set(used)].sort());
}

/** One line, or a name a line where it would be too long. */
function importOf(names: readonly string[]): string {
  const line = `import { ${names.join(", ")} } from "worldswitch/runtime";`;
  if (line.length <= WIDTH) return line;
  return ["import {", ...names.map((name) => `  ${name},`), '} from "worldswitch/runtime";'].join("\n");
}

/**
 * `get SCTLR_EL1(): bigint { return this.words[3] ?? …; }` and its setter per named element of an array. As text: there are
 * many, all alike, and a new register is one more, for which ts-morph would print the class again.
 */
function namedArrayClass(struct: Struct, member: Member, { arrays }: Names): string[] {
  const array = arrays.get(arrayKey(struct, member));
  const scalar = scalarOf(member);
  if (array === undefined || scalar === undefined) return [];
  const what = `${struct.name}.${member.name}`;
  const accessors = [...array.names].map(([index, name]) => {
    const offset = index * member.elementBytes;
    return [
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
  return [`\n${head}\n${accessors.join("\n\n")}\n}\n`];
}

/** The constant of the struct's offsets and its class. */
function structClass(
  struct: Struct,
  names: Names,
  kinds: StructureKinds,
): (string | ClassDeclarationStructure)[] {
  const className = names.classes.get(struct.name) ?? struct.name;
  const properties = propertyNames(struct);
  const views = struct.members.map((member, i): View => {
    const property = properties[i] ?? member.name;
    return { member, property, what: `${struct.name}.${member.name}` };
  });
  const direct = views.filter(isDirect);
  const size = `${struct.sizeBytes} bytes, aligned to ${struct.alignBytes}.`;
  const declaration: ClassDeclarationStructure = {
    kind: kinds.Class,
    isExported: true,
    name: className,
    docs: [`\n${[`struct ${struct.name}. ${size}`, struct.doc ?? ""].map(commentText).join("\n").trimEnd()}`],
    properties: [
      { name: "byteLength", isStatic: true, isReadonly: true, initializer: String(struct.sizeBytes) },
      { name: "alignment", isStatic: true, isReadonly: true, initializer: String(struct.alignBytes) },
      {
        name: "offsets",
        isStatic: true,
        isReadonly: true,
        docs: ["Each member's offset in bytes."],
        initializer: `offsetsOf${className}`,
      },
      ...(direct.length === 0 ? [] : [{ name: "#view", isReadonly: true, type: "DataView" }]),
      ...(direct.some(usesWords) ? [{ name: "#words", isReadonly: true, type: "BigUint64Array" }] : []),
      ...views.filter((view) => !isDirect(view)).map((view) => property(view, struct, names)),
    ],
    ctors: [constructorOf(struct, className, views, names)],
    getAccessors: direct.map(getter),
    setAccessors: direct.map(setter),
  };
  return [offsetsConstant(className, views), declaration];
}

/** Whether the member is read and set through accessors, not through an object of its own. */
function isDirect(view: View): boolean {
  return view.member.count === undefined && scalarOf(view.member) !== undefined;
}

/** Whether its accessors go through the struct's words. */
function usesWords(view: View): boolean {
  return isDirect(view) && scalarOf(view.member)?.usesWords === true;
}

/** `const offsetsOfKvmRegs = { … } as const;`: ts-morph would indent it wrongly inside of the class. */
function offsetsConstant(className: string, views: readonly View[]): string {
  const lines = views.map((view) => `  ${objectKey(view.property)}: ${view.member.offsetBytes},`);
  return ["", `const offsetsOf${className} = {`, ...lines, "} as const;", ""].join("\n");
}

/** `declare readonly gp_regs: KvmRegs;`: set once, in the constructor, so that V8 takes it for constant: see ScalarArray. */
function property(view: View, struct: Struct, names: Names): OptionalKind<PropertyDeclarationStructure> {
  return {
    name: view.property,
    hasDeclareKeyword: true,
    isReadonly: true,
    type: objectType(view.member, struct, names),
    docs: [memberDoc(view.member)],
  };
}

/** The type of a member that is an object of its own. */
function objectType(member: Member, struct: Struct, names: Names): string {
  const scalar = scalarOf(member);
  if (scalar !== undefined) {
    return names.arrays.get(arrayKey(struct, member))?.className ?? scalar.array;
  }
  if (member.type.kind !== "struct") return "Uint8Array";
  const className = names.classes.get(member.type.struct) ?? member.type.struct;
  return member.count === undefined ? className : `StructArray<${className}>`;
}

/** The constructor: a DataView of the struct's own bytes, so that no accessor reaches beyond them. */
function constructorOf(
  struct: Struct,
  className: string,
  views: readonly View[],
  names: Names,
): OptionalKind<ConstructorDeclarationStructure> {
  const objects = views.filter((view) => !isDirect(view));
  const hasView = views.some(isDirect);
  return {
    docs: [
      "\nA view of the struct's bytes in buffer from byte base on, at any alignment; nothing is copied." +
        "\nRangeError when the buffer ends before the struct does.",
    ],
    parameters: [
      { name: "buffer", type: "ArrayBufferLike" },
      { name: "base", initializer: "0" },
    ],
    statements: [
      `${hasView ? "this.#view = " : ""}new DataView(buffer, base, ${className}.byteLength);`,
      ...(views.some(usesWords) ? ["this.#words = wordsOf(this.#view);"] : []),
      ...objects.map((view) => `this.${view.property} = ${objectInitializer(view, struct, names)};`),
    ],
  };
}

function objectInitializer(view: View, struct: Struct, names: Names): string {
  const { member } = view;
  const base = member.offsetBytes === 0 ? "base" : `base + ${member.offsetBytes}`;
  const scalar = scalarOf(member);
  if (scalar !== undefined) {
    const className = names.arrays.get(arrayKey(struct, member))?.className ?? scalar.array;
    return `new ${className}(buffer, ${base}, ${member.count}, "${view.what}")`;
  }
  if (member.type.kind !== "struct") return `new Uint8Array(buffer, ${base}, ${member.sizeBytes})`;
  const className = names.classes.get(member.type.struct) ?? member.type.struct;
  return member.count === undefined
    ? `new ${className}(buffer, ${base})`
    : `new StructArray(buffer, ${base}, ${member.count}, ${className}, "${view.what}")`;
}

function getter(view: View): OptionalKind<GetAccessorDeclarationStructure> {
  const scalar = scalarOf(view.member);
  return {
    name: view.property,
    returnType: scalar?.type ?? "never",
    docs: [memberDoc(view.member)],
    statements: [`return ${scalar?.read("this.#", view.member.offsetBytes)};`],
  };
}

function setter(view: View): OptionalKind<SetAccessorDeclarationStructure> {
  const scalar = scalarOf(view.member);
  return {
    name: view.property,
    parameters: [{ name: "value", type: scalar?.type ?? "never" }],
    statements: [...(scalar?.write("this.#", view.member.offsetBytes, view.what) ?? [])],
  };
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
