import { type Diagnostic, hasErrors } from "../core/diagnostic.js";
import type { OutFile } from "../core/out-file.js";
import { failure, type Result, success } from "../core/result.js";
import { assemblyName, printInstruction, xName } from "../model/plan/instruction.js";
import { symbolOf } from "../model/plan/offset-text.js";
import { planPop, planPush, printRoutine } from "../model/plan/routines.js";
import type { Group, Model, Place, Routine, Vector } from "../model/types.js";
import { printTemplate, type View } from "../print/template.js";
import { traps } from "./asm-traps.js";
import { cHeader, commentText } from "./header.js";
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

/** What the template prints; every line of assembly is without its leading tab. */
function view(model: Model): View {
  const { worldSwitch: ws } = model;
  const { vcpu, exitCode, context, scratch, link } = ws.registers;
  const stacked = stackedGroup(model)?.transfers.map((t) => t.number ?? 0) ?? [];
  const text = (lines: ReturnType<typeof planPush>): string[] => lines.flatMap(printInstruction);
  return {
    header: cHeader(
      model,
      "The world switch: host to guest and back, and what EL2 does for the host in between.",
    ),
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
      lines: printRoutine(model, r),
    })),
    ...traps(model),
    vmRegister: assemblyName(ws.vm.register),
    activateVm: [
      `ldr\t${xName(exitCode)}, [${xName(vcpu)}, #${symbol(model, ws.vm.pointer)}]`,
      `kern_hyp_va\t${xName(exitCode)}`,
      `ldr\t${xName(context)}, [${xName(exitCode)}, #${symbol(model, ws.vm.place)}]`,
      `msr\t${assemblyName(ws.vm.register)}, ${xName(context)}`,
    ],
    loadVm: [`ldr\tx2, [x0, #${symbol(model, ws.vm.place)}]`, `msr\t${assemblyName(ws.vm.register)}, x2`],
    procedures: ws.procedures.map(({ symbol, routine }) => ({ symbol, routine })),
    entry: ws.entry.flatMap((step) => switchStep(model, step)),
    exit: ws.exit.flatMap((step) => switchStep(model, step)),
    stackedList: stacked.map((n) => xName(n)).join(", "),
    s0: xName(stacked[0] ?? 31),
    s1: xName(stacked[1] ?? 31),
    s2: xName(stacked[2] ?? 31),
    s3: xName(stacked[3] ?? 31),
    pushStacked: text(planPush(stacked)),
    popStacked: text(planPop(stacked)),
    panicReads: ws.panic.registers.map((r, i) => `mrs\tx${i + 1}, ${assemblyName(r)}`),
    panicPstate: ws.panic.pstate.text,
    panicFunction: ws.panic.function,
    panicMessage: escapeString(ws.panic.message),
    invalidVectors: invalidVectors(),
    abortOperation: ws.abort.operation.toLowerCase(),
    abortResult: assemblyName(ws.abort.result),
    abortFailedBit: `${ws.abort.failed.bit}`,
    preserveResult: preservesResult(model),
    faultStores: faultStores(model, stacked),
    vectors: ws.vectors.map((v) => ({ target: vectorTarget(v), comment: `${KINDS[v.kind]} ${v.from}` })),
  };
}

/** The syndrome registers that el1_trap has already read, by which of the stacked registers holds them there. */
const HELD_AT_TRAP: Readonly<Record<string, number>> = { ESR_EL2: 1, FAR_EL2: 2, HPFAR_EL2: 3 };

/** `str x1, [x0, #VCPU_ESR_EL2]`: what the handler holds first, then what still has to be read. */
function faultStores(model: Model, stacked: readonly number[]): string[] {
  const { fault, registers } = model.worldSwitch;
  const store = (number: number, transfer: (typeof fault)[number]): string =>
    `str\t${transfer.widthBits === 32 ? "w" : "x"}${number}, [${xName(registers.vcpu)}, #${symbol(model, transfer.place)}]`;
  const held = fault.filter((f) => HELD_AT_TRAP[f.register.name] !== undefined);
  const unread = fault.filter((f) => HELD_AT_TRAP[f.register.name] === undefined);
  const free = stacked[2] ?? 31;
  return [
    ...held.map((f) => store(stacked[HELD_AT_TRAP[f.register.name] ?? 0] ?? 31, f)),
    ...unread.flatMap((f) => [`mrs\t${xName(free)}, ${assemblyName(f.register)}`, store(free, f)]),
  ];
}

const KINDS = { sync: "Synchronous", irq: "IRQ", fiq: "FIQ", error: "SError" } as const;

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

function switchStep(model: Model, step: Model["worldSwitch"]["entry"][number]): string[] {
  const { vcpu, context } = model.worldSwitch.registers;
  const { guest, host } = model.worldSwitch.contexts;
  switch (step.kind) {
    case "context":
      return step.name === "guest"
        ? ["", `add\t${xName(context)}, ${xName(vcpu)}, #${symbol(model, guest)}\t\t// the guest's context`]
        : [
            "",
            `ldr\t${xName(context)}, [${xName(vcpu)}, #${symbol(model, host)}]\t// the host's context`,
            `kern_hyp_va\t${xName(context)}`,
          ];
    case "routine":
      return [step.name];
    case "procedure":
      return [`bl\t${step.name}`];
    case "traps":
      return [`${step.name}_traps`];
    case "vm":
      return [`${step.name}_vm`];
  }
}

/** The group whose registers the vectors put on the stack: the one that the way out pops. */
function stackedGroup(model: Model): Group | undefined {
  const { exit, routines, groups } = model.worldSwitch;
  const called = (routine: Routine | undefined): Group | undefined => {
    const step = routine?.steps.find((s) => s.kind === "pop");
    return groups.find((g) => g.name === step?.name);
  };
  for (const step of exit) {
    const group = called(routines.find((r) => step.kind === "routine" && r.name === step.name));
    if (group !== undefined) return group;
  }
  return undefined;
}

function checkStacked(model: Model): Diagnostic[] {
  const group = stackedGroup(model);
  const exitStep = model.worldSwitch.exit[0];
  if (group === undefined) {
    const at = exitStep?.at ?? model.layout.at;
    const hint =
      "the vectors push four X registers for el1_sync to work with: pop their group in a routine of the exit";
    return [
      {
        code: "WS403",
        severity: "error",
        at,
        message: "no group is popped from the stack on the way out",
        hint,
      },
    ];
  }
  const found: Diagnostic[] = [];
  if (group.transfers.length !== 4 || group.transfers.some((t) => t.kind !== "x")) {
    const message = `group ${group.name} goes by the stack with ${group.transfers.length} registers, and the vectors need four X registers`;
    found.push({ code: "WS403", severity: "error", at: group.at, message });
  }
  if (group.temporaries.length < group.transfers.length) {
    const message = `group ${group.name} goes by the stack through ${group.temporaries.length} temporaries for ${group.transfers.length} registers`;
    found.push({
      code: "WS404",
      severity: "error",
      at: group.at,
      message,
      hint: "name one temporary for each register",
    });
  }
  return found;
}

/** Every member that the glue addresses by symbol, and how: LDR and STR scale by 8, ADD has 12 bits. */
function glueMembers(model: Model): { place: Place; reach: number; at: Model["layout"]["at"] }[] {
  const { worldSwitch: ws, layout } = model;
  const transfers = 4095 * 8;
  const settings = ws.traps.flatMap((t) =>
    [t.activate, t.deactivate].flatMap((s) => s.members.map((place) => ({ place, at: t.at }))),
  );
  return [
    ...settings.map((s) => ({ ...s, reach: transfers })),
    ...ws.fault.map((f) => ({ place: f.place, reach: (f.widthBits / 8) * 4095, at: f.at })),
    { place: ws.contexts.guest, reach: 4095, at: layout.at },
    { place: ws.contexts.host, reach: transfers, at: layout.at },
    { place: ws.vm.pointer, reach: transfers, at: ws.vm.at },
    { place: ws.vm.place, reach: transfers, at: ws.vm.at },
  ];
}

function checkSymbols(model: Model): Diagnostic[] {
  return glueMembers(model).flatMap(({ place, reach, at }): Diagnostic[] => {
    const name = symbolOf(model, place.struct, place.path);
    if (name === undefined) {
      const message = `no asm-offsets symbol is struct ${place.struct}'s ${place.path}, which the switch addresses`;
      const hint = `add { "symbol": "…", "struct": "${place.struct}", "member": "${place.path}" } to asm-offsets.json`;
      return [{ code: "WS401", severity: "error", at, message, hint }];
    }
    if (place.offsetBytes <= reach) return [];
    const message = `${name} is ${place.offsetBytes}, and the instruction that uses it reaches ${reach}`;
    return [
      {
        code: "WS402",
        severity: "error",
        at,
        message,
        hint: "move the member nearer to the start of its struct",
      },
    ];
  });
}

function symbol(model: Model, place: Place): string {
  return symbolOf(model, place.struct, place.path) ?? `${place.offsetBytes}`;
}

const SOURCES = ["el2t", "el2h", "el1"] as const;

function invalidVectors(): string[] {
  return SOURCES.flatMap((source) => Object.keys(KINDS).map((kind) => `${source}_${kind}_invalid`));
}

function vectorTarget(vector: Vector): string {
  const source = vector.from.startsWith("EL2") ? vector.from.toLowerCase() : "el1";
  if (vector.handler === "panic") return `${source}_${vector.kind}_invalid`;
  return `el1_${vector.handler}`;
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
