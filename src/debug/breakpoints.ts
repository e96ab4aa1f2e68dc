import type { DebugAccess } from "./target.js";

/** Types of Z packets. Source: Debugging with GDB, appendix E.2, Packets. */
const kinds = ["software", "hardware", "write", "read", "access"] as const;

/** What a stop reply calls a watchpoint. */
export type WatchKind = "watch" | "rwatch" | "awatch";

interface Watchpoint {
  readonly address: bigint;
  readonly lengthBytes: bigint;
  readonly kind: WatchKind;
  readonly on: readonly DebugAccess["kind"][];
}

const watches = {
  write: { kind: "watch", on: ["write"] },
  read: { kind: "rwatch", on: ["read"] },
  access: { kind: "awatch", on: ["read", "write"] },
} as const;

/**
 * The places where a debugger wants to stop. Breakpoints compare the address of the next instruction, whichever
 * type they have: no instruction is replaced. Addresses are virtual and count at every level.
 */
export class Breakpoints {
  readonly #code = new Map<bigint, Set<"software" | "hardware">>();
  readonly #watchpoints = new Map<string, Watchpoint>();

  /** Whether there are watchpoints. */
  get watching(): boolean {
    return this.#watchpoints.size > 0;
  }

  /** Sets one, again without effect when it is there; false for a type or a length that does not exist. */
  insert(type: number, address: bigint, kind: bigint): boolean {
    const what = kinds[type];
    if (what === undefined) return false;
    if (what === "software" || what === "hardware") {
      const known = this.#code.get(address) ?? new Set();
      this.#code.set(address, known.add(what));
      return true;
    }
    if (kind === 0n) return false;
    this.#watchpoints.set(`${type},${address},${kind}`, { address, lengthBytes: kind, ...watches[what] });
    return true;
  }

  /** Removes one, without effect when it is not there; false for a type that does not exist. */
  remove(type: number, address: bigint, kind: bigint): boolean {
    const what = kinds[type];
    if (what === undefined) return false;
    if (what === "software" || what === "hardware") {
      const known = this.#code.get(address);
      known?.delete(what);
      if (known?.size === 0) this.#code.delete(address);
    } else this.#watchpoints.delete(`${type},${address},${kind}`);
    return true;
  }

  clear(): void {
    this.#code.clear();
    this.#watchpoints.clear();
  }

  /** The kind of breakpoint at an address. */
  at(address: bigint): "software" | "hardware" | undefined {
    const known = this.#code.size === 0 ? undefined : this.#code.get(address);
    return known === undefined ? undefined : known.has("software") ? "software" : "hardware";
  }

  /** The watchpoint that an access touches, and the first address of it that is touched. */
  touched(access: DebugAccess): { readonly kind: WatchKind; readonly address: bigint } | undefined {
    const end = access.va + BigInt(access.sizeBytes);
    for (const { address, lengthBytes, kind, on } of this.#watchpoints.values()) {
      if (on.includes(access.kind) && access.va < address + lengthBytes && end > address) {
        return { kind, address: access.va > address ? access.va : address };
      }
    }
    return undefined;
  }
}
