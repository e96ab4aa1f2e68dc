import type { SourceRef } from "../core/source-ref.js";
import type { Model } from "../model/types.js";
import type { Finding, Rule } from "./rule.js";
import { isMove, type Move, type Way, walkSwitch } from "./walk.js";

/**
 * The vectors push the registers that they need at once; the exit pops them and stores them. The entry loads them,
 * pushes them, and takes them from the stack last of all. Nothing stays on the stack.
 */
export const rule: Rule = {
  code: "WS310",
  name: "stack",
  severity: "error",
  why: "EL2's stack grows or shrinks with every switch, or the guest gets another's registers",
  check: (model) => [...entry(model), ...exit(model), ...pushedRoles(model)],
};

function entry(model: Model): Finding[] {
  const found: Finding[] = [];
  const stack: Move[] = [];
  const held = new Map<string, Move>();
  const moves = walkSwitch(model, "entry").filter(isMove);
  for (const move of moves) {
    const name = move.group.name;
    if (move.kind === "load") held.set(name, move);
    if (move.kind === "push") {
      if (!held.delete(name)) found.push(needs(moves, move, "load", "into the temporaries"));
      stack.push(move);
    }
    if (move.kind === "unstack") {
      const top = stack.pop();
      if (top?.group.name !== name) found.push(wrongTop(move, top?.group.name));
    }
    if (move.kind === "pop" || move.kind === "store") found.push(notHere(move, "entry"));
  }
  for (const left of stack) found.push(leftOver(left.at, left.group.name, "pushed", "unstacked"));
  for (const left of held.values())
    found.push(leftOver(left.at, left.group.name, "loaded into temporaries", "pushed"));
  return found;
}

function exit(model: Model): Finding[] {
  const found: Finding[] = [];
  const held = new Map<string, Move>();
  let popped: Move | undefined;
  const moves = walkSwitch(model, "exit").filter(isMove);
  for (const move of moves) {
    const name = move.group.name;
    if (move.kind === "pop") {
      popped ??= move;
      held.set(name, move);
    }
    if (move.kind === "store" && !held.delete(name)) found.push(needs(moves, move, "pop", "from the stack"));
    if (move.kind === "push" || move.kind === "load" || move.kind === "unstack")
      found.push(notHere(move, "exit"));
  }
  for (const left of held.values()) found.push(leftOver(left.at, left.group.name, "popped", "stored"));
  if (popped === undefined) {
    found.push({
      at: model.worldSwitch.exit[0]?.at ?? model.layout.at,
      message: "the vectors push registers of the guest, but the exit never pops them",
      hint: "pop the group that the entry unstacks, then store it",
    });
  }
  return [...found, ...mismatch(model, popped)];
}

/** Registers that el1_sync and el1_trap work in. */
const HANDLER_REGISTERS = 4;

/** What the entry unstacks is what the vectors push and the exit pops. */
function mismatch(model: Model, popped: Move | undefined): Finding[] {
  const unstacked = walkSwitch(model, "entry").find((e): e is Move => e.kind === "unstack");
  if (popped === undefined || unstacked === undefined || unstacked.group === popped.group) return [];
  return [
    {
      at: unstacked.at,
      message: `the entry unstacks ${unstacked.group.name}, but the exit pops ${popped.group.name}`,
      related: [{ at: popped.at, message: "popped here" }],
    },
  ];
}

/**
 * The handlers work in the four registers that the vectors push: the first is the vcpu's while the others hold what
 * is known of the trap. The roles are used before anything is saved, so they must be among the four.
 */
function pushedRoles(model: Model): Finding[] {
  const popped = walkSwitch(model, "exit").find((e): e is Move => e.kind === "pop");
  if (popped === undefined) return [];
  const { group } = popped;
  const found: Finding[] = [];
  if (group.transfers.length !== HANDLER_REGISTERS) {
    found.push({
      at: group.at,
      message: `${group.name} goes by the stack with ${group.transfers.length} registers, but the handlers work in ${HANDLER_REGISTERS}`,
    });
  }
  const { vcpu, exitCode, context, scratch } = model.worldSwitch.registers;
  const pushed = group.transfers.map((t) => t.number);
  for (const number of new Set([vcpu, exitCode, context, scratch])) {
    if (pushed.includes(number)) continue;
    found.push({
      at: group.at,
      message: `the vectors use x${number}, but ${group.name}, which they push, does not have X${number}`,
      hint: `add X${number} to ${group.name}: the guest's value is lost before it is saved`,
    });
  }
  const [first] = group.transfers;
  if (first !== undefined && first.number !== vcpu && pushed.includes(vcpu)) {
    found.push({
      at: first.at,
      message: `${first.register} is first in ${group.name}, but the handlers need X${vcpu}, the vcpu's, there`,
      hint: `list X${vcpu} first: the others hold the syndrome and the addresses when the vcpu's is loaded`,
    });
  }
  return found;
}

/** At the step's own anchor, where there is one directly before it: what is missing comes before that. */
function needs(moves: readonly Move[], move: Move, kind: string, where: string): Finding {
  const before = moves[moves.indexOf(move) - 1];
  return {
    at: before?.kind === "anchor" && before.group === move.group ? before.at : move.at,
    message: `${move.kind} ${move.group.name} without a ${kind} before it that brings its values ${where}`,
    hint: `add { "${kind}": "${move.group.name}" } before it`,
  };
}

function wrongTop(move: Move, top: string | undefined): Finding {
  return {
    at: move.at,
    message: `unstack ${move.group.name}, but ${top === undefined ? "nothing was pushed" : `the top of the stack is ${top}`}`,
    hint: `push ${move.group.name} before it`,
  };
}

function notHere(move: Move, way: Way): Finding {
  const other = way === "entry" ? "load, push and unstack" : "pop and store";
  return {
    at: move.at,
    message: `${move.kind} ${move.group.name} on ${way}, where a group goes by ${other}`,
    hint:
      way === "entry"
        ? "the vectors push nothing before an entry"
        : "after an exit nothing is taken from the stack",
  };
}

function leftOver(at: SourceRef, group: string, was: string, never: string): Finding {
  return {
    at,
    message: `${group} is ${was} here, but never ${never}`,
    hint: "each value must leave the stack again",
  };
}
