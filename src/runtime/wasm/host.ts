/** A linear memory; its buffer is never exchanged, for it never grows. */
export interface WasmMemory {
  readonly buffer: SharedArrayBuffer;
}

/** What of the WebAssembly JavaScript interface is used: Node's types have it, but plain ECMAScript's have not. */
interface WebAssemblyInterface {
  readonly Memory: new (limits: {
    readonly initial: number;
    readonly maximum: number;
    readonly shared: true;
  }) => WasmMemory;
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports: { readonly env: Readonly<Record<string, unknown>> },
  ) => { readonly exports: Readonly<Record<string, unknown>> };
}

/** The WebAssembly object of the host. */
export const webAssembly = (globalThis as unknown as { readonly WebAssembly: WebAssemblyInterface })
  .WebAssembly;
