/** consumer: code compiled against the old headers. guest: state that was saved under the old layout. */
export type Victim = "consumer" | "guest";

/**
 * A reason why a change breaks something that was made with the old layout.
 * code: stable, see docs/reference/diff.md. name: kebab case. why: what goes wrong, one line.
 */
export interface Break {
  readonly code: string;
  readonly name: string;
  readonly breaks: readonly Victim[];
  readonly why: string;
}

/** Every reason by its role, in the order of the codes. */
export const BREAKS = {
  registerRemoved: {
    code: "WS351",
    name: "register-removed",
    breaks: ["consumer", "guest"],
    why: "a guest's value of the register has no place to go, and its index has no name",
  },
  indexRenumbered: {
    code: "WS352",
    name: "index-renumbered",
    breaks: ["consumer", "guest"],
    why: "the old index now names another register, in compiled code and in saved guests",
  },
  slotMoved: {
    code: "WS353",
    name: "slot-moved",
    breaks: ["consumer", "guest"],
    why: "a context copied as bytes puts the value where another register is now",
  },
  structRemoved: {
    code: "WS354",
    name: "struct-removed",
    breaks: ["consumer"],
    why: "code that uses the struct no longer compiles",
  },
  structResized: {
    code: "WS355",
    name: "struct-resized",
    breaks: ["consumer"],
    why: "compiled code allocates, copies and indexes with the old size or alignment",
  },
  memberRemoved: {
    code: "WS356",
    name: "member-removed",
    breaks: ["consumer"],
    why: "compiled code accesses bytes that now belong to something else",
  },
  memberMoved: {
    code: "WS357",
    name: "member-moved",
    breaks: ["consumer"],
    why: "compiled code accesses the old offset",
  },
  memberResized: {
    code: "WS358",
    name: "member-resized",
    breaks: ["consumer"],
    why: "compiled code accesses the old width or number of elements",
  },
  memberRetyped: {
    code: "WS359",
    name: "member-retyped",
    breaks: ["consumer"],
    why: "compiled code reads the same bytes as another type",
  },
  symbolRemoved: {
    code: "WS360",
    name: "symbol-removed",
    breaks: ["consumer"],
    why: "assembly that uses the symbol no longer assembles",
  },
  symbolChanged: {
    code: "WS361",
    name: "symbol-changed",
    breaks: ["consumer"],
    why: "assembled code has the old offset in its instructions",
  },
  constantRemoved: {
    code: "WS362",
    name: "constant-removed",
    breaks: ["consumer"],
    why: "code that uses the name no longer compiles",
  },
  constantChanged: {
    code: "WS363",
    name: "constant-changed",
    breaks: ["consumer"],
    why: "compiled code has the old value in it",
  },
} as const satisfies Readonly<Record<string, Break>>;

/** Every reason, in the order of the codes. */
export const ALL_BREAKS: readonly Break[] = Object.values(BREAKS);
