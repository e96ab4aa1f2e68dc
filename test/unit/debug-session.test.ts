import { describe, expect, test } from "vitest";
import { DebugSession, machineTarget, targetDescription } from "../../src/debug/index.js";
import { asciiBytes } from "../../src/debug/packet.js";
import fc from "../seeded-check.js";
import { consoleText, converse, framed, hexText } from "./debug-client.js";
import { CODE, machineWith, words } from "./runtime-bench.js";

const DATA = CODE + 0x1000n;
const address = (value: bigint) => value.toString(16);
/** Little-endian digits of a 64-bit value. */
const digits = (value: bigint) =>
  Buffer.from(value.toString(16).padStart(16, "0"), "hex").reverse().toString("hex");

/** nop; str x1, [x0]; ldr x1, [x0]; nop …, X0 at DATA. */
function program() {
  const machine = machineWith([words.nop, words.str, words.ldr, words.nop, words.nop, words.nop], { el: 2 });
  machine.x[0] = DATA;
  machine.x[1] = 0x1122334455667788n;
  return machine;
}

/** Numbers of registers by name, as the target description has them. */
function numberOf(name: string): string {
  const number = machineTarget([program()]).cores[0]!.registers.findIndex((r) => r.name === name);
  return number.toString(16);
}

describe("the conversation with a debugger", () => {
  test("begins as GDB begins it", () => {
    const replies = converse(program(), [
      "qSupported:multiprocess+;swbreak+;hwbreak+;qRelocInsn+;vContSupported+",
      "vMustReplyEmpty",
      "Hg0",
      "qTStatus",
      "?",
      "qfThreadInfo",
      "qsThreadInfo",
      "qAttached",
      "Hc-1",
      "qC",
      "qOffsets",
      "qSymbol::",
      "vCont?",
      "T1",
      "T2",
      "qThreadExtraInfo,1",
      "D",
    ]);
    expect(replies).toEqual([
      "PacketSize=4000;qXfer:features:read+;QStartNoAckMode+;swbreak+;hwbreak+;vContSupported+;multiprocess-",
      "",
      "OK",
      "",
      `T051d:${digits(0n)};1f:${digits(0n)};20:${digits(CODE)};thread:1;`,
      "m1",
      "l",
      "1",
      "OK",
      "QC1",
      "Text=0;Data=0;Bss=0",
      "OK",
      "vCont;c;C;s;S",
      "OK",
      "E16",
      hexText("PE 0"),
      "OK",
    ]);
  });

  test("acknowledges packets until it is told not to, and sends again what was refused", () => {
    const machine = program();
    const sent: string[] = [];
    const session = new DebugSession(machineTarget([machine]), (bytes) =>
      sent.push(Buffer.from(bytes).toString()),
    );
    session.receive(asciiBytes("$qC#b4"));
    session.receive(asciiBytes("-"));
    session.receive(asciiBytes("$qC#b5"));
    session.receive(framed("QStartNoAckMode"));
    session.receive(asciiBytes("$qC#b4-$qC#b5"));
    expect(sent).toEqual(["+", "$QC1#c5", "$QC1#c5", "-", "+", "$OK#9a", "$QC1#c5"]);
  });

  test("reads and writes registers, one and all", () => {
    const machine = program();
    const x2 = digits(0xdeadbeefn);
    const replies = converse(machine, [
      `P2=${x2}`,
      "p2",
      "g",
      "p999",
      "P2=00",
      "P2",
      "Gzz",
      `G${"00".repeat(8)}`,
      "k",
    ]);
    expect(replies[0]).toBe("OK");
    expect(replies[1]).toBe(x2);
    expect(replies[2]).toHaveLength(2 * (33 * 8 + 4 + 32 * 16 + 2 * 4));
    expect(replies[2]!.slice(0, 64)).toBe(digits(DATA) + digits(0x1122334455667788n) + x2 + digits(0n));
    expect(replies.slice(3)).toEqual(["E16", "E16", "E16", "E16", "E16"]);
    expect(machine.x[2]).toBe(0xdeadbeefn);
  });

  test("writes all registers in one packet, the state that no PE has refused", () => {
    const machine = program();
    const [all] = converse(program(), ["g", "k"]);
    const cpsrAt = 2 * 33 * 8;
    const with9 = (cpsr: string) => `G${digits(7n)}${all!.slice(16, cpsrAt)}${cpsr}${all!.slice(cpsrAt + 8)}`;
    expect(converse(machine, [with9("05000000"), "k"])).toEqual(["OK"]);
    expect([machine.x[0], machine.pstate.EL, machine.pstate.SP]).toEqual([7n, 1, 1]);
    for (const cpsr of ["0d000000", "01000000", "10000000"]) {
      expect(converse(machine, [with9(cpsr), "k"])).toEqual(["E16"]);
    }
    expect(machine.pstate.EL).toBe(1);
  });

  test("gives system registers by their numbers, and writes what MSR would", () => {
    const machine = program();
    const hcr = numberOf("HCR_EL2");
    const replies = converse(machine, [
      `p${hcr}`,
      `P${hcr}=${digits(0x80000001n)}`,
      `p${hcr}`,
      `P${numberOf("MIDR_EL1")}=${digits(0n)}`,
      `p${numberOf("CurrentEL")}`,
      `P${numberOf("SPSel")}=${digits(0n)}`,
      "k",
    ]);
    expect(replies).toEqual([digits(0x80000000n), "OK", digits(0x80000001n), "E16", digits(8n), "OK"]);
    expect(machine.registers.get("HCR_EL2")).toBe(0x80000001n);
    expect(machine.pstate.SP).toBe(0);
  });

  test("reads and writes memory in three ways, and says where there is none", () => {
    const end = address(CODE + 0x1000000n - 2n);
    const replies = converse(program(), [
      `M${address(DATA)},4:01020304`,
      `m${address(DATA)},6`,
      `X${address(DATA)},2:a}\u0003`,
      `m${address(DATA)},2`,
      `x${address(DATA)},2`,
      `X${address(DATA)},0:`,
      `m${end},8`,
      "m0,4",
      "M0,1:00",
      `M${end},4:01020304`,
      `m${end},2`,
      "m0,",
      "m0",
      "M0,2:00",
      "X0,5:a",
      "k",
    ]);
    const raw = replies[4]!;
    expect([...replies.slice(0, 4), raw.slice(0, 2), ...replies.slice(5)]).toEqual([
      "OK",
      "010203040000",
      "OK",
      "6123",
      "ba",
      "OK",
      "0000",
      "E0e",
      "E0e",
      "E0e",
      "0000",
      "E16",
      "E16",
      "E16",
      "E16",
    ]);
  });

  test("steps one instruction at a time, at an address if the client wants one", () => {
    const machine = program();
    const replies = converse(machine, ["s", "vCont;s:1", `s${address(CODE + 16n)}`, "k"]);
    const pcs = replies.map((reply) => /20:([0-9a-f]{16})/.exec(reply)?.[1]);
    expect(pcs).toEqual([4n, 8n, 20n].map((offset) => digits(CODE + offset)));
    expect(replies.every((reply) => reply.startsWith("T05") && reply.endsWith("thread:1;"))).toBe(true);
  });

  test("stops at breakpoints of both types before the instruction, with the reason when the client knows it", () => {
    const at = address(CODE + 8n);
    const plain = converse(program(), [`Z0,${at},4`, "c", `z0,${at},4`, "D"]);
    expect(plain[1]).toMatch(new RegExp(`^T05.*20:${digits(CODE + 8n)};thread:1;$`));
    const replies = converse(program(), [
      "qSupported:swbreak+;hwbreak+",
      `Z0,${at},4`,
      "c",
      `z0,${at},4`,
      `Z1,${address(CODE + 12n)},4`,
      "vCont;c",
      "D",
    ]);
    expect(replies[2]).toMatch(/thread:1;swbreak:;$/);
    expect(replies[5]).toMatch(new RegExp(`20:${digits(CODE + 12n)};thread:1;hwbreak:;$`));
  });

  test("stops again and again at a breakpoint that stays, and passes it by a step", () => {
    const at = address(CODE + 4n);
    const replies = converse(program(), [`Z0,${at},4`, "c", "c", "s", "D"]);
    const pcs = replies.slice(1, 4).map((reply) => /20:([0-9a-f]{16})/.exec(reply)?.[1]);
    expect(pcs).toEqual([digits(CODE + 4n), digits(CODE + 4n), digits(CODE + 8n)]);
  });

  test.each([
    ["2", "watch", 4n],
    ["3", "rwatch", 8n],
    ["4", "awatch", 4n],
  ])("stops before the access of a watchpoint of type %s", (type, reason, offset) => {
    const machine = program();
    const replies = converse(machine, [
      `Z${type},${address(DATA + 4n)},2`,
      "c",
      `z${type},${address(DATA + 4n)},2`,
      "D",
    ]);
    expect(replies[1]).toMatch(
      new RegExp(`^T05.*20:${digits(CODE + offset)};thread:1;${reason}:${address(DATA + 4n)};$`),
    );
  });

  test("lets a watchpoint's instruction be stepped over, and nothing happen before", () => {
    const machine = program();
    const watch = `${address(DATA)},8`;
    const replies = converse(machine, [
      `Z2,${watch}`,
      "c",
      `m${watch}`,
      `z2,${watch}`,
      "s",
      `m${watch}`,
      "D",
    ]);
    expect(replies.slice(2, 3)).toEqual([digits(0n)]);
    expect(replies[4]).toMatch(new RegExp(`20:${digits(CODE + 8n)};`));
    expect(replies[5]).toBe(digits(0x1122334455667788n));
  });

  test("passes a watchpoint that stays by a step, and stops a step that would touch another one", () => {
    const watch = `Z4,${address(DATA)},8`;
    const replies = converse(program(), [watch, "s", "s", "s", "s", "D"]);
    const shown = replies
      .slice(1, 5)
      .map((reply) => [/20:([0-9a-f]{16})/.exec(reply)?.[1], reply.includes("awatch")]);
    expect(shown).toEqual([
      [digits(CODE + 4n), false],
      [digits(CODE + 4n), true],
      [digits(CODE + 8n), false],
      [digits(CODE + 8n), true],
    ]);
  });

  test("foresees an access by way of SP_EL2, which is no register of the description", () => {
    const strToStack = 0xf90003e1;
    const machine = machineWith([words.nop, strToStack, words.nop], { el: 2 });
    machine.sp = DATA;
    const replies = converse(machine, [`p${numberOf("SP_EL2")}`, `Z2,${address(DATA)},8`, "c", "k"]);
    expect(replies[0]).toBe(digits(DATA));
    expect(replies[2]).toMatch(new RegExp(`20:${digits(CODE + 4n)};thread:1;watch:${address(DATA)};$`));
  });

  test("has no watchpoint on an access that faults", () => {
    const machine = program();
    machine.x[0] = 0x1000n;
    const replies = converse(machine, [
      "Z2,1000,8",
      `Z0,${address(machine.registers.get("VBAR_EL2") + 0x200n)},4`,
      "c",
      "D",
    ]);
    expect(replies[2]).not.toContain("watch");
    expect(machine.registers.get("FAR_EL2")).toBe(0x1000n);
  });

  test("interrupts a program that runs for ever", () => {
    const branchToSelf = 0x14000000;
    const replies = converse(machineWith([branchToSelf], { el: 2 }), ["c", "^C", "D"], 1000);
    expect(replies[0]).toMatch(/^T02.*thread:1;$/);
  });

  test("lets the run go on without it after D and when it has gone, and ends it after k", () => {
    for (const [said, steps] of [
      [["D"], 100],
      [[], 100],
      [["k"], 0],
      [["vKill;1"], 0],
    ] as const) {
      const machine = machineWith(new Array(200).fill(words.nop), { el: 2 });
      converse(machine, said);
      expect(machine.pc).toBe(CODE + BigInt(4 * steps));
    }
  });

  test("says at the end that the program has exited", () => {
    expect(converse(program(), ["c"]).at(-1)).toBe("W00");
  });

  test("refuses what it does not know, and knows what is wrong with the rest", () => {
    const wrong = [
      "Z5,0,4",
      "Z0,zz,4",
      "Z2,0,0",
      "Z0",
      "Hg7",
      "H",
      "vCont;x",
      "vCont;s:9",
      "qXfer:features:read:a.xml:0,1",
    ];
    const unknown = ["R00", "qFoo", "vFoo", "!", "", "qXfer:memory-map:read::0,1", "QNonStop:1"];
    const replies = converse(program(), [...wrong, ...unknown, "k"]);
    expect(replies.slice(0, wrong.length)).toEqual([
      "",
      "E16",
      "E16",
      "E16",
      "E16",
      "E16",
      "E16",
      "E16",
      "E00",
    ]);
    expect(replies.slice(wrong.length)).toEqual(unknown.map(() => ""));
  });
});

describe("monitor commands", () => {
  const say = (machine: ReturnType<typeof program>, ...commands: string[]) =>
    consoleText(converse(machine, [...commands.map((text) => `qRcmd,${hexText(text)}`), "k"]));

  test("list themselves, and name what they do not know", () => {
    expect(say(program(), "help")).toMatch(/^help .*\nsysreg NAME \[=VALUE\].*\ntranslate ADDRESS/);
    expect(say(program(), "constructor")).toBe("no monitor command constructor; monitor help lists them\n");
  });

  test("show, change and find system registers", () => {
    const machine = program();
    expect(say(machine, "sysreg hcr_el2 = 0x80000001")).toMatch(
      /^HCR_EL2 0x0000000080000001 .*RW=1 .*VM=1\n$/,
    );
    expect(say(machine, "sysreg TTBR")).toMatch(/^TTBR0_EL1 +0x0{16}\nTTBR1_EL1/m);
    expect(say(machine, "sysreg MIDR_EL1=1")).toBe("MIDR_EL1 does not take 0x1\n");
    expect(say(machine, "sysreg NOTHING")).toBe("no system register NOTHING\n");
    expect(say(machine, "sysreg HCR_EL2=x")).toBe("x is no number\n");
  });

  test("translate addresses and leave no trace of it", () => {
    const machine = program();
    expect(say(machine, `translate 0x${address(CODE)}`)).toMatch(/^EL2 0x40000000 -> PA 0x40000000 \(RAM\)/);
    machine.registers.set("SCTLR_EL2", 1n);
    machine.registers.set("TTBR0_EL2", CODE + 0x8000n);
    machine.registers.set("TCR_EL2", 25n);
    const before = [...machine.registers.all()].map(({ value }) => value);
    expect(say(machine, "translate 0x1000")).toBe("EL2 0x1000: translation fault of stage 1, level 1\n");
    expect([...machine.registers.all()].map(({ value }) => value)).toEqual(before);
    expect(machine.tlb.size).toBe(0);
    expect(say(machine, "translate here")).toBe("here is no address\n");
  });

  test("keep the last lines of a trace", () => {
    const commands = ["trace", "trace 2", "trace"].map((text) => `qRcmd,${hexText(text)}`);
    const text = consoleText(
      converse(program(), [commands[0]!, commands[1]!, "s", "s", "s", commands[2]!, "k"]),
    );
    expect(text).toBe(
      "no trace is kept; monitor trace N begins one\nthe last 2 lines are kept\n" +
        "EL2 0x40000004         f9000001\nEL2 0x40000008         f9400001\n",
    );
  });

  test("let memory commands reach devices when that is wanted", () => {
    const machine = program();
    const accesses: string[] = [];
    machine.memory.addDevice(0x9000000n, 0x1000n, {
      read: (offset, sizeBytes) => {
        accesses.push(`read ${offset} ${sizeBytes}`);
        return 0x44332211n;
      },
      write: (offset, sizeBytes, value) => accesses.push(`write ${offset} ${sizeBytes} ${value}`),
    });
    const on = `qRcmd,${hexText("devices on")}`;
    const replies = converse(machine, [
      "m9000000,4",
      "M9000000,1:01",
      on,
      "m9000000,4",
      "M9000004,1:05",
      "k",
    ]);
    expect(replies.filter((reply) => !reply.startsWith("O") || reply === "OK")).toEqual([
      "E0e",
      "E0e",
      "OK",
      "11223344",
      "OK",
    ]);
    expect(accesses).toEqual(["read 0 4", "write 4 1 5"]);
  });
});

describe("the target description", () => {
  const { registers } = machineTarget([program()]).cores[0]!;
  const text = targetDescription(registers);

  test("has every register once with its number, and a type for each that is named", () => {
    const numbers = [...text.matchAll(/<reg name="([^"]+)" bitsize="(\d+)" regnum="(\d+)" type="([^"]+)"/g)];
    expect(numbers.map(([, name]) => name)).toEqual(registers.map(({ name }) => name));
    expect(numbers.map(([, , , number]) => Number(number))).toEqual(registers.map((_, i) => i));
    const defined = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    for (const [, , , , type] of numbers) {
      if (!/^(uint\d+|code_ptr|data_ptr)$/.test(type!)) expect(defined).toContain(type);
    }
  });

  test("has the fields of the catalogue", () => {
    const flags = /<flags id="sysregs_HCR_EL2" size="8">\n([\s\S]*?)<\/flags>/.exec(text)?.[1];
    expect(flags).toContain('<field name="VM" start="0" end="0" type="bool"/>');
    expect(flags).toContain('<field name="BSU" start="10" end="11" type="uint64"/>');
  });

  test("is read in parts", () => {
    const parts: string[] = [];
    for (let at = 0; ; at += 0x1000) {
      const [reply] = converse(program(), [`qXfer:features:read:target.xml:${at.toString(16)},1000`, "k"]);
      parts.push(reply!.slice(1));
      if (reply!.startsWith("l")) break;
    }
    expect(parts.join("").length).toBeLessThanOrEqual(text.length);
    expect(parts.length).toBe(Math.ceil(text.length / 0x1000));
  });
});

describe("a client that says anything", () => {
  const letter = fc.constantFrom(..."?gGpPmMxXZzcCsSHTDkvqQ0123456789abcdef,:;=#$*}-+ \u0003\u00ff");
  const begun = fc.constantFrom(
    "m",
    "M",
    "X",
    "Z0,",
    "z4,",
    "p",
    "P1=",
    "vCont;",
    "qXfer:features:read:target.xml:",
    "qRcmd,",
    "G",
    "H",
    "qSupported:",
  );
  const packet = fc
    .tuple(begun, fc.array(letter, { maxLength: 20 }))
    .map(([start, rest]) => start + rest.join(""));
  const noise = fc.array(letter, { maxLength: 40 }).map((letters) => letters.join(""));

  test("never makes it throw, nor changes which level runs", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(packet, noise), { maxLength: 12 }), (said) => {
        const machine = program();
        const session = new DebugSession(machineTarget([machine]), () => undefined);
        for (const text of said) {
          session.receive(asciiBytes(text));
          session.receive(framed(text));
          if (!session.waits) session.stopped({ core: 0, cause: { kind: "step" } });
        }
        expect(machine.pstate.EL).toBeLessThanOrEqual(2);
      }),
      { numRuns: 150 },
    );
  });

  test("may ask for any length", () => {
    const most = "ffffffffffffffff";
    const replies = converse(program(), [
      `m${address(CODE)},${most}`,
      `m${most},${most}`,
      `x${most},8`,
      `Z2,${most},${most}`,
      "c",
      "k",
    ]);
    expect(replies[0]).toHaveLength(0x4000);
    expect(replies.slice(1, 3)).toEqual(["E0e", "E0e"]);
  });
});
