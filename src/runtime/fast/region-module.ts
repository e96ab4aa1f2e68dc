import type { pstateFields } from "../pstate.js";
import { stateOffsets } from "../state-storage.js";
import { FunctionCode, Label } from "../wasm/function-code.js";
import { ModuleWriter } from "../wasm/module-writer.js";
import { valueType } from "../wasm/opcode.js";
import { control, type EngineLayout } from "./engine-layout.js";
import { pstateOffset } from "./exception-code.js";
import { CONTINUE, exitCode } from "./exit-code.js";
import type { HelperFunctions } from "./helper-functions.js";
import { NO_PAGE } from "./instruction-emitter.js";
import { LocalPool } from "./local-pool.js";
import type { RegionInstruction } from "./region-blocks.js";
import type { PlacedBlock, RegionGraph } from "./region-graph.js";
import {
  type Compared,
  leaveAt,
  type RegionFrame,
  RegionInstructionEmitter,
  type RegionSysreg,
} from "./region-instruction.js";

import type { VirtualInterrupts } from "./virtual-interrupts.js";

const { i32, i64 } = valueType;
const STACK_POINTER = 31;
const PARAMETERS = { limit: 0, entry: 1, pcBase: 2 } as const;

/** Functions that a region's module imports from the interpreter's. */
export const regionImports = [
  "slowAccess",
  "resolvePermits",
  "multiplyHighUnsigned",
  "multiplyHighSigned",
  "divideUnsigned",
  "divideSigned",
  "crc32",
] as const;

/** What there is to know of a region besides its graph. */
export interface RegionSource {
  readonly layout: EngineLayout;
  readonly virtualInterrupts: VirtualInterrupts;
  readonly graph: RegionGraph;
  /** The table that tells where indirect branches enter: its address. */
  readonly entryTable: number;
  readonly instructionAt: (offset: number) => RegionInstruction;
  readonly sysregAt: (offset: number) => RegionSysreg | undefined;
}

/**
 * A module that exports region(limit, entry, pcBase) -> exit code or CONTINUE: it executes the region from an entry
 * on, pcBase being its page's address, until limit instructions are done and a branch goes back, or it is left.
 */
export function regionModule(source: RegionSource): Uint8Array<ArrayBuffer> {
  const module = new ModuleWriter();
  const imports = importFunctions(module);
  const body = new RegionWriter(source, imports);
  module.add(body.write(), "region");
  return module.bytes();
}

type Imports = HelperFunctions & { readonly slowAccess: number; readonly resolvePermits: number };

function importFunctions(module: ModuleWriter): Imports {
  const binary = () => [[i64, i64], [i64]] as const;
  const index = (name: string, [parameters, results]: ReturnType<typeof binary>) =>
    module.importFunction(name, parameters, results);
  return {
    slowAccess: module.importFunction("slowAccess", [i64, i32, i32, i64, i32], [i32]),
    resolvePermits: module.importFunction("resolvePermits", [], [i32]),
    multiplyHighUnsigned: index("multiplyHighUnsigned", binary()),
    multiplyHighSigned: index("multiplyHighSigned", binary()),
    divideUnsigned: index("divideUnsigned", binary()),
    divideSigned: index("divideSigned", binary()),
    crc32: module.importFunction("crc32", [i64, i64, i32, i32], [i64]),
  };
}

/** Writes the function twice: once to learn which registers it uses, once to load and spill just them. */
class RegionWriter {
  constructor(
    readonly source: RegionSource,
    readonly imports: Imports,
  ) {}

  write(): FunctionCode {
    const used = new Set<number>();
    const written = new Set<number>();
    const trial = new RegionFunction(this.source, this.imports, used, written);
    trial.writeBody();
    const final = new RegionFunction(this.source, this.imports, used, written, trial.usesFlags);
    final.writeAll();
    return final.frame.code;
  }
}

class RegionFunction {
  readonly frame: RegionFrame;
  usesFlags = false;
  readonly #registers = new Map<number, number>();
  readonly #rootLabel = new Label();
  readonly #next: number;
  readonly #labels = new Map<PlacedBlock, Label>();
  readonly #loops = new Map<PlacedBlock, Label>();

  constructor(
    readonly source: RegionSource,
    imports: Imports,
    readonly used: Set<number>,
    readonly written: Set<number>,
    readonly spillsFlags = false,
  ) {
    const code = new FunctionCode([i32, i32, i64], [i32]);
    this.#next = PARAMETERS.entry;
    const locals = {
      pcBase: PARAMETERS.pcBase,
      context: code.local(i64),
      hash: code.local(i32),
      count: code.local(i32),
      where: code.local(i32),
      exit: code.local(i32),
      n: code.local(i64),
      z: code.local(i64),
      c: code.local(i32),
      v: code.local(i64),
      compareX: code.local(i64),
      compareY: code.local(i64),
    };
    this.frame = {
      code,
      pool: new LocalPool(code),
      layout: source.layout,
      functions: imports,
      helpers: imports,
      locals,
      exitLabel: new Label(),
      virtualInterrupts: source.virtualInterrupts,
      recent: {
        read: { base: code.local(i64), addend: code.local(i32) },
        write: { base: code.local(i64), addend: code.local(i32) },
      },
      register: (number, isWritten) => this.#register(number, isWritten),
      touchFlags: () => {
        this.usesFlags = true;
      },
    };
  }

  writeAll(): void {
    const { code, locals, layout } = this.frame;
    code
      .i32(0)
      .memory("i64Load", layout.control + control.context)
      .set(locals.context);
    code
      .i32(0)
      .memory("i32Load", layout.control + control.hash)
      .set(locals.hash);
    for (const page of Object.values(this.frame.recent ?? {})) code.i64(NO_PAGE).set(page.base);
    for (const number of this.used) {
      code.i32(0).memory("i64Load", this.#slot(number)).set(this.#register(number, false));
    }
    if (this.spillsFlags) this.#loadFlags();
    this.writeBody();
    for (const number of this.written) {
      code.i32(0).get(this.#register(number, false)).memory("i64Store", this.#slot(number));
    }
    if (this.spillsFlags) this.#spillFlags();
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
    let compared: Compared | undefined;
    for (const [index, offset] of block.words.entries()) {
      pool.release();
      const isLast = index === block.words.length - 1;
      const emitter = new RegionInstructionEmitter(
        this.frame,
        this.source.instructionAt(offset),
        offset,
        index,
        compared,
        this.source.sysregAt(offset),
      );
      if (isLast && block.end.kind === "leave") {
        emitter.leave(CONTINUE);
        return;
      }
      if (isLast && block.end.kind === "indirect") {
        this.#indirect(block, emitter);
        return;
      }
      emitter.emit();
      compared = emitter.compared;
      if (isLast && block.end.kind === "choose") {
        emitter.pushCondition();
        code.if();
        this.#edge(block, block.end.target);
        code.end();
        this.#edge(block, block.end.next);
        return;
      }
    }
    if (block.end.kind === "go") this.#edge(block, block.end.target);
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
      leaveAt(this.frame, CONTINUE, target, 0);
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

  #register(number: number, isWritten: boolean): number {
    this.used.add(number);
    if (isWritten) this.written.add(number);
    let local = this.#registers.get(number);
    if (local === undefined) {
      local = this.frame.code.local(i64);
      this.#registers.set(number, local);
    }
    return local;
  }

  #slot(number: number): number {
    return number === STACK_POINTER ? this.source.layout.control + control.sp : stateOffsets.x + 8 * number;
  }

  #loadFlags(): void {
    const { code } = this.frame;
    const { n, z, c, v } = this.frame.locals;
    const load = (field: (typeof pstateFields)[number]) => code.i32(0).memory("i32Load", pstateOffset(field));
    load("N").op("i64ExtendI32U").i64(63n).op("i64Shl").set(n);
    load("Z").op("i32Eqz", "i64ExtendI32U").set(z);
    load("C").set(c);
    load("V").op("i64ExtendI32U").i64(63n).op("i64Shl").set(v);
  }

  #spillFlags(): void {
    const { code } = this.frame;
    const { n, z, c, v } = this.frame.locals;
    code.i32(0).get(n).i64(63n).op("i64ShrU", "i32WrapI64").memory("i32Store", pstateOffset("N"));
    code.i32(0).get(z).op("i64Eqz").memory("i32Store", pstateOffset("Z"));
    code.i32(0).get(c).memory("i32Store", pstateOffset("C"));
    code.i32(0).get(v).i64(63n).op("i64ShrU", "i32WrapI64").memory("i32Store", pstateOffset("V"));
  }
}
