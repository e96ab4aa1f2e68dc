export { type Decoded, decode, encode, fieldsOfWord, isInstruction } from "./codec.js";
export { compileA64 } from "./compile.js";
export type { Clause, Comparison, FieldValues } from "./condition.js";
export { type DecisionTest, type DecisionTree, decisionTree, find } from "./decision-tree.js";
export type * from "./document.js";
export { encodingGroup } from "./encoding-groups.js";
export type { FormItem, Operand, OperandKind, Syntax } from "./form.js";
export type { A64Field, BitPattern } from "./pattern.js";
export type { A64Alias, A64EncodingGroup, A64Form, A64Instruction, A64Names, A64Table } from "./types.js";
