import { describe, expect, it } from "vitest";
import { type A64Document, compileA64, type SystemOperationsDocument } from "../../src/model/a64/index.js";

const at = (pointer: string) => ({ file: pointer, line: 1, column: 1 });
const FILL = "00000000 00000000 00000000";

/** The findings of a document with these lines: code, place and message. */
function findings(changed: Partial<A64Document> | SystemOperationsDocument): string[] {
  const document =
    "operations" in changed ? changed : { family: "f", title: "t", instructions: [], ...changed };
  const result = compileA64([{ document, at }]);
  return result.diagnostics.map((d) => `${d.code} ${d.at.file}: ${d.message}`);
}

const line = (
  name: string,
  bits: string,
  asm: string | Record<string, string> = "nop",
): A64Document["instructions"][0] => ({
  name,
  bits,
  asm,
  section: "C6.2",
});

describe("compileA64", () => {
  it("accepts a line and gives fields their places", () => {
    const result = compileA64([
      {
        document: { family: "f", title: "t", instructions: [line("A", `${FILL} 1 (1) 0 Rd:5`, "a X(Rd)")] },
        at,
      },
    ]);
    if (!result.ok) throw new Error(JSON.stringify(result.diagnostics));
    const [instruction] = result.value.instructions;
    expect(instruction).toMatchObject({
      mask: 0xffffffa0,
      should: { mask: 0x40, match: 0x40 },
      fields: [{ name: "Rd", msb: 4, lsb: 0 }],
    });
  });

  it.each<[string, Partial<A64Document> | SystemOperationsDocument, string]>([
    [
      "a diagram of 31 bits",
      { instructions: [line("A", `${FILL} 0000000`)] },
      "WS501 /instructions/0/bits: A: the diagram has 31 bits, not 32",
    ],
    [
      "a diagram of 33 bits",
      { instructions: [line("A", `${FILL} 000 Rd:6`, "a X(Rd)")] },
      "WS501 /instructions/0/bits: A: the diagram has 33 bits, not 32",
    ],
    ["a field of no bits", { instructions: [line("A", `${FILL} 00000000 Rd:0`, "a X(Rd)")] }, "WS502"],
    [
      "a part that is none",
      { instructions: [line("A", `${FILL} 0000?000`)] },
      'WS502 /instructions/0/bits: A: "0000?000" is no part of a bit diagram',
    ],
    [
      "a field twice",
      { instructions: [line("A", `${FILL} Rd:4 Rd:4`, "a X(Rd)")] },
      "WS503 /instructions/0/bits: A: field Rd is drawn twice",
    ],
    [
      "a name twice",
      { instructions: [line("A", `${FILL} 00000000`), line("A", `${FILL} 00000001`)] },
      "WS504 /instructions/1/name: A is given twice",
    ],
    [
      "two lines that share a word",
      {
        instructions: [
          line("A", `${FILL} 0000 Rd:4`, "a X(Rd)"),
          line("B", `${FILL} 0000000 S:1`, "b hex(S)"),
        ],
      },
      "WS505 /instructions/1/name: B and A share words, such as 0x00000000",
    ],
    [
      "a variant that is no field",
      { instructions: [{ ...line("A", `${FILL} 00000000`), variant: ["sf"] }] },
      "WS506 /instructions/0/variant: A has no field sf",
    ],
    [
      "a syntax with another field",
      { instructions: [line("A", `${FILL} 00000000`, "a X(Rd)")] },
      "WS506 /instructions/0/asm: X uses Rd, which the diagram has not",
    ],
    [
      "an unknown operand kind",
      { instructions: [line("A", `${FILL} 000 Rd:5`, "a Y(Rd)")] },
      "WS507 /instructions/0/asm: there is no operand kind Y",
    ],
    [
      "an operand with too few arguments",
      { instructions: [line("A", `${FILL} 000 Rd:5`, "a shifted(Rd)")] },
      "WS507 /instructions/0/asm: shifted takes 3 arguments, not 1",
    ],
    [
      "an open brace",
      { instructions: [line("A", `${FILL} 000 Rd:5`, "a {X(Rd)")] },
      "WS507 /instructions/0/asm: a { without its }",
    ],
    [
      "an alias of nothing",
      { aliases: [{ name: "B", of: "A", asm: "b" }] },
      "WS508 /aliases/0/of: there is no instruction A",
    ],
    [
      "an unallocated value of another width",
      { instructions: [{ ...line("A", `${FILL} 000 Rd:5`, "a X(Rd)"), unallocated: ["Rd=11"] }] },
      'WS509 /instructions/0/unallocated/0: "Rd=11" gives no field of this line a value of its width',
    ],
    [
      "an unallocated value that cannot be",
      { instructions: [{ ...line("A", `${FILL} 000 Rd=1xxxx`, "a X(Rd)"), unallocated: ["Rd=00000"] }] },
      "WS509 /instructions/0/unallocated/0: no word of this line has Rd=00000",
    ],
    [
      "a condition on another field",
      {
        instructions: [line("A", `${FILL} 00000000`)],
        aliases: [{ name: "B", of: "A", when: ["Rn=11111"], asm: "b" }],
      },
      "WS509 /aliases/0/when/0: there is no field Rn",
    ],
    [
      "a condition of another width",
      {
        instructions: [line("A", `${FILL} 000 Rd:5`, "a X(Rd)")],
        aliases: [{ name: "B", of: "A", when: ["Rd=1"], asm: "b" }],
      },
      "WS509 /aliases/0/when/0: Rd has 5 bits, and 1 has 1",
    ],
    [
      "a form that leaves a field open",
      { instructions: [line("A", `${FILL} 000 Rd:5`, "a")] },
      "WS510 /instructions/0/asm: nothing in this form gives Rd a value",
    ],
    [
      "a form of several that leaves a field open",
      { instructions: [line("A", `${FILL} 000 Rd:5`, { "Rd=0xxxx": "a" })] },
      "WS510 /instructions/0/asm/Rd=0xxxx: nothing in this form gives Rd a value",
    ],
    [
      "an unknown set of names",
      { instructions: [line("A", `${FILL} 0000 cond:4`, "a name(colour, cond)")] },
      'WS511 /instructions/0/asm: there is no set of names "colour"',
    ],
    [
      "a set of names twice",
      {
        names: [
          { name: "n", values: {} },
          { name: "n", values: {} },
        ],
      },
      'WS504 /names/1/name: the names "n" are given twice',
    ],
  ])("says where the document has %s", (_what, document, message) => {
    const found = findings(document);
    expect(found.filter((text) => text.startsWith(message))).toHaveLength(1);
  });

  it("finds an overlap only where no unallocated pattern takes it away", () => {
    const wide = line("A", `${FILL} 0000 Rd:4`, "a X(Rd)");
    const narrow = line("B", `${FILL} 0000000 S:1`, "b hex(S)");
    expect(findings({ instructions: [{ ...wide, unallocated: ["Rd=0000"] }, narrow] })).toEqual([
      "WS505 /instructions/1/name: B and A share words, such as 0x00000001",
    ]);
    expect(findings({ instructions: [{ ...wide, unallocated: ["Rd=000x"] }, narrow] })).toEqual([]);
  });

  it("finds an operation of SYS that is given twice, by name and by encoding", () => {
    const operation = {
      class: "TLBI",
      name: "A",
      encoding: { op1: 0, CRn: 8, CRm: 0, op2: 0 },
      register: false,
      minimumEl: 1,
      does: {},
    } as const;
    const operations = [
      operation,
      { ...operation, name: "B" },
      { ...operation, encoding: { ...operation.encoding, op2: 1 } },
    ];
    expect(findings({ title: "t", operations })).toEqual([
      "WS512 /operations/1/name: encoding op1=0, CRn=8, CRm=0, op2=0 is given twice",
      "WS512 /operations/2/name: TLBI A is given twice",
    ]);
  });
});
