import type { Ir } from "../ir/node.js";
import type { Block, BlockEnd } from "./region-graph.js";

const PAGE_BYTES = 4096;
/** More than this many instructions make no region. */
export const MOST_WORDS = 800;

/** How the flow goes on after an instruction; offsets in bytes from the page's start. */
export type Flow =
  | { readonly kind: "next" }
  | { readonly kind: "go"; readonly target: number }
  | { readonly kind: "choose"; readonly target: number }
  /** BL within the page: the flow comes back behind it. */
  | { readonly kind: "call"; readonly target: number }
  /** returns: to where a call left from. links: it is a call itself. */
  | { readonly kind: "indirect"; readonly returns: boolean; readonly links: boolean }
  /** The interpreter's. returns: the flow may come back behind it. */
  | { readonly kind: "leave"; readonly returns: boolean };

/** An instruction of a region. */
export interface RegionInstruction {
  readonly ir: Ir;
  readonly flow: Flow;
}

/** The blocks that an entry reaches within its page, and where indirect branches may come back to. */
export interface RegionBlocks {
  readonly blocks: readonly Block[];
  readonly entries: readonly number[];
}

/**
 * Finds the blocks from an entry on. at: the instruction at an offset; undefined where nothing is to be translated.
 * extra: offsets that an indirect branch may lead to. more: entries besides the first.
 */
export function findBlocks(
  entry: number,
  at: (offset: number) => RegionInstruction | undefined,
  extra: readonly number[],
  more: readonly number[] = [],
): RegionBlocks {
  const leaders = new Set([entry, ...more]);
  const entries = new Set([entry, ...more]);
  const seen = new Map<number, RegionInstruction>();
  const work = [...more, entry];
  let indirect = false;
  const reach = (offset: number, isEntry = false): void => {
    if (offset < 0 || offset >= PAGE_BYTES) return;
    leaders.add(offset);
    if (isEntry) entries.add(offset);
    work.push(offset);
  };
  for (let from = work.pop(); from !== undefined; from = work.pop()) {
    for (let offset = from; offset < PAGE_BYTES && !seen.has(offset) && seen.size < MOST_WORDS; offset += 4) {
      const instruction = at(offset);
      if (instruction === undefined) break;
      const { flow } = instruction;
      seen.set(offset, instruction);
      if (flow.kind === "next") continue;
      if (flow.kind === "indirect") indirect ||= !flow.returns;
      if (flow.kind === "indirect" && flow.links) reach(offset + 4, true);
      if (flow.kind === "go" || flow.kind === "choose" || flow.kind === "call") reach(flow.target);
      if (flow.kind === "choose") reach(offset + 4);
      if (flow.kind === "call") entries.add(flow.target);
      if (flow.kind === "call" || (flow.kind === "leave" && flow.returns)) reach(offset + 4, true);
      break;
    }
    if (work.length === 0 && indirect) {
      indirect = false;
      for (const offset of extra) if (!seen.has(offset)) reach(offset, true);
    }
  }
  const known = [...leaders].filter((offset) => seen.has(offset));
  const blocks = known.map((start) => blockFrom(start, leaders, seen));
  return { blocks, entries: [...entries].filter((offset) => seen.has(offset)) };
}

function blockFrom(
  start: number,
  leaders: ReadonlySet<number>,
  seen: ReadonlyMap<number, RegionInstruction>,
): Block {
  const words: number[] = [];
  for (let offset = start; ; offset += 4) {
    const flow = seen.get(offset)?.flow;
    if (flow === undefined || (offset > start && leaders.has(offset))) {
      return { start, words, end: { kind: "go", target: offset } };
    }
    words.push(offset);
    const end = endOf(flow, offset);
    if (end !== undefined) return { start, words, end };
  }
}

function endOf(flow: Flow, offset: number): BlockEnd | undefined {
  switch (flow.kind) {
    case "next":
      return undefined;
    case "go":
    case "call":
      return { kind: "go", target: flow.target };
    case "choose":
      return { kind: "choose", target: flow.target, next: offset + 4 };
    case "indirect":
      return { kind: "indirect" };
    case "leave":
      return { kind: "leave" };
  }
}
