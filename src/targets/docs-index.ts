import { success } from "../core/result.js";
import type { Model, SwitchStep } from "../model/types.js";
import { printTemplate } from "../print/template.js";
import { xmlHeader } from "./header.js";
import { code, markdownText, table } from "./markdown.js";
import { switchedRegisters } from "./switched-registers.js";
import type { Target } from "./target.js";

/** docs/README.md: the layout at a glance: the map, the switch step by step, structs, registers, offsets, constants. */
export const target: Target = {
  name: "docs-index",
  directory: "docs",
  async emit(model) {
    const { layout, sysregOrder, worldSwitch } = model;
    const inOrder = new Set(sysregOrder.slots.map((slot) => slot.name));
    const others = switchedRegisters(model).filter((register) => !inOrder.has(register.name));
    const text = await printTemplate("docs/index.md", {
      header: xmlHeader(model, "The layout at a glance."),
      title: markdownText(layout.title),
      doc: markdownText(layout.doc),
      hasSource: layout.source !== undefined,
      source: layout.source ?? "",
      vcpu: layout.vcpu,
      entry: worldSwitch.entry.map((step) => ({ text: stepText(step, model) })),
      exit: worldSwitch.exit.map((step) => ({ text: stepText(step, model) })),
      structs: table(["Struct", ">Bytes", ">Aligned to", ""], structRows(model)),
      storage: code(`${sysregOrder.storageStruct}.${sysregOrder.storageMember}`),
      slots: table([">Index", ">Offset", "Register", "Moved through", ""], slotRows(model)),
      hasOthers: others.length > 0,
      others: table(
        ["Register", ""],
        others.map((register) => [link(register.name), markdownText(register.title)]),
      ),
      hasOffsets: model.asmOffsets.length > 0,
      offsets: table([">Value", "Symbol", "Member"], offsetRows(model)),
      hasConstants: model.constants.length > 0,
      constants: table([">Value", "Name", ""], constantRows(model)),
    });
    return success([{ path: "docs/README.md", text }]);
  },
};

function link(name: string): string {
  return `[${markdownText(name)}](registers/${name}.md)`;
}

function structRows(model: Model): string[][] {
  return model.structs.map((struct) => [
    `[${markdownText(struct.name)}](structs/${struct.name}.md)`,
    String(struct.sizeBytes),
    String(struct.alignBytes),
    markdownText(struct.doc ?? ""),
  ]);
}

function slotRows(model: Model): string[][] {
  const { sentinel, slots } = model.sysregOrder;
  return [
    ["0", "", code(sentinel.name), "", markdownText(sentinel.doc ?? "")],
    ...slots.map((slot) => [
      String(slot.index),
      String(slot.offsetBytes),
      link(slot.name),
      slot.via.name === slot.name ? "" : link(slot.via.name),
      markdownText(slot.sysreg.title),
    ]),
  ];
}

function offsetRows(model: Model): string[][] {
  return model.asmOffsets.map((offset) => [
    String(offset.place.offsetBytes),
    code(offset.symbol),
    `${code(offset.member)} of [struct ${markdownText(offset.struct)}](structs/${offset.struct}.md)`,
  ]);
}

function constantRows(model: Model): string[][] {
  return model.constants.map((constant) => [
    code(constant.value < 256n ? String(constant.value) : `0x${constant.value.toString(16)}`),
    code(constant.name),
    [constant.field ?? constant.expression, constant.doc]
      .flatMap((part, i) => (part === undefined ? [] : [i === 0 ? code(part) : markdownText(part)]))
      .join(": "),
  ]);
}

/** A step of the switch as a sentence. */
function stepText(step: SwitchStep, model: Model): string {
  switch (step.kind) {
    case "context":
      return `Take the ${markdownText(step.name)}'s context.`;
    case "routine":
      return `${code(step.name)}: ${routineDoc(step.name, model)}`;
    case "procedure": {
      const procedure = model.worldSwitch.procedures.find((candidate) => candidate.symbol === step.name);
      return `${code(step.name)}: ${routineDoc(procedure?.routine ?? "", model)}`;
    }
    case "traps":
      return `${capital(step.name)} the traps: ${model.worldSwitch.traps.map((trap) => link(trap.register.name)).join(", ")}.`;
    case "vm":
      return `${capital(step.name)} the VM: ${link(model.worldSwitch.vm.register.name)}.`;
    case "barrier":
      return `A barrier: ${step.name === "dsb" ? "DSB SY" : "ISB"}.`;
  }
}

function routineDoc(name: string, model: Model): string {
  return markdownText(model.worldSwitch.routines.find((routine) => routine.name === name)?.doc ?? "");
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
