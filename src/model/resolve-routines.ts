import { type JsonNode, memberOf, memberValue, nodeAt, placeOf, stringAt } from "../read/json-node.js";
import type { ValidDocument } from "../validate/document.js";
import type { WorldSwitchDocument } from "../validate/generated/documents.js";
import { gapFor } from "../validate/missing.js";
import { nearestHint } from "../validate/nearest.js";
import { errorAt } from "./finding.js";
import { eachOf, present, type Scope } from "./scope.js";
import type { Group, Procedure, Routine, Step, SwitchStep } from "./types.js";
import { resolveWaivers } from "./waivers.js";

const STEP_KINDS = ["anchor", "save", "restore", "store", "load", "push", "pop", "unstack", "call"] as const;
const SWITCH_KINDS = ["context", "routine", "procedure", "traps", "vm", "barrier"] as const;
/** Steps whose values stay in the temporaries from one step to the next, so that all must fit. */
const HOLDING: ReadonlySet<Step["kind"]> = new Set(["push", "pop"]);

type Document = ValidDocument<WorldSwitchDocument>;

/**
 * Routines with their steps.
 * Errors: WS242 fewer temporaries than a push or pop needs; WS250 unknown group or routine; WS251 call of a routine
 * that stands later, or of itself.
 */
export function resolveRoutines(
  document: Document,
  groups: readonly Group[],
  scope: Scope,
): readonly Routine[] {
  const { value, node } = document;
  const positions = new Map(value.routines.map(({ name }, position) => [name, position]));
  const groupNames = value.groups.map(({ name }) => name);
  const checked = new Set<string>();
  return eachOf(value.routines, nodeAt(node, "routines"), (routine, routineNode, position) => {
    const steps = eachOf(routine.steps, nodeAt(routineNode, "steps"), (_, stepNode) => {
      const step = readStep(stepNode);
      if (step === undefined) return undefined;
      if (step.kind === "call") checkCall(step, position, positions, scope);
      else if (!groupNames.includes(step.name)) reportUnknown("group", step.name, groupNames, step.at, scope);
      else if (HOLDING.has(step.kind) && !checked.has(step.name)) {
        checked.add(step.name);
        checkTemporaries(step, document, groups, scope);
      }
      return step;
    });
    const waivers = resolveWaivers(memberValue(routineNode, "waive"));
    return {
      name: routine.name,
      doc: routine.doc,
      steps: present(steps),
      ...(waivers.length === 0 ? {} : { waivers }),
      at: placeOf(stringAt(routineNode, "name")),
    };
  });
}

function readStep(node: JsonNode): Step | undefined {
  const kind = STEP_KINDS.find((name) => memberOf(node, name) !== undefined);
  if (kind === undefined) return undefined;
  const name = stringAt(node, kind);
  return { kind, name: name.value, at: placeOf(name) };
}

function checkCall(step: Step, position: number, positions: ReadonlyMap<string, number>, scope: Scope): void {
  const called = positions.get(step.name);
  if (called === undefined) reportUnknown("routine", step.name, [...positions.keys()], step.at, scope);
  else if (called >= position) {
    const message =
      called === position
        ? `routine ${step.name} calls itself`
        : `routine ${step.name} is called before it is defined`;
    const hint = called === position ? undefined : `move ${step.name} before the routine that calls it`;
    scope.found.push(errorAt("WS251", step.at, message, { hint }));
  }
}

function checkTemporaries(step: Step, document: Document, groups: readonly Group[], scope: Scope): void {
  const position = document.value.groups.findIndex(({ name }) => name === step.name);
  const group = groups.find(({ name }) => name === step.name);
  if (group === undefined || group.temporaries.length >= group.transfers.length) return;
  const node = nodeAt(document.node, "groups", position);
  const written = memberValue(node, "temporaries");
  const at =
    written === undefined ? gapFor(node, ["name", "doc", "temporaries"], "temporaries").at : placeOf(written);
  const found = written === undefined ? "none" : `${group.temporaries.length}`;
  const message = `group ${group.name} needs ${group.transfers.length} temporaries, one for each register, and has ${found}`;
  const related = [{ at: step.at, message: `${step.kind} has all its values in them at once` }];
  scope.found.push(
    errorAt("WS242", at, message, { related, hint: 'add or widen "temporaries", such as "x4-x7"' }),
  );
}

/** Procedures in document order. Errors: WS250 unknown routine. */
export function resolveProcedures({ value, node }: Document, scope: Scope): readonly Procedure[] {
  const routines = value.routines.map(({ name }) => name);
  return eachOf(value.procedures, nodeAt(node, "procedures"), ({ symbol, routine }, lineNode) => {
    if (!routines.includes(routine))
      reportUnknown("routine", routine, routines, placeOf(stringAt(lineNode, "routine")), scope);
    return { symbol, routine, at: placeOf(stringAt(lineNode, "symbol")) };
  });
}

/** One way of the switch. Errors: WS250 unknown routine or procedure. */
export function resolveWay(
  { value, node }: Document,
  way: "entry" | "exit",
  scope: Scope,
): readonly SwitchStep[] {
  const names = {
    routine: value.routines.map(({ name }) => name),
    procedure: value.procedures.map(({ symbol }) => symbol),
  };
  const steps = eachOf(
    value.switch[way],
    nodeAt(node, "switch", way),
    (_, stepNode): SwitchStep | undefined => {
      const kind = SWITCH_KINDS.find((name) => memberOf(stepNode, name) !== undefined);
      if (kind === undefined) return undefined;
      const nameNode = stringAt(stepNode, kind);
      const step = { kind, name: nameNode.value, at: placeOf(nameNode) };
      if ((kind === "routine" || kind === "procedure") && !names[kind].includes(step.name))
        reportUnknown(kind, step.name, names[kind], step.at, scope);
      return step;
    },
  );
  return present(steps);
}

function reportUnknown(
  what: string,
  name: string,
  names: readonly string[],
  at: Step["at"],
  scope: Scope,
): void {
  scope.found.push(errorAt("WS250", at, `no ${what} is called ${name}`, { hint: nearestHint(name, names) }));
}
