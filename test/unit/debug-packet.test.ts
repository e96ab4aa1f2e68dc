import { describe, expect, test } from "vitest";
import { asciiBytes, MOST_PAYLOAD, PacketReader, packetBytes } from "../../src/debug/packet.js";
import fc from "../seeded-check.js";

const textOf = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
const read = (text: string) => new PacketReader().read(asciiBytes(text));

/** What GDB makes of a packet's body: runs first, then escapes. */
function expanded(packet: string): string {
  const body = packet.slice(1, -3);
  const runs = body.replaceAll(/([\s\S])\*([\s\S])/g, (_, character: string, count: string) =>
    character.repeat(count.charCodeAt(0) - 29 + 1),
  );
  return runs.replaceAll(/\}([\s\S])/g, (_, next: string) => String.fromCharCode(next.charCodeAt(0) ^ 0x20));
}

describe("packets", () => {
  test("have the checksum of GDB's manual", () => {
    expect(textOf(packetBytes("OK"))).toBe("$OK#9a");
    expect(textOf(packetBytes(""))).toBe("$#00");
  });

  test("are shortened by runs, whose counts are never # or $", () => {
    expect(textOf(packetBytes("0000"))).toBe("$0* #7a");
    expect(textOf(packetBytes("000"))).toBe("$000#90");
    for (let length = 1; length <= 300; length++) {
      const packet = textOf(packetBytes("0".repeat(length)));
      expect(packet.slice(1, -3)).not.toMatch(/[#$]/);
      expect(expanded(packet)).toBe("0".repeat(length));
    }
  });

  test("of any bytes are what GDB reads back", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(..."aab0#$}*\u0003\u00ff"), { maxLength: 200 }), (characters) => {
        const payload = characters.join("");
        expect(expanded(textOf(packetBytes(payload)))).toBe(payload);
      }),
    );
  });
});

describe("a packet reader", () => {
  test("gives packets, acknowledgements and interrupts, however the bytes are cut", () => {
    const text = "+$m0,4#fd-\u0003$X10,1:}\u0003#d0$?#3f";
    const whole = read(text);
    expect(whole.map(({ kind }) => kind)).toEqual([
      "acknowledged",
      "packet",
      "refused",
      "interrupt",
      "packet",
      "packet",
    ]);
    const reader = new PacketReader();
    expect([...text].flatMap((character) => reader.read(asciiBytes(character)))).toEqual(whole);
  });

  test("takes escapes away", () => {
    expect(read("$X10,1:}\u0003#d0")).toEqual([{ kind: "packet", payload: "X10,1:#" }]);
  });

  test("finds a wrong checksum, one that is no number, and a packet that is too long", () => {
    expect(read("$OK#9b")).toEqual([{ kind: "corrupt" }]);
    expect(read("$OK#zz")).toEqual([{ kind: "corrupt" }]);
    const long = "a".repeat(MOST_PAYLOAD + 1);
    expect(read(`$${long}#${((long.length * 0x61) & 0xff).toString(16)}`)).toEqual([{ kind: "corrupt" }]);
  });

  test("begins anew at a $ within a packet", () => {
    expect(read("$m0,$?#3f")).toEqual([{ kind: "packet", payload: "?" }]);
  });

  test("drops what is no packet", () => {
    expect(read("hello\r\n")).toEqual([]);
  });
});
