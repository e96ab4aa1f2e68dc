import type { BufferWindow } from "../state-storage.js";
import { type WasmMemory, webAssembly } from "../wasm/host.js";
import { type EngineLayout, engineLayout } from "./engine-layout.js";

const WASM_PAGE_BYTES = 65536;
const RAM_UNIT = 4096n;

/**
 * The memory that an engine and its machine share: the machine's state, the engine's tables, and RAM. Make it
 * first, then the machine on its windows, then the engine. It is a shared one although a single thread uses it: V8 collects
 * garbage early in a program that has made large buffers, and does not count shared ones.
 */
export class EngineMemory {
  readonly memory: WasmMemory;
  readonly layout: EngineLayout;
  #ramUsed = 0;

  /** ramBytes: of all RAM that will be asked for. Throws RangeError for more than WebAssembly has. */
  constructor(registerCount: number, ramBytes: bigint) {
    this.layout = engineLayout(registerCount, Number(ramBytes));
    const pages = this.layout.totalBytes / WASM_PAGE_BYTES;
    this.memory = new webAssembly.Memory({ initial: pages, maximum: pages, shared: true });
  }

  /** Where the machine keeps its state. */
  get state(): BufferWindow {
    return { buffer: this.memory.buffer, byteOffset: 0 };
  }

  /** Where the next sizeBytes of RAM are kept; a multiple of 4096. Throws RangeError when there is no more. */
  takeRam(sizeBytes: bigint): BufferWindow {
    const byteOffset = this.layout.ram + this.#ramUsed;
    const size = Number(((sizeBytes + RAM_UNIT - 1n) / RAM_UNIT) * RAM_UNIT);
    if (byteOffset + size > this.layout.totalBytes)
      throw new RangeError("the engine's memory has no room for this RAM");
    this.#ramUsed += size;
    return { buffer: this.memory.buffer, byteOffset };
  }
}
