import { columns, type MatrixRow, type Verdict } from "./report.js";

/** A row for print: neighbours of the same kind whose verdicts are the same are one, as `X4 … X18`. */
export interface MatrixLine {
  readonly register: string;
  readonly member: string;
  readonly verdicts: readonly Verdict[];
}

/** The matrix as few lines as say the same. System registers stay one line each. */
export function matrixLines(rows: readonly MatrixRow[]): MatrixLine[] {
  const lines: { first: MatrixRow; last: MatrixRow }[] = [];
  for (const row of rows) {
    const before = lines.at(-1);
    if (before !== undefined && continues(before.last, row)) before.last = row;
    else lines.push({ first: row, last: row });
  }
  return lines.map(({ first, last }) => ({
    register: first === last ? first.register : `${first.register} … ${last.register}`,
    member: first === last ? (first.member ?? "") : `${first.member ?? ""} …`,
    verdicts: columns.map((column) => first.verdicts[column]),
  }));
}

function continues(before: MatrixRow, row: MatrixRow): boolean {
  if (before.kind !== row.kind || (row.kind !== "x" && row.kind !== "q")) return false;
  const number = (name: string): number => Number(name.slice(1));
  const next = number(row.register) === number(before.register) + 1;
  return next && columns.every((column) => before.verdicts[column] === row.verdicts[column]);
}
