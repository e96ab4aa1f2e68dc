import type { Diagnostic } from "../core/diagnostic.js";
import type { Model, RuleSeverity } from "../model/types.js";
import type { Rule } from "./rule.js";

/** The rules as a layout wants them: without those that are off, each with the severity that layout.json gives it. */
export function configured(rules: readonly Rule[], { layout }: Model): readonly Rule[] {
  const wanted = new Map((layout.lint ?? []).map(({ code, severity }) => [code, severity]));
  return rules.flatMap((rule) => {
    const severity = wanted.get(rule.code);
    if (severity === undefined) return [rule];
    return severity === "off" ? [] : [{ ...rule, severity }];
  });
}

/** WS903: a severity for a code that no rule has. */
export function checkSeverities({ layout }: Model, rules: readonly Rule[]): Diagnostic[] {
  const codes = new Set(rules.map((rule) => rule.code));
  return (layout.lint ?? []).filter(({ code }) => !codes.has(code)).map((entry) => unknown(entry, rules));
}

function unknown({ code, severity, at }: RuleSeverity, rules: readonly Rule[]): Diagnostic {
  return {
    code: "WS903",
    severity: "error",
    at,
    message: `no rule has the code ${code}, so its severity cannot be "${severity}"`,
    hint: `the rules are ${rules[0]?.code ?? ""} to ${rules.at(-1)?.code ?? ""}`,
  };
}
