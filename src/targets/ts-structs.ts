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
      (kinds) => ({
        statements: [
          importLine(model),
          ...model.structs.flatMap((struct) => [
            ...struct.members.flatMap((member) => namedArrayClass(struct, member, names, kinds)),
            ...structClass(struct, names, kinds),
          ]),
        ],
      }),
    );
    return success([{ path: "ts/structs.ts", text }]);
  },
};

interface Names {
  readonly classes: ReadonlyMap<string, string>;
  readonly arrays: ReadonlyMap<string, NamedArray>;
}

/** One member as the class shows it. what: how errors name it. */
interface View {
  readonly member: Member;
  readonly property: string;
  readonly what: string;
}

/** `import { ScalarArray, uint32 } from "worldswitch/runtime";`: what the structs need of it, sorted. */
function importLine(model: Model): string {
  const used = model.structs.flatMap((struct) =>
    struct.members.flatMap((member) => {
      const scalar = scalarOf(member);
      if (scalar !== undefined)
        return member.count === undefined ? [scalar.accessor] : [scalar.accessor, "ScalarArray"];
      return member.type.kind === "struct" && member.count !== undefined ? ["StructArray"] : [];
    }),
  );
  return used.length === 0
    ? ""
    : `import { ${[...new Set(used)].sort().join(", ")} } from "worldswitch/runtime";`;
}

/** `get SCTLR_EL1(): bigint { return this.get(3); }` and its setter per named element of an array. */
function namedArrayClass(
  struct: Struct,
  member: Member,
  names: Names,
  kinds: StructureKinds,
): ClassDeclarationStructure[] {
  const array = names.arrays.get(arrayKey(struct, member));
  const scalar = scalarOf(member);
  if (array === undefined || scalar === undefined) return [];
  const elements = [...array.names];
  return [
    {
      kind: kinds.Class,
      isExported: true,
      name: array.className,
      extends: `ScalarArray<${scalar.type}>`,
      docs: [`${struct.name}.${member.name}: its elements by index and by name.`],
      getAccessors: elements.map(([index, name]) => ({
        name,
        returnType: scalar.type,
        statements: [`return this.get(${index});`],
      })),
      setAccessors: elements.map(([index, name]) => ({
        name,
        parameters: [{ name: "value", type: scalar.type }],
        statements: [`this.set(${index}, value);`],
      })),
    },
  ];
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

/** `const offsetsOfKvmRegs = { … } as const;`: ts-morph would indent it wrongly inside of the class. */
function offsetsConstant(className: string, views: readonly View[]): string {
  const lines = views.map((view) => `  ${objectKey(view.property)}: ${view.member.offsetBytes},`);
  return ["", `const offsetsOf${className} = {`, ...lines, "} as const;", ""].join("\n");
}

function property(view: View, struct: Struct, names: Names): OptionalKind<PropertyDeclarationStructure> {
  return {
    name: view.property,
    isReadonly: true,
    type: objectType(view.member, struct, names),
    docs: [memberDoc(view.member)],
  };
}

/** The type of a member that is an object of its own. */
function objectType(member: Member, struct: Struct, names: Names): string {
  const scalar = scalarOf(member);
  if (scalar !== undefined) {
    return names.arrays.get(arrayKey(struct, member))?.className ?? `ScalarArray<${scalar.type}>`;
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
  const needsView = views.some((view) => needsDataView(view.member));
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
      `${needsView ? "const view = " : ""}new DataView(buffer, base, ${className}.byteLength);`,
      ...(views.some(isDirect) ? ["this.#view = view;"] : []),
      ...objects.map((view) => `this.${view.property} = ${objectInitializer(view, struct, names)};`),
    ],
  };
}

/** Whether the constructor hands its DataView to the member: nested structs and opaque bytes take the buffer. */
function needsDataView(member: Member): boolean {
  return scalarOf(member) !== undefined || (member.type.kind === "struct" && member.count !== undefined);
}

function objectInitializer(view: View, struct: Struct, names: Names): string {
  const { member } = view;
  const base = member.offsetBytes === 0 ? "base" : `base + ${member.offsetBytes}`;
  const scalar = scalarOf(member);
  if (scalar !== undefined) {
    const className = names.arrays.get(arrayKey(struct, member))?.className ?? "ScalarArray";
    return `new ${className}(view, ${member.offsetBytes}, ${member.count}, ${scalar.accessor}, "${view.what}")`;
  }
  if (member.type.kind !== "struct") return `new Uint8Array(buffer, ${base}, ${member.sizeBytes})`;
  const className = names.classes.get(member.type.struct) ?? member.type.struct;
  return member.count === undefined
    ? `new ${className}(buffer, ${base})`
    : `new StructArray(view, ${member.offsetBytes}, ${member.count}, ${className}, "${view.what}")`;
}

function getter(view: View): OptionalKind<GetAccessorDeclarationStructure> {
  const scalar = scalarOf(view.member);
  return {
    name: view.property,
    returnType: scalar?.type ?? "never",
    docs: [memberDoc(view.member)],
    statements: [`return ${scalar?.accessor}.get(this.#view, ${view.member.offsetBytes});`],
  };
}

function setter(view: View): OptionalKind<SetAccessorDeclarationStructure> {
  const scalar = scalarOf(view.member);
  return {
    name: view.property,
    parameters: [{ name: "value", type: scalar?.type ?? "never" }],
    statements: [`${scalar?.accessor}.set(this.#view, ${view.member.offsetBytes}, value, "${view.what}");`],
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
