/**
 * Packets of the GDB remote serial protocol: `$payload#checksum`. Payloads are strings of characters 0 … 255, one a
 * byte. Source: Debugging with GDB, appendix E.1, Overview.
 */

/** The longest payload that is taken from a client, in characters; longer ones count as corrupt. */
export const MOST_PAYLOAD = 0x4000;

/** What a client has sent. corrupt: a packet with a wrong checksum, or one that is too long. */
export type PacketEvent =
  | { readonly kind: "packet"; readonly payload: string }
  | { readonly kind: "corrupt" }
  | { readonly kind: "acknowledged" }
  | { readonly kind: "refused" }
  | { readonly kind: "interrupt" };

const INTERRUPT = "\u0003";
const ESCAPED = 0x20;

/** Takes a client's bytes apart, however they were cut. Bytes between packets that mean nothing are dropped. */
export class PacketReader {
  #state: "outside" | "payload" | "checksum" = "outside";
  #payload = "";
  #checksum = "";
  #tooLong = false;

  /** The events that bytes complete, in order. */
  read(bytes: Uint8Array): PacketEvent[] {
    const events: PacketEvent[] = [];
    for (const byte of bytes) {
      const event = this.#take(String.fromCharCode(byte));
      if (event !== undefined) events.push(event);
    }
    return events;
  }

  #take(character: string): PacketEvent | undefined {
    if (this.#state === "outside") return this.#outside(character);
    if (character === "$") {
      this.#begin();
      return undefined;
    }
    if (this.#state === "payload") {
      if (character === "#") this.#state = "checksum";
      else if (this.#payload.length < MOST_PAYLOAD) this.#payload += character;
      else this.#tooLong = true;
      return undefined;
    }
    this.#checksum += character;
    return this.#checksum.length < 2 ? undefined : this.#end();
  }

  #outside(character: string): PacketEvent | undefined {
    if (character === "$") this.#begin();
    if (character === "+") return { kind: "acknowledged" };
    if (character === "-") return { kind: "refused" };
    return character === INTERRUPT ? { kind: "interrupt" } : undefined;
  }

  #begin(): void {
    this.#state = "payload";
    this.#payload = "";
    this.#checksum = "";
    this.#tooLong = false;
  }

  #end(): PacketEvent {
    this.#state = "outside";
    const right = this.#checksum.toLowerCase() === checksumOf(this.#payload);
    return right && !this.#tooLong
      ? { kind: "packet", payload: unescaped(this.#payload) }
      : { kind: "corrupt" };
  }
}

/** The bytes of a packet: its payload escaped, runs of a character shortened, its checksum added. */
export function packetBytes(payload: string): Uint8Array {
  const body = shortened(payload);
  return asciiBytes(`$${body}#${checksumOf(body)}`);
}

/** One byte a character; the characters are 0 … 255. */
export function asciiBytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function checksumOf(body: string): string {
  let sum = 0;
  for (let i = 0; i < body.length; i++) sum = (sum + body.charCodeAt(i)) & 0xff;
  return sum.toString(16).padStart(2, "0");
}

function unescaped(body: string): string {
  return body.replaceAll(/\}([\s\S]?)/g, (_, next: string) =>
    next === "" ? "" : String.fromCharCode(next.charCodeAt(0) ^ ESCAPED),
  );
}

/**
 * `0* ` for four zeroes: a character, a star, and a printable character that is 29 more than the repetitions. `#` and
 * `$` may not stand for a count. What must be escaped is not shortened.
 */
function shortened(payload: string): string {
  return payload.replaceAll(/([#$}*])|([^#$}*])\2*/g, (run: string, special: string | undefined) => {
    if (special !== undefined) return `}${String.fromCharCode(special.charCodeAt(0) ^ ESCAPED)}`;
    let text = "";
    for (let left = run.length; left > 0; ) {
      const repetitions = repetitionsFor(left - 1);
      text += repetitions < 3 ? run[0] : `${run[0]}*${String.fromCharCode(29 + repetitions)}`;
      left -= repetitions < 3 ? 1 : repetitions + 1;
    }
    return text;
  });
}

/** The most repetitions that one count can stand for: 29 + 6 and 29 + 7 are `#` and `$`, 29 + 97 is `~`. */
function repetitionsFor(wanted: number): number {
  const most = Math.min(wanted, 97);
  return most === 6 || most === 7 ? 5 : most;
}
