import { commandOf } from "./commands/index.js";
import { Conversation, replies } from "./conversation.js";
import { hexOfBytes } from "./hex-bytes.js";
import { asciiBytes, MOST_PAYLOAD, PacketReader, packetBytes } from "./packet.js";
import { type Stop, stopReply } from "./stop.js";
import type { DebugTarget } from "./target.js";

/**
 * The protocol with one client: its bytes in, ours out. What it may run and where it wants to stop is read from the
 * conversation; that it stops is told by `stopped`. No bytes make it throw.
 */
export class DebugSession {
  readonly conversation: Conversation;
  readonly #reader = new PacketReader();
  #last: Uint8Array = new Uint8Array(0);
  #interrupted = false;

  /** send: takes bytes for the client, in order. */
  constructor(
    target: DebugTarget,
    readonly send: (bytes: Uint8Array) => void,
  ) {
    this.conversation = new Conversation(target, (text) => this.#say(text));
  }

  /** Whether the cores stand and the client is there to say what is next. */
  get waits(): boolean {
    return this.conversation.ended === undefined && this.conversation.actions === undefined;
  }

  /** Whether the client wants running cores to stop; asking forgets it. */
  takeInterrupt(): boolean {
    const interrupted = this.#interrupted;
    this.#interrupted = false;
    return interrupted;
  }

  /** Takes bytes of the client and answers them. */
  receive(bytes: Uint8Array): void {
    const { conversation } = this;
    for (const event of this.#reader.read(bytes)) {
      if (conversation.ended !== undefined) return;
      if (event.kind === "interrupt") this.#interrupted = !this.waits;
      if (event.kind === "refused" && conversation.acknowledges) this.send(this.#last);
      if (event.kind === "corrupt" && conversation.acknowledges) this.send(asciiBytes("-"));
      if (event.kind === "packet") this.#answer(event.payload);
    }
  }

  /** The cores have stopped. */
  stopped(stop: Stop): void {
    const { conversation } = this;
    const core = conversation.target.cores[stop.core];
    if (core === undefined) return;
    conversation.actions = undefined;
    conversation.lastStop = stop;
    conversation.selected = stop.core;
    this.#interrupted = false;
    this.#reply(stopReply(stop, core, conversation.breakpointReasons));
  }

  /** The run has ended with an exit status, 0 … 255. */
  exited(status: number): void {
    if (this.conversation.ended !== undefined) return;
    this.#reply(`W${status.toString(16).padStart(2, "0")}`);
    this.conversation.end("detached");
  }

  /** The client has gone without a word. */
  lost(): void {
    if (this.conversation.ended === undefined) this.conversation.end("detached");
  }

  /** While the cores run only an interrupt counts: other packets have nobody who waits for their reply. */
  #answer(payload: string): void {
    const { conversation } = this;
    if (conversation.acknowledges) this.send(asciiBytes("+"));
    if (!this.waits) return;
    const known = commandOf(payload);
    const reply = known === undefined ? replies.unknown : known.command(conversation, known.argument);
    if (reply !== undefined) this.#reply(reply);
  }

  #reply(payload: string): void {
    this.#last = packetBytes(payload);
    this.send(this.#last);
  }

  /** `O…` packets, which GDB prints. */
  #say(text: string): void {
    const bytes = new TextEncoder().encode(text);
    const most = MOST_PAYLOAD / 2 - 1;
    for (let at = 0; at < bytes.length; at += most) {
      this.#reply(`O${hexOfBytes(bytes.subarray(at, at + most))}`);
    }
  }
}
