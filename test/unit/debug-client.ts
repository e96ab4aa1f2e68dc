import { Debugger, type DebugLink, type DebugTarget, machineTarget } from "../../src/debug/index.js";
import { asciiBytes } from "../../src/debug/packet.js";
import type { Machine } from "../../src/runtime/index.js";

/** A client that has said beforehand all that it will say: packets' payloads, or "^C" for an interrupt. */
export class Script implements DebugLink {
  readonly replies: string[] = [];
  readonly raw: string[] = [];
  #sent: string[] = [];

  constructor(readonly said: string[]) {}

  wait(): Uint8Array | undefined {
    const next = this.said.shift();
    if (next === undefined) return undefined;
    return next === "^C" ? asciiBytes("\u0003") : framed(next);
  }

  poll(): Uint8Array | undefined {
    if (this.said[0] !== "^C") return undefined;
    return this.wait();
  }

  send(bytes: Uint8Array): void {
    const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
    this.raw.push(text);
    if (text.startsWith("$")) this.#sent.push(expand(text));
    this.replies.splice(0, this.replies.length, ...this.#sent);
  }
}

/** A packet as GDB sends it: escaped by whoever wrote the payload, and never shortened. */
export function framed(payload: string): Uint8Array {
  const sum = [...payload].reduce((total, character) => total + character.charCodeAt(0), 0) & 0xff;
  return asciiBytes(`$${payload}#${sum.toString(16).padStart(2, "0")}`);
}

/** The payload of a packet that has no escapes. */
function expand(packet: string): string {
  return packet
    .slice(1, -3)
    .replaceAll(/([\s\S])\*([\s\S])/g, (_, character: string, count: string) =>
      character.repeat(count.charCodeAt(0) - 29 + 1),
    );
}

/** Runs a machine under a script for so many steps; the replies, in order. */
export function converse(machine: Machine, said: readonly string[], steps = 100): string[] {
  const script = new Script([...said]);
  const target: DebugTarget = machineTarget([machine]);
  const client = new Debugger(target, script);
  for (let i = 0; i < steps; i++) {
    if (client.beforeStep(0) === "end") break;
    machine.step();
  }
  client.exited(0);
  return script.replies;
}

/** Text as qRcmd carries it. */
export function hexText(text: string): string {
  return Array.from(text, (character) => character.charCodeAt(0).toString(16).padStart(2, "0")).join("");
}

/** What O packets say. */
export function consoleText(replies: readonly string[]): string {
  return replies
    .filter((reply) => reply.startsWith("O") && reply !== "OK")
    .map((reply) => Buffer.from(reply.slice(1), "hex").toString())
    .join("");
}
