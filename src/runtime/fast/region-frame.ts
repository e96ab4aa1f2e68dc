import type { Register } from "../register-file.js";
import type { FunctionCode, Label } from "../wasm/function-code.js";
import type { GroupMember } from "./access-groups.js";
import type { InstructionFrame } from "./instruction-frame.js";
import type { KeptFlags } from "./kept-flags.js";
import type { RegionRegisters } from "./region-registers.js";
import type { SysregClass } from "./sysreg-class.js";
import type { VirtualInterrupts } from "./virtual-interrupts.js";

/** The locals of a region's function. */
export interface RegionLocals {
  readonly context: number;
  readonly hash: number;
  readonly pcBase: number;
  readonly count: number;
  readonly where: number;
  readonly exit: number;
}

/** The function that a region's instructions are emitted into. */
export interface RegionFrame extends InstructionFrame {
  readonly locals: RegionLocals;
  readonly exitLabel: Label;
  readonly virtualInterrupts: VirtualInterrupts;
  readonly registers: RegionRegisters;
  readonly flags: KeptFlags;
}

/** What a block knows of one of its instructions. index: its place. group: which others share its page. */
export interface InBlock {
  readonly offset: number;
  readonly index: number;
  readonly sysreg: RegionSysreg | undefined;
  /** The place in a table of permits to look at before it; its accesses are permitted otherwise. */
  readonly permit: number | undefined;
  readonly member: GroupMember | undefined;
  /** The local that leads to the first byte of its group. */
  readonly groupHost: number;
}

/** A system register access of a word. */
export interface RegionSysreg {
  readonly register: Register;
  readonly direction: "read" | "write";
  readonly kind: SysregClass;
}

/** Leaves a region for an offset of its page, more instructions of the present block having been executed. */
export function leaveAt(
  {
    code,
    locals,
    exitLabel,
  }: { readonly code: FunctionCode; readonly locals: RegionLocals; readonly exitLabel: Label },
  pushWhy: () => void,
  offset: number,
  executed: number,
): void {
  if (executed > 0) code.get(locals.count).i32(executed).op("i32Add").set(locals.count);
  pushWhy();
  code.set(locals.exit).i32(offset).set(locals.where).br(exitLabel);
}
