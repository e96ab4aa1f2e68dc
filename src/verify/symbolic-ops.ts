import { hex } from "../core/u64.js";
import type { Decoded } from "../model/a64/index.js";
import type { Sysreg, SysregEncoding } from "../model/types.js";
import type {
  Access,
  Barrier,
  ExceptionRequest,
  Flags,
  Ops,
  SystemOperands,
  VectorValue,
} from "../runtime/ops.js";
import { semantics } from "../runtime/semantics/index.js";
import type { Architecture } from "./architecture.js";
import { Instruction } from "./instruction.js";
import { type Address, addressOf } from "./memory.js";
import type { Program } from "./program.js";
import type { Event, ProblemCode, State } from "./state.js";
import { SymbolicArithmetic } from "./symbolic-arithmetic.js";
import type { Term, Terms } from "./term.js";

/** How an instruction leaves the plain flow. */
export type Leaving = "return" | "call" | "stop";

/** Thrown inside an instruction that needs a decision, before it has changed anything; the explorer decides both ways. */
export class Undecided extends Error {
  constructor(readonly condition: Term) {
    super("undecided");
  }
}

/** The meaning of Ops for all values at once. It acts on `state`, which the explorer sets before each instruction. */
export class SymbolicOps extends SymbolicArithmetic implements Ops<Term> {
  state: State;
  target: Term | undefined;
  leaving: Leaving | undefined;
  #reads: string[] = [];
  #writes: { place: string; value: Term }[] = [];
  readonly #instructions = new Map<Decoded, Instruction | undefined>();
  #fresh = 0;

  constructor(
    terms: Terms,
    readonly program: Program,
    readonly architecture: Architecture,
    initial: State,
  ) {
    super(terms);
    this.state = initial;
  }

  /** The instruction at an address; undefined where there is none. */
  instruction(pc: bigint): Instruction | undefined {
    const decoded = this.program.decode(pc);
    if (decoded === undefined) return undefined;
    const known = this.#instructions.get(decoded);
    if (known !== undefined) return known;
    const meaning = semantics[decoded.instruction.name];
    const made = meaning === undefined ? undefined : new Instruction(decoded, meaning, this.terms);
    this.#instructions.set(decoded, made);
    return made;
  }

  /** Starts an instruction. */
  begin(state: State): void {
    this.state = state;
    this.target = undefined;
    this.leaving = undefined;
    this.#reads = [];
    this.#writes = [];
  }

  /** Ends an instruction: what it read and wrote becomes a step of the path. */
  end(pc: bigint): void {
    const { state } = this;
    state.steps = { before: state.steps, pc, reads: this.#reads, writes: this.#writes };
    state.executed += 1;
  }

  readX(register: Term): Term {
    const n = numberOf(register);
    if (n === 31) return this.constant(0n);
    this.#reads.push(`X${n}`);
    return this.state.x[n] ?? this.constant(0n);
  }

  writeX(register: Term, value: Term): void {
    const n = numberOf(register);
    if (n === 31) return;
    this.state.x[n] = value;
    this.#writes.push({ place: `X${n}`, value });
  }

  readXOrSP(register: Term): Term {
    return numberOf(register) === 31 ? this.state.sp : this.readX(register);
  }

  writeXOrSP(register: Term, value: Term): void {
    if (numberOf(register) !== 31) this.writeX(register, value);
    else {
      this.state.sp = value;
      this.#writes.push({ place: "SP", value });
    }
  }

  /** A base is not part of what an instruction moves, so it is not among the step's reads. */
  readBase(register: Term): Term {
    const n = numberOf(register);
    if (n !== 31) return this.state.x[n] ?? this.constant(0n);
    const { offset } = addressOf(this.state.sp);
    if (offset % 16n !== 0n) this.#problem("WS811", `SP is no multiple of 16 as the base of an access`);
    return this.state.sp;
  }

  readVector(register: Term): VectorValue<Term> {
    const n = numberOf(register);
    this.#reads.push(`Q${n}`);
    const zero = this.constant(0n);
    return this.state.v[n] ?? { low: zero, high: zero };
  }

  writeVector(register: Term, value: VectorValue<Term>): void {
    const n = numberOf(register);
    this.state.v[n] = value;
    this.#writes.push({ place: `Q${n}`, value: value.low });
  }

  requireVectors(): void {}

  readPC(): Term {
    return this.constant(this.state.pc);
  }

  select(condition: Term, a: Term, b: Term): Term {
    return a === b ? a : this.#decide(condition) ? a : b;
  }

  readFlags(): Flags<Term> {
    return this.state.flags;
  }

  writeFlags(flags: Flags<Term>): void {
    this.state.flags = flags;
  }

  /** Source: DDI0487, ConditionHolds. */
  conditionHolds(condition: Term): Term {
    const { N, Z, C, V } = this.state.flags;
    const code = numberOf(condition);
    const both = (x: Term, y: Term): Term => this.terms.and(x, y);
    const same = this.negate(this.terms.exclusiveOr(N, V));
    const one = this.constant(1n);
    const bases = [Z, C, N, V, both(C, this.negate(Z)), same, both(same, this.negate(Z)), one];
    const base = bases[code >> 1] ?? one;
    return (code & 1) === 1 && code !== 15 ? this.negate(base) : base;
  }

  load(address: Term, access: Access<Term>): readonly Term[] {
    const { sizeBytes, count } = access;
    const values: Term[] = [];
    for (let i = 0; i < count; i++)
      values.push(this.#loadElement(addressOf(this.#elementAddress(address, i, sizeBytes)), sizeBytes));
    return values;
  }

  store(address: Term, access: Access<Term>, values: readonly Term[]): void {
    const { sizeBytes } = access;
    for (const [i, value] of values.entries()) {
      const at = addressOf(this.#elementAddress(address, i, sizeBytes));
      this.#event({ pc: this.state.pc, kind: "store", ...at, sizeBytes });
      if (at.base === undefined) continue;
      this.state.memory.store(at.base, at.offset, sizeBytes, value);
      this.#writes.push({ place: placeOf(at), value });
    }
  }

  loadExclusive(address: Term, access: Access<Term>): readonly Term[] {
    return this.load(address, access);
  }

  storeExclusive(): Term {
    return this.#unknown("an exclusive store, whose success is not decided here");
  }

  clearExclusive(): void {}

  branch(target: Term): void {
    this.target = target;
  }

  branchIf(condition: Term, target: Term): void {
    if (this.#decide(condition)) this.target = target;
  }

  readSysreg(operands: SystemOperands<Term>): Term {
    const register = this.#register(operands, "read");
    if (register === undefined) return this.#freshSymbol("UNDEFINED");
    this.#reads.push(register.name);
    const pending = this.state.unsynchronized.has(`AT ${register.name}`);
    return pending
      ? this.#freshSymbol(`${register.name} read before the AT is known to be done`)
      : this.state.sysreg(register);
  }

  writeSysreg(operands: SystemOperands<Term>, value: Term): void {
    const register = this.#register(operands, "write");
    if (register === undefined) return;
    if (this.architecture.isPstate(register)) return void this.#unknown(`a write of ${register.name}`);
    this.#set(register, value);
    this.state.unsynchronized.add(register.name);
  }

  writePstate(op1: number, op2: number, _immediate: Term): void {
    if (op1 === 0 && op2 === 5) this.#unknown("another stack pointer (MSR SPSel)");
  }

  systemOperation(operands: SystemOperands<Term>, value: Term): void {
    const { pc } = this.state;
    const operation = this.architecture.operation(encodingOf(operands));
    if (operation === undefined) {
      this.#problem("WS815", "an unallocated system instruction");
      return;
    }
    const unsynchronized = [...this.state.unsynchronized];
    const vm = this.state.sysreg(this.architecture.vm);
    const { name } = operation;
    if (!operation.register && !(value.kind === "constant" && value.value === 0n))
      this.#problem("WS815", `${operation.class} ${name} takes no register: Xt has to be XZR`);
    const what = { pc, kind: "operation", class: operation.class, name, value, vm, unsynchronized } as const;
    if (operation.class === "DC" && operation.does.zero === true) this.#unknown("DC ZVA");
    if (operation.class !== "AT") {
      this.#event(what);
      return;
    }
    const register = this.architecture.translationResult;
    const result = this.#freshSymbol(`${register.name} of AT ${name}`);
    this.#event({ ...what, result });
    this.#set(register, result);
    this.state.unsynchronized.add(`AT ${register.name}`);
  }

  systemOperationResult(): Term {
    return this.#unknown("SYSL");
  }

  raise(request: ExceptionRequest, immediate: Term): void {
    if (request === "hypervisor-call") {
      this.#event({ pc: this.state.pc, kind: "call", immediate });
      this.leaving = "call";
      return;
    }
    this.#problem("WS815", `the switch raises an exception: ${request}`);
    this.leaving = "stop";
  }

  exceptionReturn(): void {
    this.leaving = "return";
  }

  barrier(kind: Barrier, option: Term): void {
    this.#event({ pc: this.state.pc, kind: "barrier", barrier: barrierName(kind, numberOf(option)) });
    if (kind === "instruction-synchronization") this.state.unsynchronized.clear();
  }

  hint(): void {}

  #elementAddress(address: Term, index: number, sizeBytes: number): Term {
    return index === 0 ? address : this.terms.add(address, this.constant(BigInt(index * sizeBytes)));
  }

  #loadElement(at: Address, sizeBytes: number): Term {
    if (at.base === undefined) return this.#loadConstant(at.offset, sizeBytes);
    this.#event({ pc: this.state.pc, kind: "load", ...at, sizeBytes });
    this.#reads.push(placeOf(at));
    return this.state.memory.load(at.base, at.offset, sizeBytes);
  }

  /** The code's own constants, such as a literal pool. */
  #loadConstant(address: bigint, sizeBytes: number): Term {
    let value = 0n;
    for (let i = 0; i < sizeBytes; i++) {
      const byte = this.program.byte(address + BigInt(i));
      if (byte === undefined) {
        this.#event({ pc: this.state.pc, kind: "load", base: undefined, offset: address, sizeBytes });
        return this.#freshSymbol(`memory at ${hex(address)}`);
      }
      value |= BigInt(byte) << BigInt(8 * i);
    }
    return this.constant(value);
  }

  #register(operands: SystemOperands<Term>, access: "read" | "write"): Sysreg | undefined {
    const found = this.architecture.register(encodingOf(operands));
    const least = access === "read" ? found?.readEl : found?.writeEl;
    const exists = found !== undefined && found.aliasOf === undefined;
    if (exists && least !== undefined && least <= 2) return found;
    const name = found?.name ?? "a system register that does not exist";
    this.#problem("WS815", `EL2 cannot ${access} ${name}: the instruction is UNDEFINED`);
    this.leaving = "stop";
    return undefined;
  }

  #set(register: Sysreg, value: Term): void {
    const cut = this.terms.bits(value, 0, this.architecture.possible(register));
    this.state.sysregs.set(register.name, cut);
    this.#event({ pc: this.state.pc, kind: "write", register });
    this.#writes.push({ place: register.name, value: cut });
  }

  #decide(condition: Term): boolean {
    const decided = this.state.facts.decide(condition);
    if (typeof decided === "boolean") return decided;
    throw new Undecided(decided);
  }

  #freshSymbol(name: string): Term {
    this.#fresh += 1;
    return this.terms.symbol(`${name} (${this.#fresh})`);
  }

  #unknown(what: string): Term {
    this.#problem("WS816", `not explored: ${what}`);
    this.leaving = "stop";
    return this.#freshSymbol(what);
  }

  #problem(code: ProblemCode, message: string): void {
    this.#event({ pc: this.state.pc, kind: "problem", code, message });
  }

  #event(event: Event): void {
    this.state.events.push(event);
  }
}

/** The number that a decoded operand is. */
function numberOf(term: Term): number {
  if (term.kind !== "constant") throw new Error("an operand of an instruction is no constant");
  return Number(term.value);
}

function encodingOf(operands: SystemOperands<Term>): SysregEncoding {
  return {
    op0: numberOf(operands.op0),
    op1: numberOf(operands.op1),
    CRn: numberOf(operands.CRn),
    CRm: numberOf(operands.CRm),
    op2: numberOf(operands.op2),
  };
}

/** Source: DDI0487, the option field of DSB and DMB: bits 3:2 are the domain, bits 1:0 the accesses. */
function barrierName(kind: Barrier, option: number): string {
  if (kind === "instruction-synchronization") return "ISB";
  const domain = ["OSH", "NSH", "ISH", "SY"][option >> 2] ?? "SY";
  const accesses = ["", "LD", "ST", ""][option & 3] ?? "";
  return `${kind === "data-memory" ? "DMB" : "DSB"} ${domain}${accesses}`;
}

/** A place of memory in steps: the base by its id, and the offset. */
export function placeOf({ base, offset }: Address): string {
  return `[${base?.id ?? ""}${offset < 0n ? "-" : "+"}${offset < 0n ? -offset : offset}]`;
}
