/** How a block ends; targets are byte offsets in the page, and may be outside of the region or the page. */
export type BlockEnd =
  | { readonly kind: "go"; readonly target: number }
  | { readonly kind: "choose"; readonly target: number; readonly next: number }
  /** An indirect branch: to an entry of the region, or out of it. */
  | { readonly kind: "indirect" }
  /** The last instruction is not the region's to execute. */
  | { readonly kind: "leave" };

/** Instructions that are executed one after the other. words: their offsets in the page. */
export interface Block {
  readonly start: number;
  readonly words: readonly number[];
  readonly end: BlockEnd;
}

/** A block in the order in which code is laid out. */
export interface PlacedBlock extends Block {
  /** Its place in reverse post-order. */
  readonly order: number;
  /** A loop begins here: some branch leads back to it. */
  readonly isLoop: boolean;
  /** Reached forwards from more than one place, or an entry. */
  readonly isMerge: boolean;
  /** The blocks that it immediately dominates and that are merges, last first. */
  readonly merges: readonly PlacedBlock[];
}

/** Blocks as nested loops and forward branches; whatever does not nest goes through the entries. */
export interface RegionGraph {
  readonly entries: readonly PlacedBlock[];
  /** The merges that no other block dominates, last first. */
  readonly merges: readonly PlacedBlock[];
  readonly blockAt: ReadonlyMap<number, PlacedBlock>;
  readonly hasLoops: boolean;
  /** Whether a branch between two blocks goes through the entries. */
  readonly goesRound: (from: PlacedBlock, to: PlacedBlock) => boolean;
}

interface Node {
  readonly block: Block;
  successors: Node[];
  order: number;
  dominator: Node | undefined;
}

/**
 * Structures blocks. entries: the offsets at which the region may be entered; loops with more than one way in make
 * more. Source: N. Ramsey, Beyond Relooper (2022): dominator tree, merges as blocks, back edges as loops.
 */
export function structure(blocks: readonly Block[], entries: readonly number[]): RegionGraph {
  const starts = new Set(entries);
  for (;;) {
    const nodes = makeNodes(blocks);
    const root = makeRoot([...starts].flatMap((start) => nodes.get(start) ?? []));
    const order = reversePostOrder(root);
    dominate(order);
    const irreducible = order.flatMap((node) =>
      node.successors.filter(
        (to) => to.order <= node.order && !dominates(to, node) && !starts.has(to.block.start),
      ),
    );
    if (irreducible.length === 0) return place(root, order);
    for (const { block } of irreducible) starts.add(block.start);
  }
}

function makeNodes(blocks: readonly Block[]): Map<number, Node> {
  const nodes = new Map<number, Node>();
  for (const block of blocks)
    nodes.set(block.start, { block, successors: [], order: -1, dominator: undefined });
  for (const node of nodes.values())
    node.successors = targetsOf(node.block).flatMap((t) => nodes.get(t) ?? []);
  return nodes;
}

/** The offsets that a block may go to, whether they are in the region or not. */
export function targetsOf({ end }: Block): readonly number[] {
  if (end.kind === "go") return [end.target];
  return end.kind === "choose" ? [end.target, end.next] : [];
}

function makeRoot(entries: Node[]): Node {
  const block: Block = { start: -1, words: [], end: { kind: "leave" } };
  return { block, successors: entries, order: -1, dominator: undefined };
}

function reversePostOrder(root: Node): Node[] {
  const done: Node[] = [];
  const seen = new Set<Node>([root]);
  const visit = (node: Node): void => {
    for (const next of node.successors.toReversed()) {
      if (seen.has(next)) continue;
      seen.add(next);
      visit(next);
    }
    done.push(node);
  };
  visit(root);
  done.reverse();
  for (const [i, node] of done.entries()) node.order = i;
  return done;
}

/** Source: Cooper, Harvey, Kennedy, A Simple, Fast Dominance Algorithm (2001). */
function dominate(order: readonly Node[]): void {
  const predecessors = new Map<Node, Node[]>();
  for (const node of order)
    for (const next of node.successors) predecessors.set(next, [...(predecessors.get(next) ?? []), node]);
  const [root, ...others] = order;
  if (root === undefined) return;
  root.dominator = root;
  for (let changed = true; changed; ) {
    changed = false;
    for (const node of others) {
      const known = (predecessors.get(node) ?? []).filter(({ dominator }) => dominator !== undefined);
      const dominator = known.reduce((a, b) => commonDominator(a, b));
      if (node.dominator !== dominator) {
        node.dominator = dominator;
        changed = true;
      }
    }
  }
}

function commonDominator(a: Node, b: Node): Node {
  let [x, y] = [a, b];
  while (x !== y) {
    while (x.order > y.order) x = x.dominator ?? x;
    while (y.order > x.order) y = y.dominator ?? y;
  }
  return x;
}

function dominates(a: Node, b: Node): boolean {
  let node = b;
  while (node.order > a.order) node = node.dominator ?? node;
  return node === a;
}

function place(root: Node, order: readonly Node[]): RegionGraph {
  const inner = order.filter((node) => node !== root);
  const isRound = (from: Node, to: Node) => to.order <= from.order && !dominates(to, from);
  const forward = new Map<Node, number>();
  const loops = new Set<Node>();
  for (const node of order) {
    for (const to of node.successors) {
      if (isRound(node, to)) continue;
      if (node !== root && to.order <= node.order) loops.add(to);
      else forward.set(to, (forward.get(to) ?? 0) + 1);
    }
  }
  const entries = new Set(root.successors);
  const placed = new Map<Node, PlacedBlock & { merges: PlacedBlock[] }>();
  const merges: PlacedBlock[] = [];
  for (const node of inner) {
    placed.set(node, {
      ...node.block,
      order: node.order,
      isLoop: loops.has(node),
      isMerge: entries.has(node) || (forward.get(node) ?? 0) > 1,
      merges: [],
    });
  }
  for (const node of inner.toReversed()) {
    const own = placed.get(node);
    if (own?.isMerge !== true) continue;
    const dominator = node.dominator && placed.get(node.dominator);
    (dominator?.merges ?? merges).push(own);
  }
  const nodeAt = new Map(inner.map((node) => [node.block.start, node]));
  return {
    entries: root.successors.flatMap((node) => placed.get(node) ?? []),
    merges,
    hasLoops: loops.size > 0 || order.some((node) => node.successors.some((to) => isRound(node, to))),
    blockAt: new Map([...placed.values()].map((block) => [block.start, block])),
    goesRound: (from, to) => {
      const [a, b] = [nodeAt.get(from.start), nodeAt.get(to.start)];
      return a !== undefined && b !== undefined && isRound(a, b);
    },
  };
}
