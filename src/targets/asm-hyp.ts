import { commentText } from "../core/comment-text.js";
import { type Diagnostic, hasErrors } from "../core/diagnostic.js";
import type { OutFile } from "../core/out-file.js";
import { failure, type Result, success } from "../core/result.js";
import { assemblyName, printInstruction, xName } from "../model/plan/instruction.js";
import { planPop, planPush, printRoutine } from "../model/plan/routines.js";
import type { Model } from "../model/types.js";
import { printTemplate, type View } from "../print/template.js";
import { cHeader } from "./header.js";
import { neededArchitecture } from "./hyp/architecture.js";
import { checkStacked, checkSymbols } from "./hyp/checks.js";
import { faultStores } from "./hyp/fault-stores.js";
import { stackedGroup } from "./hyp/stacked.js";
import { placeSymbol, switchStep } from "./hyp/switch-steps.js";
import { activateTraps, deactivateTraps } from "./hyp/traps.js";
import { invalidVectors, vectorSlots } from "./hyp/vectors.js";
import type { Target } from "./target.js";

/**
 * `asm/hyp.S`: the world switch in GNU syntax. The glue is the template's; the lists in it (save, restore, traps,
 * offsets, vectors) are the layout's.
 * Errors: WS401 a member that the glue reaches has no asm-offsets symbol; WS402 a symbol's offset is beyond
 * the reach of its LDR or STR; WS403 the registers on the stack are not four; WS404 more registers go by
 * the stack than the group has temporaries for.
 */
export const target: Target = { name: "asm-hyp", directory: "asm", emit };

async function emit(model: Model): Promise<Result<readonly OutFile[]>> {
  const found: Diagnostic[] = [...checkStacked(model), ...checkSymbols(model)];
  if (hasErrors(found)) return failure(found);
  return success([{ path: "asm/hyp.S", text: await printTemplate("asm/hyp.S", view(model)) }], found);
}

/** What the template prints; lists of instructions come indented. */
function view(model: Model): View {
  const { worldSwitch: ws } = model;
  const { vcpu, exitCode, context, scratch, link } = ws.registers;
  const stacked = stackedGroup(model)?.transfers.map((t) => t.number ?? 0) ?? [];
  const text = (lines: ReturnType<typeof planPush>): string[] => indented(lines.flatMap(printInstruction));
  return {
    header: cHeader(
      model,
      "The world switch: host to guest and back, and what EL2 does for the host in between.",
    ),
    architecture: neededArchitecture(model) ?? "",
    section: ws.section.name,
    sectionAlign: ws.section.alignLog2.text,
    ctx: xName(context),
    scratch: xName(scratch),
    vcpu: xName(vcpu),
    exitCode: xName(exitCode),
    link: xName(link),
    contextStruct: model.layout.context,
    vcpuStruct: model.layout.vcpu,
    orderDocument: "sysreg-order.json",
    switchDocument: "world-switch.json",
    routines: ws.routines.map((r) => ({
      name: r.name,
      doc: commentText(r.doc),
      lines: indented(printRoutine(model, r)),
    })),
    activateTraps: indented(activateTraps(model)),
    deactivateTraps: indented(deactivateTraps(model)),
    vmRegister: assemblyName(ws.vm.register),
    activateVm: indented([
      `ldr\t${xName(exitCode)}, [${xName(vcpu)}, #${placeSymbol(model, ws.vm.pointer)}]`,
      `kern_hyp_va\t${xName(exitCode)}`,
      `ldr\t${xName(context)}, [${xName(exitCode)}, #${placeSymbol(model, ws.vm.place)}]`,
      `msr\t${assemblyName(ws.vm.register)}, ${xName(context)}`,
    ]),
    loadVm: indented([
      `ldr\tx2, [x0, #${placeSymbol(model, ws.vm.place)}]`,
      `msr\t${assemblyName(ws.vm.register)}, x2`,
    ]),
    procedures: ws.procedures.map(({ symbol, routine }) => ({ symbol, routine })),
    entry: indented(ws.entry.flatMap((step) => switchStep(model, step))),
    exit: indented(ws.exit.flatMap((step, i) => withoutGap(switchStep(model, step), i))),
    stackedList: stacked.map((n) => xName(n)).join(", "),
    s0: xName(stacked[0] ?? 31),
    s1: xName(stacked[1] ?? 31),
    s2: xName(stacked[2] ?? 31),
    s3: xName(stacked[3] ?? 31),
    pushStacked: text(planPush(stacked)),
    popStacked: text(planPop(stacked)),
    panicReads: indented(ws.panic.registers.map((r, i) => `mrs\tx${i + 1}, ${assemblyName(r)}`)),
    panicPstate: ws.panic.pstate.text,
    panicFunction: ws.panic.function,
    panicMessage: escapeString(ws.panic.message),
    invalidVectors: invalidVectors(),
    flushOperation: ws.flush.operation.toLowerCase(),
    ipaShift: ws.flush.ipaShift === 0 ? "" : `${ws.flush.ipaShift}`,
    abortOperation: ws.abort.operation.toLowerCase(),
    abortResult: assemblyName(ws.abort.result),
    abortFailedBit: `${ws.abort.failed.bit}`,
    preserveResult: preservesResult(model),
    faultStores: indented(faultStores(model, stacked)),
    vectors: vectorSlots(model),
  };
}

/** The lines of step i, without the empty line that would open the list. */
function withoutGap(lines: readonly string[], i: number): readonly string[] {
  return i === 0 && lines[0] === "" ? lines.slice(1) : lines;
}

/** Lines as the file has them: instructions behind a tab, empty lines empty. */
function indented(lines: readonly string[]): string[] {
  return lines.map((line) => (line === "" ? "" : `\t${line}`));
}

/**
 * Whether the guest's own value of the register that AT overwrites has to outlive the AT: it does as soon
 * as the layout switches that register.
 */
function preservesResult(model: Model): boolean {
  const { abort, groups } = model.worldSwitch;
  return (
    abort.clobbers.some((c) => c.register.name === abort.result.name) &&
    groups.some((g) => g.transfers.some((t) => t.sysreg?.name === abort.result.name))
  );
}

/** A string's text between the quotes of `.ascii`; what is not printable ASCII as octal UTF-8 bytes. */
function escapeString(text: string): string {
  const named: Readonly<Record<string, string>> = {
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    '"': '\\"',
    "\\": "\\\\",
  };
  return [...new TextEncoder().encode(text)]
    .map((byte) => {
      const character = String.fromCharCode(byte);
      if (named[character] !== undefined) return named[character];
      return byte >= 0x20 && byte < 0x7f ? character : `\\${byte.toString(8).padStart(3, "0")}`;
    })
    .join("");
}
