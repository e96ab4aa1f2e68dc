/**
 * The part of the SARIF 2.1.0 schema that our logs use, written from the standard's sections: every object closed,
 * required properties, enumerations and bounds as there.
 * Source: OASIS, Static Analysis Results Interchange Format 2.1.0, sections 3.13 (log), 3.14 (run), 3.18 (tool), 3.19
 * (toolComponent), 3.49 (reportingDescriptor), 3.27 (result), 3.11 (message), 3.28 (location), 3.29 (physicalLocation), 3.4
 * (artifactLocation), 3.30 (region).
 */
const closed = (properties: object, required: readonly string[] = []) => ({
  type: "object",
  additionalProperties: false,
  required,
  properties,
});
const text = { type: "string" };
const from = (minimum: number) => ({ type: "integer", minimum });
const list = (items: object) => ({ type: "array", items });

const message = closed({ text, markdown: text, id: text, arguments: list(text) });
const region = closed({
  startLine: from(1),
  startColumn: from(1),
  endLine: from(1),
  endColumn: from(1),
  charOffset: from(-1),
  charLength: from(0),
  byteOffset: from(-1),
  byteLength: from(0),
  snippet: closed({ text, binary: text }),
  message,
});
const physicalLocation = closed({
  artifactLocation: closed({
    uri: { type: "string", pattern: "^([A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*$" },
    uriBaseId: text,
    index: from(-1),
    description: message,
  }),
  region,
  contextRegion: region,
});
const location = closed({ id: from(-1), physicalLocation, message });
const level = { enum: ["none", "note", "warning", "error"] };
const rule = closed(
  { id: text, name: text, shortDescription: message, fullDescription: message, help: message, helpUri: text },
  ["id"],
);
const driver = closed(
  {
    name: { type: "string", minLength: 1 },
    version: text,
    semanticVersion: text,
    informationUri: text,
    rules: { ...list(rule), uniqueItems: true },
  },
  ["name"],
);
const result = closed(
  {
    ruleId: text,
    ruleIndex: from(-1),
    level,
    kind: { enum: ["notApplicable", "pass", "fail", "review", "open", "informational"] },
    message,
    locations: list(location),
    relatedLocations: { ...list(location), uniqueItems: true },
    partialFingerprints: { type: "object", additionalProperties: text },
  },
  ["message"],
);
const run = closed(
  {
    tool: closed({ driver }, ["driver"]),
    columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
    results: list(result),
  },
  ["tool"],
);

export const sarifSchema = closed(
  { $schema: { type: "string", pattern: "^https://" }, version: { const: "2.1.0" }, runs: list(run) },
  ["version", "runs"],
);
