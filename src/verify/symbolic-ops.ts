import { hex } from "../core/u64.js";
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
import { addressOf } from "./memory.js";
import type { Program } from "./program.js";
import { Recorder } from "./recorder.js";
import type { Event, ProblemCode, State } from "./state.js";
import { SymbolicArithmetic } from "./symbolic-arithmetic.js";
import type { Term, Terms } from "./term.js";

/** As steps name registers. */
const X_NAMES = Array.from({ length: 31 }, (_, n) => `X${n}`);
const Q_NAMES = Array.from({ length: 32 }, (_, n) => `Q${n}`);

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
  readonly #recorder = new Recorder();
  readonly #instructions = new Map<bigint, Instruction>();
  #executed: Instruction | undefined;
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
    const before = this.#executed;
    if (before?.successor?.pc === pc) return before.successor;
    const found = this.#instructions.get(pc) ?? this.#decode(pc);
    if (before !== undefined) before.successor = found;
    return found;
  }

  #decode(pc: bigint): Instruction | undefined {
    const decoded = this.program.decode(pc);
    if (decoded === undefined) return undefined;
    const meaning = semantics[decoded.instruction.name];
    if (meaning === undefined) return undefined;
    const made = new Instruction(pc, decoded, meaning, this.terms);
    this.#instructions.set(pc, made);
    return made;
  }

  /** Executes an instruction, the one at the state's place; what it read and wrote becomes a step of the path. */
  execute(state: State, instruction: Instruction): void {
    this.state = state;
    this.target = undefined;
    this.leaving = undefined;
    this.#executed = instruction;
    this.#recorder.begin(instruction.last);
    instruction.meaning(this, instruction);
    this.#recorder.end(state, instruction.pc);
  }

  readX(register: Term): Term {
    const n = numberOf(register);
    if (n === 31) return this.constant(0n);
    this.#recorder.read(X_NAMES[n] ?? "");
    return this.state.x[n] ?? this.constant(0n);
  }

  writeX(register: Term, value: Term): void {
    const n = numberOf(register);
    if (n === 31) return;
    this.state.x[n] = value;
    this.#recorder.wrote(X_NAMES[n] ?? "", value);
  }

  readXOrSP(register: Term): Term {
    return numberOf(register) === 31 ? this.state.sp : this.readX(register);
  }

  writeXOrSP(register: Term, value: Term): void {
    if (numberOf(register) !== 31) this.writeX(register, value);
    else {
      this.state.sp = value;
      this.#recorder.wrote("SP", value);
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
    this.#recorder.read(Q_NAMES[n] ?? "");
    const zero = this.constant(0n);
    return this.state.v[n] ?? { low: zero, high: zero };
  }

  writeVector(register: Term, value: VectorValue<Term>): void {
    const n = numberOf(register);
    this.state.v[n] = value;
    this.#recorder.wrote(Q_NAMES[n] ?? "", value.low);
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
    const first = this.#loadElement(address, sizeBytes);
    if (count === 1) return [first];
    const others = Array.from({ length: count - 1 }, (_, i) =>
      this.#loadElement(this.#elementAddress(address, i + 1, sizeBytes), sizeBytes),
    );
    return [first, ...others];
  }

  store(address: Term, access: Access<Term>, values: readonly Term[]): void {
    const { sizeBytes } = access;
    for (const [i, value] of values.entries()) {
      const place = this.#elementAddress(address, i, sizeBytes);
      const { base, offset } = addressOf(place);
      this.#recorder.access(this.state, "store", base, offset, sizeBytes);
      if (base === undefined) continue;
      this.state.memory.store(base, offset, sizeBytes, value);
      this.#recorder.wrote(place, value);
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
    this.#recorder.read(register.name);
    return this.#awaitsTranslation(register)
      ? this.#freshSymbol(`${register.name} read before the AT is known to be done`)
      : this.state.sysreg(register);
  }

  writeSysreg(operands: SystemOperands<Term>, value: Term): void {
    const register = this.#register(operands, "write");
    if (register === undefined) return;
    if (this.architecture.isPstate(register)) return void this.#unknown(`a write of ${register.name}`);
    this.#set(register, value);
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
    const vm = this.state.sysreg(this.architecture.vm);
    const vmPending = this.state.isPending(
      (event) => event.kind === "write" && event.register.name === this.architecture.vm.name,
    );
    const { name } = operation;
    if (!operation.register && !(value.kind === "constant" && value.value === 0n))
      this.#problem("WS815", `${operation.class} ${name} takes no register: Xt has to be XZR`);
    const what = { pc, kind: "operation", class: operation.class, name, value, vm, vmPending } as const;
    if (operation.class === "DC" && operation.does.zero === true) this.#unknown("DC ZVA");
    if (operation.class !== "AT") {
      this.#event(what);
      return;
    }
    const register = this.architecture.translationResult;
    const result = this.#freshSymbol(`${register.name} of AT ${name}`);
    this.#event({ ...what, result });
    this.#set(register, result);
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
  }

  hint(): void {}

  /** Whether a register is what an AT leaves, and the AT is not known to be done. */
  #awaitsTranslation(register: Sysreg): boolean {
    if (register.name !== this.architecture.translationResult.name) return false;
    return this.state.isPending((event) => event.kind === "operation" && event.result !== undefined);
  }

  #elementAddress(address: Term, index: number, sizeBytes: number): Term {
    return index === 0 ? address : this.terms.add(address, this.terms.number(index * sizeBytes));
  }

  #loadElement(place: Term, sizeBytes: number): Term {
    const { base, offset } = addressOf(place);
    if (base === undefined) return this.#loadConstant(offset, sizeBytes);
    this.#recorder.access(this.state, "load", base, offset, sizeBytes);
    this.#recorder.read(place);
    return this.state.memory.load(base, offset, sizeBytes);
  }

  /** The code's own constants, such as a literal pool. */
  #loadConstant(address: bigint, sizeBytes: number): Term {
    let value = 0n;
    for (let i = 0; i < sizeBytes; i++) {
      const byte = this.program.byte(address + BigInt(i));
      if (byte === undefined) {
        this.#recorder.access(this.state, "load", undefined, address, sizeBytes);
        return this.#freshSymbol(`memory at ${hex(address)}`);
      }
      value |= BigInt(byte) << BigInt(8 * i);
    }
    return this.constant(value);
  }

  #register(operands: SystemOperands<Term>, access: "read" | "write"): Sysreg | undefined {
    const instruction = this.#executed;
    if (instruction?.register !== undefined) return instruction.register;
    const found = this.architecture.register(encodingOf(operands));
    const least = access === "read" ? found?.readEl : found?.writeEl;
    const exists = found !== undefined && found.aliasOf === undefined;
    if (exists && least !== undefined && least <= 2) {
      if (instruction !== undefined) instruction.register = found;
      return found;
    }
    const name = found?.name ?? "a system register that does not exist";
    this.#problem("WS815", `EL2 cannot ${access} ${name}: the instruction is UNDEFINED`);
    this.leaving = "stop";
    return undefined;
  }

  #set(register: Sysreg, value: Term): void {
    const cut = this.terms.bits(value, 0, this.architecture.possible(register));
    this.state.sysregs.set(register.name, cut);
    this.#recorder.registerWrite(this.state, register);
    this.#recorder.wrote(register.name, cut);
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
