import type {
  ClassDeclarationStructure,
  ConstructorDeclarationStructure,
  GetAccessorDeclarationStructure,
  OptionalKind,
  PropertyDeclarationStructure,
  SetAccessorDeclarationStructure,
} from "ts-morph";
import type { ScalarType } from "../model/types.js";
import type { KeyedStatements, StructureKinds } from "../print/typescript.js";
import { objectKey } from "./ts-names.js";
import { scalarNamed } from "./ts-scalars.js";

/** All that a struct's class says, as plain values: its text follows from nothing else. struct: the struct's name. about: its docs. */
export interface ClassView {
  readonly struct: string;
  readonly className: string;
  readonly about: string;
  readonly sizeBytes: number;
  readonly alignBytes: number;
  readonly members: readonly MemberView[];
}

/** One member as the class shows it: either a scalar, through accessors, or an object of its own. */
export interface MemberView {
  readonly name: string;
  readonly property: string;
  readonly offsetBytes: number;
  readonly doc: string;
  readonly scalar?: ScalarType;
  readonly object?: { readonly type: string; readonly initializer: string };
}

/** The constant of the struct's offsets and its class. */
export function structClass(view: ClassView): KeyedStatements {
  return {
    key: JSON.stringify(view),
    statements: (kinds) => [offsetsConstant(view), classDeclaration(view, kinds)],
  };
}

/** `const offsetsOfKvmRegs = { … } as const;`: ts-morph would indent it wrongly inside of the class. */
function offsetsConstant({ className, members }: ClassView): string {
  const lines = members.map((member) => `  ${objectKey(member.property)}: ${member.offsetBytes},`);
  return [`const offsetsOf${className} = {`, ...lines, "} as const;", ""].join("\n");
}

function classDeclaration(view: ClassView, kinds: StructureKinds): ClassDeclarationStructure {
  const { className, members } = view;
  const accessors = members.flatMap((member) => accessorsOf(member, view.struct));
  return {
    kind: kinds.Class,
    isExported: true,
    name: className,
    docs: [`\n${view.about}`],
    properties: [
      { name: "byteLength", isStatic: true, isReadonly: true, initializer: String(view.sizeBytes) },
      { name: "alignment", isStatic: true, isReadonly: true, initializer: String(view.alignBytes) },
      {
        name: "offsets",
        isStatic: true,
        isReadonly: true,
        docs: ["Each member's offset in bytes."],
        initializer: `offsetsOf${className}`,
      },
      ...(members.some(isDirect) ? [{ name: "#view", isReadonly: true, type: "DataView" }] : []),
      ...(members.some(usesWords) ? [{ name: "#words", isReadonly: true, type: "BigUint64Array" }] : []),
      ...members.flatMap(property),
    ],
    ctors: [constructorOf(view)],
    getAccessors: accessors.map(({ get }) => get),
    setAccessors: accessors.map(({ set }) => set),
  };
}

/** Whether the member is read and set through accessors. */
function isDirect(member: MemberView): boolean {
  return member.scalar !== undefined;
}

/** Whether its accessors go through the struct's words. */
function usesWords({ scalar }: MemberView): boolean {
  return scalar !== undefined && scalarNamed(scalar).usesWords;
}

/** `declare readonly gp_regs: KvmRegs;`: set once, in the constructor, so that V8 takes it for constant: see ScalarArray. */
function property({ property, doc, object }: MemberView): OptionalKind<PropertyDeclarationStructure>[] {
  if (object === undefined) return [];
  return [{ name: property, hasDeclareKeyword: true, isReadonly: true, type: object.type, docs: [doc] }];
}

/** The constructor: a DataView of the struct's own bytes, so that no accessor reaches beyond them. */
function constructorOf({ className, members }: ClassView): OptionalKind<ConstructorDeclarationStructure> {
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
      `${members.some(isDirect) ? "this.#view = " : ""}new DataView(buffer, base, ${className}.byteLength);`,
      ...(members.some(usesWords) ? ["this.#words = wordsOf(this.#view);"] : []),
      ...members.flatMap(({ property, object }) =>
        object === undefined ? [] : [`this.${property} = ${object.initializer};`],
      ),
    ],
  };
}

interface Accessors {
  readonly get: OptionalKind<GetAccessorDeclarationStructure>;
  readonly set: OptionalKind<SetAccessorDeclarationStructure>;
}

function accessorsOf(
  { name, property, offsetBytes, doc, scalar: scalarName }: MemberView,
  struct: string,
): Accessors[] {
  if (scalarName === undefined) return [];
  const scalar = scalarNamed(scalarName);
  return [
    {
      get: {
        name: property,
        returnType: scalar.type,
        docs: [doc],
        statements: [`return ${scalar.read("this.#", offsetBytes)};`],
      },
      set: {
        name: property,
        parameters: [{ name: "value", type: scalar.type }],
        statements: [...scalar.write("this.#", offsetBytes, `${struct}.${name}`)],
      },
    },
  ];
}
