import type { DebugField, DebugRegister } from "./target.js";

/** What GDB calls the parts of a description: its own features, and ours. */
const features = {
  core: "org.gnu.gdb.aarch64.core",
  fpu: "org.gnu.gdb.aarch64.fpu",
  sysregs: "org.worldswitch.aarch64.sysregs",
} as const;

const types = {
  integer: "int",
  "code-address": "code_ptr",
  "data-address": "data_ptr",
  vector: "vector_register",
} as const;

/**
 * The target description: each register with its number, and a flags type for each set of fields, which GDB shows as
 * `[ EL=2 SP F I A D ]`. The features are in the order of their first registers.
 * Source: Debugging with GDB, appendix G, Target Descriptions.
 */
export function targetDescription(registers: readonly DebugRegister[]): string {
  const numbered = registers.map((register, number) => ({ register, number }));
  const parts = Object.entries(features).map(([feature, name]) => {
    const own = numbered.filter(({ register }) => register.feature === feature);
    const flags = new FlagTypes(feature);
    const lines = own.map(({ register, number }) => registerLine(register, number, flags));
    const vectors = own.some(({ register }) => register.kind === "vector") ? vectorTypes : [];
    return [`<feature name="${name}">`, ...vectors, ...flags.lines, ...lines, "</feature>"].join("\n");
  });
  return [
    '<?xml version="1.0"?>',
    '<!DOCTYPE target SYSTEM "gdb-target.dtd">',
    '<target version="1.0">',
    "<architecture>aarch64</architecture>",
    ...parts,
    "</target>",
    "",
  ].join("\n");
}

function registerLine(register: DebugRegister, number: number, flags: FlagTypes): string {
  const { name, widthBits, kind, fields, group } = register;
  const type = fields.length > 0 ? flags.of(register) : kind === "integer" ? `uint${widthBits}` : types[kind];
  return `<reg name="${name}" bitsize="${widthBits}" regnum="${number}" type="${type}" group="${group}"/>`;
}

/** The flags types of a feature: registers with the same fields share one. */
class FlagTypes {
  readonly lines: string[] = [];
  readonly #known = new Map<string, string>();

  constructor(readonly feature: string) {}

  /** The name of the type for a register's fields, which is made when it is first asked for. */
  of({ name, widthBits, fields }: DebugRegister): string {
    const body = fields.map(fieldLine).join("\n");
    const key = `${widthBits}:${body}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const id = `${this.feature}_${name}`;
    this.#known.set(key, id);
    this.lines.push(`<flags id="${id}" size="${widthBits / 8}">`, body, "</flags>");
    return id;
  }
}

function fieldLine({ name, lsb, widthBits }: DebugField): string {
  const type = widthBits === 1 ? "bool" : "uint64";
  return `<field name="${name}" start="${lsb}" end="${lsb + widthBits - 1}" type="${type}"/>`;
}

/** A vector register is shown by lane sizes: b, h, s, d, q; unsigned, signed and floating-point. */
const lanes = [
  [
    "d",
    2,
    [
      ["f", "ieee_double"],
      ["u", "uint64"],
      ["s", "int64"],
    ],
  ],
  [
    "s",
    4,
    [
      ["f", "ieee_single"],
      ["u", "uint32"],
      ["s", "int32"],
    ],
  ],
  [
    "h",
    8,
    [
      ["f", "ieee_half"],
      ["u", "uint16"],
      ["s", "int16"],
    ],
  ],
  [
    "b",
    16,
    [
      ["u", "uint8"],
      ["s", "int8"],
    ],
  ],
  [
    "q",
    1,
    [
      ["u", "uint128"],
      ["s", "int128"],
    ],
  ],
] as const;

const vectorTypes: readonly string[] = [
  ...lanes.flatMap(([lane, count, kinds]) => [
    ...kinds.map(([kind, type]) => `<vector id="lane_${lane}${kind}" type="${type}" count="${count}"/>`),
    `<union id="lanes_${lane}">`,
    ...kinds.map(([kind]) => `<field name="${kind}" type="lane_${lane}${kind}"/>`),
    "</union>",
  ]),
  `<union id="${types.vector}">`,
  ...lanes.map(([lane]) => `<field name="${lane}" type="lanes_${lane}"/>`),
  "</union>",
];
