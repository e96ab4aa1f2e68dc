/**
 * Schemas for the documents of a layout that extends another, derived from those of whole documents: nothing is
 * required, what may be absent may be null, and a list whose items have names ("x-key") takes additions, changes and
 * removals. Editors use them; the tool itself checks the merged document with the schema of whole ones.
 */

const NAME = { type: "string", minLength: 1 };
const after = (what) => ({
  type: ["string", "null"],
  minLength: 1,
  description: `The ${what} that this one comes directly after; null for the beginning. Absent: an addition goes to the end, a change stays where it is.`,
});

/** A schema without its annotations that a "$ref" may have beside it, and that is a $def by now. */
function target(schema, defs) {
  const { $ref, ...own } = schema;
  return $ref === undefined ? schema : { ...target(defs[$ref.replace("#/$defs/", "")], defs), ...own };
}

/** What may stand in an overlay where a whole document has a value of this schema. */
function overlaid(schema, defs) {
  const whole = target(schema, defs);
  if (whole["x-key"] !== undefined) return overlaidList(whole, defs);
  return whole.properties === undefined ? schema : overlaidObject(whole, defs);
}

function overlaidObject(whole, defs) {
  const { required = [], allOf: _, dependentRequired: __, minProperties: ___, ...rest } = whole;
  const properties = Object.entries(whole.properties).map(([name, property]) => {
    const inner = overlaid(property, defs);
    if (required.includes(name)) return [name, inner];
    const { description = target(property, defs).description, ...alternative } = inner;
    return [
      name,
      {
        description: `${description} null: the base's is taken away.`,
        anyOf: [alternative, { type: "null" }],
      },
    ];
  });
  const { required: ____, ...open } = rest;
  return { ...open, properties: Object.fromEntries(properties) };
}

function overlaidList(list, defs) {
  const whole = target(list.items, defs);
  const key = list["x-key"];
  const what = key.join(" and ");
  const { properties, ...change } = overlaidObject(whole, defs);
  const { minItems: _, ...open } = list;
  return {
    ...open,
    description: `${list.description} Here: additions, changes and removals, in the order in which they are made.`,
    items: {
      oneOf: [
        {
          ...whole,
          description: `An addition. ${whole.description ?? ""}`.trim(),
          properties: { ...whole.properties, after: after(what) },
        },
        {
          ...change,
          description: "A change: the properties that differ from the base's.",
          required: ["change"],
          properties: {
            change: { ...NAME, description: `The ${what} of what is changed, as the base has it.` },
            after: after(what),
            ...properties,
          },
        },
        {
          type: "object",
          description: "A removal.",
          additionalProperties: false,
          required: ["remove"],
          properties: { remove: { ...NAME, description: `The ${what} of what is taken away.` } },
        },
      ],
    },
  };
}

/** The schema of an overlay's document, from that of a whole document. */
export function overlaySchema(schema) {
  const { $schema, $id, title, description, $defs = {}, ...whole } = schema;
  const { properties, ...rest } = overlaidObject(whole, $defs);
  return {
    $schema,
    $id: $id.replace("/language/", "/language/overlay/"),
    title: `${title}, as an overlay`,
    description: `For a layout that extends another: what differs in this document. ${description}`,
    ...rest,
    required: ["$schema"],
    properties: { ...properties, $schema: whole.properties.$schema },
    $defs,
  };
}
