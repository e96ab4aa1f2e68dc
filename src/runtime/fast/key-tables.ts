import type { Machine } from "../machine.js";
import type { ForgottenTranslations } from "../tlb.js";
import {
  CONTEXTS,
  control,
  KEY_ENTRIES,
  KEY_ENTRY_BYTES,
  NOT_PERMITTED,
  PERMIT_TABLES,
  PERMITTED,
  TLB_ENTRIES,
  TLB_ENTRY_BYTES,
} from "./engine-layout.js";
import type { EngineMemory } from "./engine-memory.js";
import { keyEntryOffset } from "./key-entry.js";
import { PermitSets } from "./permit-sets.js";
import type { SoftwareTlb } from "./software-tlb.js";

const LITTLE_ENDIAN = true;
/** Where the context's number is in its tag: the low bits are those that alignment is told by. */
const TAG_SHIFT = 4;
const HASH_MULTIPLIER = 0x9e37_79b1;
/** Pages times contexts that are looked up one by one; more cost more than new tags do. */
const MOST_PAGES = 64;

/** A context that has a tag. entry: where its key is. */
interface Context {
  readonly entry: number;
  readonly hash: number;
  readonly regime: "EL1&0" | "EL2";
  readonly vmid: number;
}

/** What the module asks when it meets a context, a state of the traps, or an access for the first time. */
export class KeyTables {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  #contexts: Context[] = [];
  #tags = 0;
  #permitTables = 0;

  /** The sets of accesses that translated code asks about. */
  readonly sets: PermitSets;

  constructor(
    readonly machine: Machine,
    readonly memory: EngineMemory,
  ) {
    this.sets = new PermitSets(memory.layout.firstPermitSet);
    this.#view = new DataView(memory.memory.buffer);
    this.#bytes = new Uint8Array(memory.memory.buffer);
  }

  /** Gives the context that the module has met a tag of its own. */
  addContext(tlb: SoftwareTlb): void {
    if (this.#tags === CONTEXTS) {
      this.#tags = 0;
      this.#contexts = [];
      this.#clear(this.memory.layout.contextKeys);
      tlb.clear();
    }
    this.#tags += 1;
    const entry = this.#enter(this.memory.layout.contextKeys, control.contextKey);
    this.#view.setInt32(entry + 8, this.#tags << TAG_SHIFT, LITTLE_ENDIAN);
    const hash = Math.imul(this.#tags, HASH_MULTIPLIER) & ((TLB_ENTRIES - 1) * TLB_ENTRY_BYTES);
    this.#view.setInt32(entry + 12, hash, LITTLE_ENDIAN);
    const { mmu, pstate } = this.machine;
    const isEl2 = pstate.EL === 2;
    const others = this.#contexts.filter((context) => context.entry !== entry);
    const regime = isEl2 ? "EL2" : "EL1&0";
    this.#contexts = [...others, { entry, hash, regime, vmid: isEl2 ? 0 : mmu.vmid() }];
  }

  /**
   * Forgets what the machine's TLB has forgotten: page by page where they are few, else by giving the contexts that it
   * concerns other tags, under which no translation is found.
   */
  forget({ regime, vmid, pages }: ForgottenTranslations, tlb: SoftwareTlb): void {
    const concerned = this.#contexts.filter(
      (context) =>
        (regime === undefined || context.regime === regime) && (vmid === undefined || context.vmid === vmid),
    );
    if (pages !== undefined && pages.length * concerned.length <= MOST_PAGES) {
      for (const va of pages) for (const { hash } of concerned) tlb.forgetPage(va, hash);
      return;
    }
    for (const { entry } of concerned) this.#view.setBigUint64(entry, 0n, LITTLE_ENDIAN);
    this.#contexts = this.#contexts.filter((context) => !concerned.includes(context));
  }

  /** Gives the state of the traps that the module has met a table, empty yet. */
  addPermitTable(): void {
    const { permits, permitTableBytes, permitKeys } = this.memory.layout;
    if (this.#permitTables === PERMIT_TABLES) {
      this.#permitTables = 0;
      this.#clear(permitKeys);
    }
    this.#permitTables += 1;
    const table = permits + this.#permitTables * permitTableBytes;
    this.#bytes.fill(0, table, table + permitTableBytes);
    const entry = this.#enter(permitKeys, control.permitKey);
    this.#view.setInt32(entry + 8, table, LITTLE_ENDIAN);
  }

  /** Whether the access that the module asks about is permitted; the answer is kept. */
  judge(): boolean {
    const { layout } = this.memory;
    const index = this.#view.getInt32(layout.control + control.permitIndex, LITTLE_ENDIAN);
    const table = this.#view.getInt32(layout.control + control.permits, LITTLE_ENDIAN);
    if (this.#bytes[table + index] === NOT_PERMITTED) return false;
    const permitted = this.#isPermitted(index);
    this.#bytes[table + index] = permitted ? PERMITTED : NOT_PERMITTED;
    return permitted;
  }

  /** Forgets all sets, and what the tables say of them. */
  forgetSets(): void {
    const { permits, permitTableBytes, firstPermitSet } = this.memory.layout;
    this.sets.clear();
    for (let table = permits; table <= permits + PERMIT_TABLES * permitTableBytes; table += permitTableBytes)
      this.#bytes.fill(0, table + firstPermitSet, table + permitTableBytes);
  }

  #isPermitted(index: number): boolean {
    const { vectorPermit, firstPermitSet } = this.memory.layout;
    if (index >= firstPermitSet) {
      const { places, atEl2 } = this.sets.at(index);
      return (!atEl2 || this.machine.pstate.EL === 2) && places.every((place) => this.#isPermitted(place));
    }
    if (index === vectorPermit) return this.machine.vectors.permits();
    const description = this.machine.architecture.registers[index >> 1];
    return (
      description !== undefined &&
      this.machine.system.permits(description, index % 2 === 1 ? "write" : "read")
    );
  }

  /** Writes the key that the module has met into its table; the address of its entry. */
  #enter(table: number, from: number): number {
    const key = this.#view.getBigUint64(this.memory.layout.control + from, LITTLE_ENDIAN);
    const entry = table + keyEntryOffset(key);
    this.#view.setBigUint64(entry, key, LITTLE_ENDIAN);
    return entry;
  }

  #clear(table: number): void {
    this.#bytes.fill(0, table, table + KEY_ENTRIES * KEY_ENTRY_BYTES);
  }
}
