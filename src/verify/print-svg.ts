import { type MatrixLine, matrixLines } from "./matrix-lines.js";
import { columns, type Verdict, type VerifyReport } from "./report.js";

const ROW = 18;
const NAME_WIDTH = 130;
const CELL_WIDTH = 64;
const TOP = 46;

/** Fill and letter of a cell: the letter says the same to who cannot tell the colours. */
const LOOKS: Readonly<Record<Verdict, readonly [fill: string, letter: string]>> = {
  ok: ["#2e7d32", "ok"],
  violation: ["#c62828", "NO"],
  waived: ["#f9a825", "waived"],
  "not-applicable": ["#eceff1", ""],
};

/** The matrix as an SVG picture: a row for each register or range, a coloured cell for each column. Ends in a newline. */
export function printSvg(report: VerifyReport): string {
  const lines = matrixLines(report.matrix);
  const width = NAME_WIDTH + CELL_WIDTH * columns.length + 10;
  const height = TOP + ROW * lines.length + 10;
  const verdict = report.proved ? "proved" : "not proved";
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="monospace" font-size="12">`,
    `<title>${escaped(report.layout)}: ${verdict}</title>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    `<text x="6" y="18" font-weight="bold">${escaped(report.layout)}: ${verdict}</text>`,
    ...columns.map((column, i) => `<text x="${middle(i)}" y="38" text-anchor="middle">${column}</text>`),
    ...lines.flatMap(row),
    "</svg>",
    "",
  ].join("\n");
}

function row({ register, verdicts }: MatrixLine, index: number): string[] {
  const y = TOP + ROW * index;
  return [
    `<text x="6" y="${y + 13}">${escaped(register)}</text>`,
    ...verdicts.flatMap((verdict, i) => {
      const [fill, letter] = LOOKS[verdict];
      const x = NAME_WIDTH + CELL_WIDTH * i;
      const cell = `<rect x="${x + 1}" y="${y + 1}" width="${CELL_WIDTH - 2}" height="${ROW - 2}" fill="${fill}"/>`;
      const ink = verdict === "waived" ? "#000000" : "#ffffff";
      const text = `<text x="${middle(i)}" y="${y + 13}" text-anchor="middle" fill="${ink}">${letter}</text>`;
      return letter === "" ? [cell] : [cell, text];
    }),
  ];
}

function middle(column: number): number {
  return NAME_WIDTH + CELL_WIDTH * column + CELL_WIDTH / 2;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
