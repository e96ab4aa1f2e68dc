import type { Diagnostic } from "../core/diagnostic.js";
import { type JsonString, nodeAt, placeInString, placeOf, stringAt } from "../read/json-node.js";
import type { ValidDocument } from "../validate/document.js";
import type { ConstantsDocument, SysregOrderDocument } from "../validate/generated/documents.js";
import { type EvaluatedExpression, evaluateSyntax } from "./expression.js";
import { isProblem, namesIn, parseExpression, type Syntax } from "./expression-syntax.js";
import { errorAt } from "./finding.js";
import { type ConstantValues, eachOf, type Scope } from "./scope.js";
import type { Constant } from "./types.js";

interface Line {
  readonly name: string;
  readonly nameNode: JsonString;
  readonly valueNode: JsonString;
  readonly syntax: Syntax | undefined;
  readonly doc: string | undefined;
  readonly source: string | undefined;
}

/**
 * The layout's constants in document order, the slot count of the sysreg order last; and their values.
 * Errors: those of expressions; WS204 constants that depend on each other in a circle; WS214 a constant that has
 * the slot count's name.
 */
export function resolveConstants(
  document: ValidDocument<ConstantsDocument>,
  order: ValidDocument<SysregOrderDocument>,
  scope: Pick<Scope, "sysregs" | "found">,
): { readonly constants: readonly Constant[]; readonly values: ConstantValues } {
  const { found, sysregs } = scope;
  const count = slotCount(order);
  const lines = readLines(document, found);
  const values = new Map<string, bigint | "broken">([[count.name, count.value]]);
  const results = new Map<string, EvaluatedExpression>();
  const clash = lines.get(count.name);
  if (clash !== undefined)
    found.push(
      errorAt(
        "WS214",
        placeOf(clash.nameNode),
        `${count.name} is defined twice: sysreg-order.json counts its slots by that name`,
        {
          related: [{ at: count.at, message: "defined here" }],
          hint: "remove this line",
        },
      ),
    );
  const constant = (name: string) => values.get(name);
  for (const line of inDependencyOrder(lines, found)) {
    if (line.name === count.name) continue;
    const result =
      line.syntax === undefined
        ? undefined
        : evaluateSyntax(
            line.valueNode,
            line.syntax,
            { sysregs, constant, constantNames: () => [...lines.keys(), count.name] },
            found,
          );
    values.set(line.name, result?.value ?? "broken");
    if (result !== undefined) results.set(line.name, result);
  }
  const constants = [...lines.values()].flatMap((line) => {
    const result = results.get(line.name);
    return result === undefined ? [] : [toConstant(line, result)];
  });
  return { constants: [...constants, count], values };
}

function slotCount({ value, node }: ValidDocument<SysregOrderDocument>): Constant {
  const doc = "slots of system registers: the invalid one and the registers";
  return {
    name: value.count,
    value: BigInt(value.registers.length + 1),
    radix: 10,
    doc,
    at: placeOf(nodeAt(node, "count")),
  };
}

function readLines(
  { value, node }: ValidDocument<ConstantsDocument>,
  found: Diagnostic[],
): ReadonlyMap<string, Line> {
  const lines = new Map<string, Line>();
  eachOf(value.constants, nodeAt(node, "constants"), (constant, lineNode) => {
    const valueNode = stringAt(lineNode, "value");
    const parsed = parseExpression(constant.value);
    if (isProblem(parsed)) {
      const at = placeInString(valueNode, parsed.start, parsed.length);
      found.push(errorAt("WS202", at, parsed.message, { hint: parsed.hint }));
    }
    lines.set(constant.name, {
      name: constant.name,
      nameNode: stringAt(lineNode, "name"),
      valueNode,
      syntax: isProblem(parsed) ? undefined : parsed,
      doc: constant.doc,
      source: constant.source,
    });
  });
  return lines;
}

/** Lines such that each comes after the lines that it names; those on a circle are reported and left broken. */
function inDependencyOrder(lines: ReadonlyMap<string, Line>, found: Diagnostic[]): readonly Line[] {
  const done = new Set<string>();
  const sorted: Line[] = [];
  for (const start of lines.values()) {
    const way: { line: Line; rest: { name: string; start: number }[] }[] = [];
    const enter = (line: Line): void => {
      way.push({ line, rest: line.syntax === undefined ? [] : [...namesIn(line.syntax)] });
    };
    if (!done.has(start.name)) enter(start);
    for (let top = way.at(-1); top !== undefined; top = way.at(-1)) {
      const reference = top.rest.shift();
      const next = reference === undefined ? undefined : lines.get(reference.name);
      if (reference === undefined) {
        way.pop();
        if (!done.has(top.line.name)) sorted.push(top.line);
        done.add(top.line.name);
      } else if (next !== undefined && !done.has(next.name)) {
        const circle = way.findIndex(({ line }) => line === next);
        if (circle < 0) enter(next);
        else {
          reportCircle(
            way.slice(circle).map(({ line }) => line),
            found,
          );
          for (const { line } of way.slice(circle)) {
            done.add(line.name);
            sorted.push({ ...line, syntax: undefined });
          }
        }
      }
    }
  }
  return sorted;
}

function reportCircle(circle: readonly Line[], found: Diagnostic[]): void {
  const [first, ...others] = circle;
  if (first === undefined) return;
  const names = [...circle, first].map(({ name }) => name).join(" -> ");
  const related = others.map((line) => ({
    at: placeOf(line.valueNode),
    message: `${line.name} is defined here`,
  }));
  found.push(
    errorAt("WS204", placeOf(first.valueNode), `constants depend on each other: ${names}`, { related }),
  );
}

function toConstant(line: Line, { value, text, field, literal }: EvaluatedExpression): Constant {
  return {
    name: line.name,
    value,
    radix: radixOf(line.valueNode.value),
    ...(literal ? {} : { expression: text }),
    ...(field === undefined ? {} : { field }),
    ...(line.doc === undefined ? {} : { doc: line.doc }),
    ...(line.source === undefined ? {} : { source: line.source }),
    at: placeOf(line.nameNode),
  };
}

/** Decimal is for what is written in decimal and for shifts, which are counts; everything else is made of bits. */
function radixOf(written: string): 10 | 16 {
  return /^\s*(\d+|shift\(.*\))\s*$/.test(written) && !/^\s*0x/i.test(written) ? 10 : 16;
}
