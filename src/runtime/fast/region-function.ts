import { stateOffsets } from "../state-storage.js";
import { FunctionCode, Label } from "../wasm/function-code.js";
import { valueType } from "../wasm/opcode.js";
import { planBlock } from "./block-plan.js";
import { control } from "./engine-layout.js";
import { CONTINUE, exitCode } from "./exit-code.js";
import type { HelperFunctions } from "./helper-functions.js";
import { KeptFlags } from "./kept-flags.js";
import { LocalPool } from "./local-pool.js";
import { RecentPages } from "./recent-pages.js";
import type { Compared } from "./region-flags.js";
import { leaveAt, type RegionFrame } from "./region-frame.js";
import type { PlacedBlock } from "./region-graph.js";
import { RegionInstructionEmitter } from "./region-instruction.js";
import { RegionRegisters } from "./region-registers.js";
import type { RegionSource } from "./region-source.js";

const { i32, i64 } = valueType;
const PARAMETERS = { limit: 0, entry: 1, pcBase: 2 } as const;

/** Functions of the interpreter's module that a region calls. */
export type RegionImports = HelperFunctions & { readonly slowAccess: number; readonly checkPermit: number };

/** Emits the function of a region: its blocks, and how they are entered and left. */
export class RegionFunction {
  readonly frame: RegionFrame;
  readonly #blockPool: LocalPool;
  readonly #rootLabel = new Label();
  readonly #next: number;
  readonly #labels = new Map<PlacedBlock, Label>();
  readonly #loops = new Map<PlacedBlock, Label>();

  constructor(
    readonly source: RegionSource,
    imports: RegionImports,
  ) {
    const code = new FunctionCode([i32, i32, i64], [i32]);
    const { layout, graph, virtualInterrupts } = source;
    this.#next = PARAMETERS.entry;
    this.#blockPool = new LocalPool(code);
    this.frame = {
      code,
      pool: new LocalPool(code),
      layout,
      functions: imports,
      helpers: imports,
      locals: {
        pcBase: PARAMETERS.pcBase,
        context: code.local(i64),
        hash: code.local(i32),
        count: code.local(i32),
        where: code.local(i32),
        exit: code.local(i32),
      },
      exitLabel: new Label(),
      virtualInterrupts,
      registers: new RegionRegisters(code, layout, graph.hasLoops),
      flags: new KeptFlags(code),
      ...(graph.hasLoops ? { recent: new RecentPages(code) } : {}),
    };
  }

  /** The whole function. trial: one that has its body already. */
  writeAll(trial: RegionFunction): void {
    const { code, locals, layout, registers, flags, recent } = this.frame;
    const {
      registers: { use },
      flags: { used: usesFlags },
    } = trial.frame;
    code
      .i32(0)
      .memory("i64Load", layout.control + control.context)
      .set(locals.context);
    code
      .i32(0)
      .memory("i32Load", layout.control + control.hash)
      .set(locals.hash);
    recent?.forget(trial.frame.recent?.names ?? []);
    registers.load(use);
    if (usesFlags) flags.load();
    this.writeBody();
    registers.spill(use);
    if (usesFlags) flags.spill();
    code
      .i32(0)
      .get(locals.pcBase)
      .get(locals.where)
      .op("i64ExtendI32U", "i64Add")
      .memory("i64Store", stateOffsets.pc);
    code
      .i32(0)
      .get(locals.count)
      .memory("i32Store", layout.control + control.regionExecuted);
    code.get(locals.exit);
  }

  /** The blocks; all of them end at the exit label. */
  writeBody(): void {
    const { code, exitLabel } = this.frame;
    const { entries, merges } = this.source.graph;
    code.block(exitLabel);
    code.loop(this.#rootLabel);
    this.#within(merges, () => {
      const labels = entries.map((entry) => this.#label(entry));
      code.get(this.#next).brTable(labels, labels[0] ?? exitLabel);
    });
    code.end();
    code.op("unreachable");
    code.end();
  }

  /** Code in blocks of which each ends where a merge begins. */
  #within(merges: readonly PlacedBlock[], emit: () => void): void {
    const { code } = this.frame;
    for (const merge of merges) code.block(this.#label(merge));
    emit();
    for (const merge of merges.toReversed()) {
      code.end();
      this.#tree(merge);
    }
  }

  #tree(block: PlacedBlock): void {
    const { code } = this.frame;
    if (block.isLoop) {
      const label = new Label();
      this.#loops.set(block, label);
      code.loop(label);
    }
    this.#within(block.merges, () => this.#block(block));
    if (block.isLoop) code.op("unreachable").end();
  }

  #block(block: PlacedBlock): void {
    const { code, pool } = this.frame;
    const { end } = block;
    if (this.source.exact) this.#leaveBeforeLimit(block);
    let compared: Compared | undefined;
    for (const [index, { instruction, place }] of planBlock(this.source, block, this.#blockPool).entries()) {
      pool.release();
      const emitter = new RegionInstructionEmitter(this.frame, instruction, place, compared);
      if (index === block.words.length - 1 && (end.kind === "leave" || end.kind === "indirect")) {
        if (end.kind === "leave") emitter.leave(CONTINUE);
        else this.#indirect(block, emitter);
        return;
      }
      emitter.emit();
      compared = emitter.compared;
      if (index < block.words.length - 1 || end.kind !== "choose") continue;
      emitter.pushCondition();
      code.if();
      this.#edge(block, end.target);
      code.end();
      this.#edge(block, end.next);
    }
    if (end.kind === "go") this.#edge(block, end.target);
  }

  #leaveBeforeLimit({ start, words }: PlacedBlock): void {
    const { code, locals } = this.frame;
    code.get(locals.count).i32(words.length).op("i32Add").get(PARAMETERS.limit).op("i32GtS");
    code.if();
    leaveAt(this.frame, () => code.i32(CONTINUE), start, 0);
    code.end();
  }

  /** To an entry of the region, if the target is one; otherwise the interpreter executes the branch. */
  #indirect(block: PlacedBlock, emitter: RegionInstructionEmitter): void {
    const { code, locals, pool } = this.frame;
    const target = emitter.keepTarget();
    const [distance, entry] = [pool.take(i64), pool.take(i32)];
    code.get(target).get(locals.pcBase).op("i64Sub").tee(distance).i64(4095n).op("i64GtU");
    code.get(distance).i64(3n).op("i64And").i64(0n).op("i64Ne", "i32Or");
    code.if();
    emitter.leave(CONTINUE);
    code.end();
    code.get(distance).op("i32WrapI64").i32(2).op("i32ShrU").memory("i32Load8U", this.source.entryTable);
    code.tee(entry).op("i32Eqz");
    code.if();
    emitter.leave(CONTINUE);
    code.end();
    emitter.emit();
    this.#countBlock(block);
    code.get(entry).i32(1).op("i32Sub").set(this.#next);
    this.#checkLimit(() => code.get(distance).op("i32WrapI64").set(locals.where));
    code.br(this.#rootLabel);
  }

  #edge(from: PlacedBlock, target: number): void {
    const { code, locals } = this.frame;
    this.#countBlock(from);
    const to = this.source.graph.blockAt.get(target);
    if (to === undefined) {
      leaveAt(this.frame, () => code.i32(CONTINUE), target, 0);
      return;
    }
    if (this.source.graph.goesRound(from, to)) {
      this.#checkLimit(() => code.i32(target).set(locals.where));
      code.i32(this.source.graph.entries.indexOf(to)).set(this.#next).br(this.#rootLabel);
      return;
    }
    if (to.order <= from.order) {
      this.#checkLimit(() => code.i32(target).set(locals.where));
      code.br(this.#loops.get(to) ?? this.#rootLabel);
    } else if (to.isMerge) code.br(this.#label(to));
    else this.#tree(to);
  }

  #countBlock({ words }: PlacedBlock): void {
    const { code, locals } = this.frame;
    code.get(locals.count).i32(words.length).op("i32Add").set(locals.count);
  }

  #checkLimit(setWhere: () => void): void {
    const { code, locals, exitLabel } = this.frame;
    code.get(locals.count).get(PARAMETERS.limit).op("i32GeS");
    code.if();
    setWhere();
    code.i32(exitCode.limit).set(locals.exit).br(exitLabel);
    code.end();
  }

  #label(block: PlacedBlock): Label {
    const known = this.#labels.get(block);
    if (known !== undefined) return known;
    const made = new Label();
    this.#labels.set(block, made);
    return made;
  }
}
