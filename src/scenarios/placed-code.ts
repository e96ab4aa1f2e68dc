import type { SourceRef } from "../core/source-ref.js";

/**
 * Code at its address, with everything resolved.
 * base: address of the first byte; symbols: absolute addresses; lines: which source line made the bytes from an
 * offset on, ascending; empty when the object says nothing of lines.
 */
export interface PlacedCode {
  readonly base: bigint;
  readonly bytes: Uint8Array;
  readonly symbols: ReadonlyMap<string, bigint>;
  readonly lines: readonly { readonly offset: number; readonly at?: SourceRef }[];
}

/** The address of a symbol. Throws when the code has none of that name. */
export function addressOf(code: PlacedCode, symbol: string): bigint {
  const address = code.symbols.get(symbol);
  if (address === undefined) throw new Error(`the code has no symbol ${symbol}`);
  return address;
}

/** Whether an address lies in the code. */
export function contains(code: PlacedCode, address: bigint): boolean {
  return address >= code.base && address < code.base + BigInt(code.bytes.length);
}

/** `__kvm_vcpu_run+0x24` for an address of the code: the last symbol at or before it. */
export function symbolic(code: PlacedCode, address: bigint): string {
  let best: { name: string; at: bigint } | undefined;
  for (const [name, at] of code.symbols) {
    if (at <= address && at >= code.base && (best === undefined || at >= best.at)) best = { name, at };
  }
  if (best === undefined) return `0x${address.toString(16)}`;
  return address === best.at ? best.name : `${best.name}+0x${(address - best.at).toString(16)}`;
}

/** The source line that made the instruction at an address, where that is known. */
export function lineOf(code: PlacedCode, address: bigint): SourceRef | undefined {
  if (!contains(code, address)) return undefined;
  const offset = Number(address - code.base);
  return code.lines.findLast((line) => line.offset <= offset)?.at;
}
