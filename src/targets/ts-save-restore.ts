import { commentText } from "../core/comment-text.js";
import { resultOf, success } from "../core/result.js";
import type { Group, Model, Routine, Step } from "../model/types.js";
import { printTypeScript } from "../print/typescript.js";
import { headerLines } from "./header.js";
import type { Target } from "./target.js";
import { namedArrays } from "./ts-named-arrays.js";
import { bindingName, classNames, pascalCase, uniqueNames } from "./ts-names.js";
import { type TsTransfer, tsTransfer } from "./ts-transfers.js";

/**
 * ts/save-restore.ts: `saveCommonRegs(cpu, context)` per routine of the world switch, and the pair of functions
 * per group that routines are made of. Over a register file there is no need of a stack or of temporaries, so the
 * steps that only serve those do nothing: what is popped and stored is saved, what is loaded, pushed and unstacked
 * is restored where it is unstacked.
 */
export const target: Target = {
  name: "ts-save-restore",
  directory: "ts",
  async emit(model) {
    const arrays = namedArrays(model);
    const { groups, routines } = model.worldSwitch;
    const transfers = groups.map((group) =>
      group.transfers.map((transfer) => tsTransfer(transfer, model, arrays)),
    );
    const diagnostics = transfers.flat().flatMap((result) => result.diagnostics);
    const moves = transfers.map((list) => list.flatMap((result) => (result.ok ? [result.value] : [])));
    const names = functionNames(model);
    const contextClass = classNames(model).get(model.layout.context) ?? model.layout.context;
    const text = await printTypeScript(
      headerLines(model, "The world switch's transfers, over a register file."),
      [
        `import type { ${contextClass} } from "./structs.js";\n`,
        REGISTER_FILE,
        ...groups.flatMap((group, i) => groupFunctions(group, moves[i] ?? [], names, contextClass)),
        ...routines.flatMap((routine) => routineFunction(routine, names, contextClass)),
      ],
    );
    const checked = resultOf(diagnostics, () => text);
    return checked.ok ? success([{ path: "ts/save-restore.ts", text }], diagnostics) : checked;
  },
};

const REGISTER_FILE = `
/**
 * The registers of a CPU. X and system registers are bigints in 0 … 2^64-1, Q registers in 0 … 2^128-1. System
 * registers go by the manual's names, as MRS and MSR take them.
 */
export interface RegisterFile {
  readX(number: number): bigint;
  writeX(number: number, value: bigint): void;
  readQ(number: number): bigint;
  writeQ(number: number, value: bigint): void;
  readSysreg(name: string): bigint;
  writeSysreg(name: string, value: bigint): void;
}
`;

interface FunctionNames {
  /** By the group's name. */
  readonly save: ReadonlyMap<string, string>;
  readonly restore: ReadonlyMap<string, string>;
  /** By the routine's name. */
  readonly routine: ReadonlyMap<string, string>;
}

/** Routines have their names in camel case; groups are saveFpsimdGroup and restoreFpsimdGroup. */
function functionNames(model: Model): FunctionNames {
  const { groups, routines } = model.worldSwitch;
  const wanted = [
    ...routines.map((routine) => camelCase(routine.name)),
    ...groups.map((group) => `save${pascalCase(group.name)}Group`),
    ...groups.map((group) => `restore${pascalCase(group.name)}Group`),
  ];
  const unique = uniqueNames(wanted);
  const part = (start: number, named: readonly { readonly name: string }[]) =>
    new Map(named.map(({ name }, i) => [name, unique[start + i] ?? name]));
  return {
    routine: part(0, routines),
    save: part(routines.length, groups),
    restore: part(routines.length + groups.length, groups),
  };
}

/** What ts/save-restore.ts and ts/structs.ts export: the function of each routine, by its name, and the context's class. */
export function exportedNames(model: Model): {
  readonly routines: ReadonlyMap<string, string>;
  readonly contextClass: string;
} {
  const { context } = model.layout;
  return { routines: functionNames(model).routine, contextClass: classNames(model).get(context) ?? context };
}

function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

function groupFunctions(
  group: Group,
  moves: readonly TsTransfer[],
  names: FunctionNames,
  contextClass: string,
): string[] {
  const doc = commentText(group.doc);
  return [
    ...functionLines(
      `Saves ${group.name}. ${doc}`,
      names.save.get(group.name),
      contextClass,
      groupLines(moves, (move, holder) => move.save(holder)),
    ),
    ...functionLines(
      `Restores ${group.name}. ${doc}`,
      names.restore.get(group.name),
      contextClass,
      groupLines(moves, (move, holder) => move.restore(holder)),
    ),
  ];
}

/**
 * `const regs = context.gp_regs.regs.regs;` for what several moves go through, so that the way to it is gone once; then a
 * line a move.
 */
function groupLines(
  moves: readonly TsTransfer[],
  line: (move: TsTransfer, holder: string) => string,
): string[] {
  const ways = moves.map(({ holder }) => holder);
  const repeated = [...new Set(ways)].filter(
    (way) => way !== "" && ways.indexOf(way) !== ways.lastIndexOf(way),
  );
  const names = uniqueNames(
    repeated.map((way) => bindingName(/(\w+)(?:\.get\(\d+\))?$/.exec(way)?.[1] ?? "slots")),
    ["cpu", "context", "BigInt", "Number"],
  );
  const locals = new Map(repeated.map((way, i) => [way, names[i] ?? ""]));
  return [
    ...[...locals].map(([way, name]) => `const ${name} = context${way};`),
    ...moves.map((move) => line(move, locals.get(move.holder) ?? `context${move.holder}`)),
  ];
}

function routineFunction(routine: Routine, names: FunctionNames, contextClass: string): string[] {
  const calls = routine.steps.flatMap((step) => {
    const name = calledFunction(step, names);
    return name === undefined ? [] : [`${name}(cpu, context);`];
  });
  return functionLines(commentText(routine.doc), names.routine.get(routine.name), contextClass, calls);
}

/** What a step comes to over a register file; nothing for a step that only moves a base, temporaries or the stack. */
function calledFunction(step: Step, names: FunctionNames): string | undefined {
  switch (step.kind) {
    case "save":
    case "store":
      return names.save.get(step.name);
    case "restore":
    case "unstack":
      return names.restore.get(step.name);
    case "call":
      return names.routine.get(step.name);
    case "anchor":
    case "load":
    case "push":
    case "pop":
      return undefined;
  }
}

function functionLines(
  doc: string,
  name: string | undefined,
  contextClass: string,
  lines: readonly string[],
): string[] {
  const used = lines.length > 0 ? "" : "_";
  return [
    "",
    `/** ${doc} */`,
    `export function ${name}(${used}cpu: RegisterFile, ${used}context: ${contextClass}): void {`,
    ...lines.map((line) => `  ${line}`),
    "}",
    "",
  ];
}
