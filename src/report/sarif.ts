import { type Diagnostic, formatFeatures } from "../core/diagnostic.js";
import type { SourceRef } from "../core/source-ref.js";
import { printable } from "./printable.js";

/**
 * Diagnostics as a SARIF 2.1.0 log, which code scanning services take. Ends in a newline.
 * Each code is a rule; a hint, and the features that a finding depends on, go into the message; related places are relatedLocations.
 * Source: OASIS SARIF 2.1.0.
 */
export function renderSarif(diagnostics: readonly Diagnostic[]): string {
  const codes = [...new Set(diagnostics.map(({ code }) => code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "worldswitch", rules: codes.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: diagnostics.map((diagnostic) => result(diagnostic, codes)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(diagnostic: Diagnostic, codes: readonly string[]) {
  const { code, severity, at, message, related, hint, when } = diagnostic;
  const text = [
    message,
    ...[formatFeatures(diagnostic) ?? []].flat(),
    ...(hint === undefined ? [] : [`hint: ${hint}`]),
  ];
  return {
    ruleId: code,
    ruleIndex: codes.indexOf(code),
    level: severity,
    message: { text: text.join("\n") },
    locations: [{ physicalLocation: location(at) }],
    ...(when === undefined ? {} : { properties: { when } }),
    ...(related === undefined
      ? {}
      : {
          relatedLocations: related.map((other, id) => ({
            id,
            message: { text: other.message },
            physicalLocation: location(other.at),
          })),
        }),
  };
}

function location(at: SourceRef) {
  return {
    artifactLocation: {
      uri: at.file
        .split("/")
        .map((part) => encodeURIComponent(printable(part)))
        .join("/"),
    },
    region: {
      startLine: at.line,
      startColumn: at.column,
      ...(at.length === undefined ? {} : { endColumn: at.column + at.length }),
    },
  };
}
