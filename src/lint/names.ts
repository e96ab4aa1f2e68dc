import type { SourceRef } from "../core/source-ref.js";
import type { Model } from "../model/types.js";
import { GLUE_LABELS, GLUE_MACROS } from "./glue.js";
import type { Finding, Rule } from "./rule.js";

/**
 * Names that end up in the same C header or assembly file are different, and none of them means something there already.
 * Behind it: enum values and macros that were compared by nobody until a build broke elsewhere.
 */
export const rule: Rule = {
  code: "WS317",
  name: "names",
  severity: "error",
  why: "the generated header or assembly file does not compile, or means something else",
  check: (model) => {
    const macroNames = preprocessorNames(model);
    return [
      ...collisions(macroNames),
      ...collisions(labels(model)),
      ...collisions(macros(model)),
      ...keywords(model, macroNames),
      ...registers([...macroNames, ...procedures(model)]),
      ...replaced(model, macroNames),
    ];
  },
};

interface Named {
  readonly name: string;
  readonly what: string;
  /** Absent for names of the assembly's fixed part. */
  readonly at?: SourceRef;
}

type Placed = Named & { readonly at: SourceRef };

/** Macros and enumerators: one namespace for a C file and for an assembly file that include the same headers. */
function preprocessorNames(model: Model): Placed[] {
  const { sysregOrder: order } = model;
  return [
    ...model.constants.map(({ name, at }) => ({ name, what: "a constant", at })),
    { name: order.sentinel.name, what: "the name of index 0", at: order.at },
    ...order.slots.map(({ name, at }) => ({ name, what: "an index of the system registers", at })),
    ...model.asmOffsets.map(({ symbol, at }) => ({ name: symbol, what: "a symbol of asm-offsets", at })),
    ...model.offsetMacros.map(({ macro, at }) => ({ name: macro, what: "an offset macro", at })),
  ];
}

function labels(model: Model): Named[] {
  return [
    ...GLUE_LABELS.map((name) => ({ name, what: "a label of the switch itself" })),
    ...procedures(model),
  ];
}

function procedures(model: Model): Placed[] {
  return model.worldSwitch.procedures.map(({ symbol, at }) => ({ name: symbol, what: "a procedure", at }));
}

/** GNU as compares macro names without case, and prefers a macro to an instruction. */
function macros(model: Model): Named[] {
  const lower = (name: string): string => name.toLowerCase();
  const fixed = GLUE_MACROS.map((name) => ({ name, what: "a macro of the switch itself" }));
  const instructions = [...model.a64.mnemonics].map((name) => ({ name, what: "an instruction" }));
  const routines = model.worldSwitch.routines.map(({ name, at }) => ({
    name: lower(name),
    what: "a routine",
    at,
  }));
  return [...fixed, ...instructions, ...routines];
}

function collisions(names: readonly Named[]): Finding[] {
  const first = new Map<string, Named>();
  return names.flatMap((named) => {
    const before = first.get(named.name);
    if (before === undefined) first.set(named.name, named);
    if (before === undefined || named.at === undefined) return [];
    return [
      {
        at: named.at,
        message: `${named.name} is ${named.what}, but the name is taken by ${before.what}`,
        ...(before.at === undefined ? {} : { related: [{ at: before.at, message: `${before.what}` }] }),
        hint: "rename one of them",
      },
    ];
  });
}

/** Names that C has a meaning for. */
function keywords({ structs }: Model, macroNames: readonly Placed[]): Finding[] {
  const isKeyword = ({ name }: { name: string }) => C_KEYWORDS.has(name);
  const inHeaders: Placed[] = [
    ...macroNames.filter(isKeyword),
    ...structs.filter(isKeyword).map(({ name, at }) => ({ name, what: "a struct", at })),
    ...structs.flatMap((struct) =>
      struct.members
        .filter(isKeyword)
        .map(({ name, at }) => ({ name, what: `a member of ${struct.name}`, at })),
    ),
  ];
  return inHeaders.map((named) => meaning(named, "a keyword of C"));
}

/** Names that GNU as has a meaning for. */
function registers(names: readonly Placed[]): Finding[] {
  return names
    .filter(({ name }) => REGISTER.test(name))
    .map((named) => meaning(named, "a register to the assembler"));
}

/** A macro's name that is also a member's or a struct's would replace it wherever both headers are included. */
function replaced({ structs }: Model, macroNames: readonly Placed[]): Finding[] {
  const macroByName = new Map(macroNames.map((named) => [named.name, named]));
  const found: Finding[] = [];
  const compare = ({ name, at }: { name: string; at: SourceRef }): void => {
    const macro = macroByName.get(name);
    if (macro === undefined) return;
    found.push({
      at,
      message: `${name} is also ${macro.what}, and C would put that in its place`,
      related: [{ at: macro.at, message: macro.what }],
      hint: "rename one of them",
    });
  };
  structs.forEach(compare);
  for (const { members } of structs) members.forEach(compare);
  return found;
}

function meaning(named: Placed, what: string): Finding {
  return {
    at: named.at,
    message: `${named.name} is ${named.what}, but means ${what}`,
    hint: "rename it",
  };
}

const REGISTER = /^(?:[xw](?:\d|[12]\d|30)|[vqdshb](?:\d|[12]\d|3[01])|w?sp|[xw]zr|lr|fp|ip[01])$/i;

const C_KEYWORDS: ReadonlySet<string> = new Set(
  `auto break case char const continue default do double else enum extern float for goto if inline int long register
  restrict return short signed sizeof static struct switch typedef union unsigned void volatile while _Alignas
  _Alignof _Atomic _Bool _Complex _Generic _Imaginary _Noreturn _Static_assert _Thread_local bool true false asm
  typeof`.split(/\s+/),
);
