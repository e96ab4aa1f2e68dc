import { exceptionClass } from "../exception-class.js";
import { restored, restoredIfImplemented, VECTOR_TABLE } from "../exceptions.js";
import { implementedPstate } from "../features.js";
import { type PstateField, pstateFields, spsrBit } from "../pstate.js";
import type { RegisterFile } from "../register-file.js";
import { stateOffsets } from "../state-storage.js";
import { FunctionCode } from "../wasm/function-code.js";
import type { ModuleWriter } from "../wasm/module-writer.js";
import { valueType } from "../wasm/opcode.js";
import { sysregOffset } from "./packed-key.js";

const { i32, i64 } = valueType;

/** Exceptions that the module takes and returns from itself, by function index. */
export interface ExceptionFunctions {
  /** (immediate) -> 1, or 0 with nothing done: SVC and HVC, PC being that of the instruction. */
  readonly supervisorCall: number;
  readonly hypervisorCall: number;
  /** () -> 1, or 0 with nothing done when the return is not a plain one. */
  readonly exceptionReturn: number;
}

/** Adds the functions: what Exceptions does, for the cases without surprises. Source: DDI0487, AArch64.TakeException. */
export function addExceptionFunctions(module: ModuleWriter, registers: RegisterFile): ExceptionFunctions {
  const writer = new ExceptionCode(registers);
  const enter = [module.add(writer.enter(1)), module.add(writer.enter(2))] as const;
  return {
    supervisorCall: module.add(writer.supervisorCall(enter)),
    hypervisorCall: module.add(writer.hypervisorCall(enter[1])),
    exceptionReturn: module.add(writer.exceptionReturn()),
  };
}

/** The offset of a part of PSTATE in the state. */
export function pstateOffset(field: PstateField): number {
  return stateOffsets.pstate + 4 * pstateFields.indexOf(field);
}

/** ESR with IL = 1, but for the immediate. */
function syndromeOf(ec: number): bigint {
  return BigInt(ec * 2 ** 26 + 2 ** 25);
}

class ExceptionCode {
  readonly #implemented: ReadonlySet<PstateField>;

  constructor(readonly registers: RegisterFile) {
    this.#implemented = implementedPstate(registers);
  }

  /** (syndrome, return address): enters the handler of a synchronous exception. */
  enter(target: 1 | 2): FunctionCode {
    const code = new FunctionCode([i64, i64], []);
    const store = (name: string, push: () => void): void => {
      code.i32(0);
      push();
      code.memory("i64Store", this.#sysreg(`${name}_EL${target}`));
    };
    store("ESR", () => code.get(0));
    store("ELR", () => code.get(1));
    store("SPSR", () => this.#pushSpsr(code));
    code.i32(0);
    this.#pushSysreg(code, `VBAR_EL${target}`);
    code.i64(VECTOR_TABLE).op("i64And");
    code.i64(0x400n).i64(0x200n).i64(0n);
    pushPstate(code, "SP").op("select");
    pushPstate(code, "EL").i32(target).op("i32LtU", "select", "i64Add");
    code.memory("i64Store", stateOffsets.pc);
    const after = { EL: target, SP: 1, D: 1, A: 1, I: 1, F: 1, SS: 0, IL: 0, UAO: 0 } as const;
    for (const field of pstateFields) {
      const value = field in after ? after[field as keyof typeof after] : undefined;
      if (value !== undefined) code.i32(0).i32(value).memory("i32Store", pstateOffset(field));
    }
    code
      .i32(0)
      .i32(this.#implemented.has("TCO") ? 1 : 0)
      .memory("i32Store", pstateOffset("TCO"));
    if (target === 1 && this.#implemented.has("PAN")) this.#setPan(code);
    return code;
  }

  supervisorCall(enter: readonly [el1: number, el2: number]): FunctionCode {
    const code = new FunctionCode([i32], [i32]);
    this.#pushCall(code, exceptionClass.supervisorCall);
    pushPstate(code, "EL").i32(2).op("i32Eq");
    pushPstate(code, "EL").op("i32Eqz");
    this.#pushFlag(code, "HCR_EL2", "TGE").op("i32And", "i32Or");
    code.if();
    this.#pushCall(code, exceptionClass.supervisorCall);
    code.call(enter[1]).i32(1).op("return");
    code.end();
    code.call(enter[0]).i32(1);
    return code;
  }

  hypervisorCall(enter: number): FunctionCode {
    const code = new FunctionCode([i32], [i32]);
    pushPstate(code, "EL").op("i32Eqz");
    this.#pushFlag(code, "HCR_EL2", "HCD").op("i32Or");
    code.if();
    code.i32(0).op("return");
    code.end();
    this.#pushCall(code, exceptionClass.hypervisorCall);
    code.call(enter).i32(1);
    return code;
  }

  /** ERET to an existing level that is not above, to an address without a tag, with IL clear. */
  exceptionReturn(): FunctionCode {
    const code = new FunctionCode([], [i32]);
    const [spsr, elr, el] = [code.local(i64), code.local(i64), code.local(i32)];
    const refuseIf = (): void => {
      code.if();
      code.i32(0).op("return");
      code.end();
    };
    pushPstate(code, "EL").tee(el).op("i32Eqz");
    refuseIf();
    for (const [local, name] of [
      [spsr, "SPSR"],
      [elr, "ELR"],
    ] as const) {
      this.#pushSysreg(code, `${name}_EL2`);
      this.#pushSysreg(code, `${name}_EL1`);
      code.get(el).i32(2).op("i32Eq", "select").set(local);
    }
    this.#pushIllegal(code, spsr, el);
    refuseIf();
    // Bits 63:55 all 0, or all 1 below EL2: no tag, whatever TBI says.
    code.get(elr).i64(55n).op("i64ShrU").i64(0n).op("i64Ne");
    code.get(elr).i64(55n).op("i64ShrU").i64(0x1ffn).op("i64Ne");
    code.get(spsr).i64(8n).op("i64And").i64(0n).op("i64Ne", "i32Or", "i32And");
    refuseIf();
    for (const field of [
      ...restored,
      ...restoredIfImplemented.filter((f) => this.#implemented.has(f)),
      "SP",
    ] as const) {
      code.i32(0).get(spsr).i64(BigInt(spsrBit[field])).op("i64ShrU", "i32WrapI64").i32(1).op("i32And");
      code.memory("i32Store", pstateOffset(field));
    }
    code.i32(0).get(spsr).op("i32WrapI64").i32(2).op("i32ShrU").i32(3).op("i32And");
    code.memory("i32Store", pstateOffset("EL"));
    for (const field of ["SS", "IL"] as const) code.i32(0).i32(0).memory("i32Store", pstateOffset(field));
    code.i32(0).i64(0n).memory("i64Store", stateOffsets.exclusiveAddress);
    code.i32(0).i32(0).memory("i32Store", stateOffsets.exclusiveBytes);
    code.i32(0).i32(1).memory("i32Store", stateOffsets.eventRegister);
    code.i32(0).get(elr).memory("i64Store", stateOffsets.pc);
    code.i32(1);
    return code;
  }

  /** M is none of EL0t, EL1t, EL1h, EL2t, EL2h, or a higher level, or EL1 under TGE; or IL is to be set. */
  #pushIllegal(code: FunctionCode, spsr: number, el: number): void {
    const LEGAL_MODES = (1 << 0) | (1 << 4) | (1 << 5) | (1 << 8) | (1 << 9);
    const mode = () => code.get(spsr).op("i32WrapI64").i32(31).op("i32And");
    code.i32(LEGAL_MODES);
    mode();
    code.op("i32ShrU").i32(1).op("i32And", "i32Eqz");
    mode();
    code.i32(2).op("i32ShrU").get(el).op("i32GtU", "i32Or");
    mode();
    code.i32(2).op("i32ShrU").i32(1).op("i32Eq");
    this.#pushFlag(code, "HCR_EL2", "TGE").op("i32And", "i32Or");
    code.get(spsr).i64(BigInt(spsrBit.IL)).op("i64ShrU", "i32WrapI64").i32(1).op("i32And", "i32Or");
  }

  /** Pushes the syndrome and the return address of a call. */
  #pushCall(code: FunctionCode, ec: number): void {
    code.get(0).op("i64ExtendI32U").i64(syndromeOf(ec)).op("i64Or");
    code.i32(0).memory("i64Load", stateOffsets.pc).i64(4n).op("i64Add");
  }

  #pushSpsr(code: FunctionCode): void {
    code.i64(0n);
    for (const field of pstateFields) {
      pushPstate(code, field).op("i64ExtendI32U").i64(BigInt(spsrBit[field])).op("i64Shl", "i64Or");
    }
  }

  /** PSTATE.PAN is set on entry to EL1 unless SCTLR_EL1.SPAN. */
  #setPan(code: FunctionCode): void {
    const span = this.registers.named("SCTLR_EL1").description.fields.SPAN;
    if (span !== undefined) this.#pushFlag(code, "SCTLR_EL1", "SPAN");
    else code.i32(0);
    code.op("i32Eqz");
    code.if();
    code.i32(0).i32(1).memory("i32Store", pstateOffset("PAN"));
    code.end();
  }

  #pushSysreg(code: FunctionCode, name: string): void {
    code.i32(0).memory("i64Load", this.#sysreg(name));
  }

  #pushFlag(code: FunctionCode, name: string, field: string): FunctionCode {
    const lsb = this.registers.named(name).description.fields[field]?.[0];
    if (lsb === undefined) throw new Error(`the architecture description has no field ${name}.${field}`);
    this.#pushSysreg(code, name);
    return code.i64(BigInt(lsb)).op("i64ShrU", "i32WrapI64").i32(1).op("i32And");
  }

  #sysreg(name: string): number {
    return sysregOffset(this.registers.named(name).index);
  }
}

function pushPstate(code: FunctionCode, field: PstateField): FunctionCode {
  return code.i32(0).memory("i32Load", pstateOffset(field));
}
