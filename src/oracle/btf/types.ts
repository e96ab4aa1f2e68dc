import { ByteReader } from "../byte-reader.js";
import type { CompiledMember, CompiledType, Where } from "../compiled.js";
import { Malformed } from "../malformed.js";
import { KIND, type RawType, type RawTypes, textAt } from "./raw-types.js";

const POINTER_BYTES = 8;
const DEPTH_LIMIT = 64;
const INT_ENCODING = { signed: 1, bool: 4 } as const;

const QUALIFIERS: ReadonlySet<number> = new Set([
  KIND.typedef,
  KIND.volatile,
  KIND.const,
  KIND.restrict,
  KIND.typeTag,
]);

/** What a blob says of types, each type read once. */
export class BtfTypes {
  readonly #known = new Map<number, CompiledType>();

  constructor(readonly raw: RawTypes) {}

  nameOf({ nameOffset }: RawType): string {
    return textAt(this.raw, nameOffset);
  }

  where({ id }: RawType): Where {
    return { text: `BTF type ${id}` };
  }

  /** The members of a struct or union in declaration order. */
  membersOf(type: RawType, depth = 0): CompiledMember[] {
    const reader = new ByteReader(this.raw.types, "BTF's types", type.data);
    return Array.from({ length: type.count }, () => {
      const name = textAt(this.raw, reader.u32());
      const id = reader.u32();
      const place = reader.u32();
      // With kind_flag the upper 8 bits are a bit-field's width, 0 for what is none.
      const widthBits = type.flag ? place >>> 24 : 0;
      return {
        ...(name === "" ? {} : { name }),
        offsetBits: type.flag ? place & 0xff_ffff : place,
        ...(widthBits === 0 ? {} : { widthBits }),
        type: this.#typeOf(id, depth + 1),
        where: this.where(type),
      };
    });
  }

  #typeOf(id: number, depth: number): CompiledType {
    if (id === 0) return { kind: "other", name: "void" };
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    if (depth > DEPTH_LIMIT)
      throw new Malformed(`BTF type ${id}: more than ${DEPTH_LIMIT} types in each other`);
    const type = this.#type(this.#raw(id), depth);
    this.#known.set(id, type);
    return type;
  }

  #type(type: RawType, depth: number): CompiledType {
    if (QUALIFIERS.has(type.kind)) return this.#typeOf(type.sizeOrType, depth + 1);
    const name = this.nameOf(type);
    switch (type.kind) {
      case KIND.int:
        return { kind: "integer", name, sizeBytes: type.sizeOrType, encoding: this.#intEncoding(type) };
      case KIND.float:
        return { kind: "integer", name, sizeBytes: type.sizeOrType, encoding: "float" };
      case KIND.enum:
      case KIND.enum64:
        return {
          kind: "integer",
          name: `enum ${name === "" ? "{…}" : name}`,
          sizeBytes: type.sizeOrType,
          encoding: "enum",
        };
      case KIND.pointer: {
        const to = this.#pointedTo(type);
        return { kind: "pointer", ...(to === undefined ? {} : { to }), sizeBytes: POINTER_BYTES };
      }
      case KIND.struct:
      case KIND.union:
        return {
          kind: "record",
          union: type.kind === KIND.union,
          ...(name === "" ? { members: this.membersOf(type, depth + 1) } : { name }),
          sizeBytes: type.sizeOrType,
        };
      case KIND.array: {
        const reader = new ByteReader(this.raw.types, "BTF's types", type.data);
        const element = this.#typeOf(reader.u32(), depth + 1);
        reader.skip(4);
        return { kind: "array", element, count: reader.u32() };
      }
      default:
        return { kind: "other", name: name === "" ? `a type of kind ${type.kind}` : name };
    }
  }

  #intEncoding({ data }: RawType): "signed" | "unsigned" | "bool" {
    const encoding = (new ByteReader(this.raw.types, "BTF's types", data).u32() >>> 24) & 15;
    if ((encoding & INT_ENCODING.bool) !== 0) return "bool";
    return (encoding & INT_ENCODING.signed) === 0 ? "unsigned" : "signed";
  }

  /** What a pointer leads to, by name and without reading it: lists lead back to where they began. */
  #pointedTo(pointer: RawType): string | undefined {
    let id = pointer.sizeOrType;
    for (let depth = 0; depth <= DEPTH_LIMIT; depth++) {
      if (id === 0) return undefined;
      const type = this.#raw(id);
      if (!QUALIFIERS.has(type.kind)) {
        const name = this.nameOf(type);
        if (name === "") return "{…}";
        // A forward declaration's kind_flag says that it is of a union.
        const union = type.kind === KIND.union || (type.kind === KIND.forward && type.flag);
        if (union) return `union ${name}`;
        if (type.kind === KIND.enum || type.kind === KIND.enum64) return `enum ${name}`;
        return type.kind === KIND.struct || type.kind === KIND.forward ? `struct ${name}` : name;
      }
      id = type.sizeOrType;
    }
    throw new Malformed(`BTF type ${pointer.id}: a circle of typedefs`);
  }

  #raw(id: number): RawType {
    const type = this.raw.all[id - 1];
    if (type !== undefined) return type;
    throw new Malformed(
      `there is no BTF type ${id} among ${this.raw.all.length}; a module's BTF needs the kernel's and is not read`,
    );
  }
}
