import { decisionTree, find } from "../model/a64/index.js";
import type { Architecture as ModelArchitecture } from "../model/architecture.js";
import type { Architecture } from "../runtime/index.js";
import type { CpuModel } from "./cpu-model.js";
import { describeInstruction } from "./instructions.js";
import { describeRegister } from "./registers.js";
import { describeSystemOperation } from "./system-operations.js";

/**
 * The architecture as the runtime is told of it, without generated code: every register of the catalogue that the CPU
 * has, with the CPU's reset values, and the whole instruction set.
 * cpu: the whole catalogue with its own values unless given.
 */
export function describeArchitecture({ sysregs, a64 }: ModelArchitecture, cpu?: CpuModel): Architecture {
  const tree = decisionTree(a64.instructions);
  const registers = [...sysregs.values()].filter((register) => cpu?.has(register) ?? true);
  return {
    registers: registers.map((register) => {
      const reset = cpu?.resets.get(register.name);
      const selected = cpu?.selections.get(register.name);
      return {
        ...describeRegister(register),
        ...(reset === undefined ? {} : { reset }),
        ...(selected === undefined ? {} : { selected }),
      };
    }),
    instructions: a64.instructions.map(describeInstruction),
    decode: (word) => find(tree, word),
    systemOperations: a64.systemOperations.map(describeSystemOperation),
    encodingGroups: a64.encodingGroups,
  };
}
