import { oncePer } from "../core/once-per.js";
import type { OutFile } from "../core/out-file.js";
import { success } from "../core/result.js";
import type { Model, Sysreg, SysregField, SysregSlot, Transfer } from "../model/types.js";
import { printTemplate } from "../print/template.js";
import { xmlHeader } from "./header.js";
import { code, markdownText, table } from "./markdown.js";
import { type Moment, switchMoments } from "./switch-moments.js";
import { switchedRegisters } from "./switched-registers.js";
import type { Target } from "./target.js";

/**
 * docs/registers/<NAME>.md for every register that the world switch names: encoding, access, its place in the
 * context, when it is saved and restored, what else the switch does with it, and its fields.
 */
export const target: Target = {
  name: "docs-registers",
  directory: "docs",
  async emit(model) {
    const moments = switchMoments(model);
    const slots = slotsOf(model);
    const pages: OutFile[] = [];
    // One after the other: what a page is made of is not needed any more when the next is made.
    for (const register of switchedRegisters(model)) pages.push(await page(register, model, moments, slots));
    return success(pages);
  },
};

async function page(
  register: Sysreg,
  model: Model,
  moments: readonly Moment[],
  slots: Slots,
): Promise<OutFile> {
  const moved = movesOf(register, moments, slots);
  const roles = rolesOf(register, model, slots);
  const text = await printTemplate("docs/register.md", {
    header: xmlHeader(model, register.name),
    name: markdownText(register.name),
    title: markdownText(register.title),
    facts: table(["", ""], facts(register, model, slots)),
    hasMoves: moved.length > 0,
    moves: table(["Switch", "Side", "", "By", "Slot"], moved),
    hasRoles: roles.length > 0,
    roles: roles.map((role) => ({ role })),
    hasFields: register.fields.length > 0,
    fields: fieldTable(register),
  });
  return { path: `docs/registers/${register.name}.md`, text };
}

/** The catalogue's part of a page, which is the same for every layout. */
const fieldTable: (register: Sysreg) => string = oncePer(({ fields }: Sysreg) =>
  table([">Bits", "Field", "Meaning"], fields.map(fieldRow)),
);

/** Slots and transfers by the names that pages look them up by. */
interface Slots {
  readonly byName: ReadonlyMap<string, SysregSlot>;
  readonly byVia: ReadonlyMap<string, readonly SysregSlot[]>;
  /** By register, in the order of the groups. */
  readonly transfers: ReadonlyMap<string, readonly GroupTransfer[]>;
}

interface GroupTransfer {
  readonly group: string;
  readonly transfer: Transfer;
}

function slotsOf({ sysregOrder, worldSwitch }: Model): Slots {
  const byVia = new Map<string, SysregSlot[]>();
  for (const slot of sysregOrder.slots) listOf(byVia, slot.via.name).push(slot);
  const transfers = new Map<string, GroupTransfer[]>();
  for (const { name: group, transfers: moved } of worldSwitch.groups)
    for (const transfer of moved) listOf(transfers, transfer.register).push({ group, transfer });
  return { byName: new Map(sysregOrder.slots.map((slot) => [slot.name, slot])), byVia, transfers };
}

/** The list of a key, which is made where there is none. */
function listOf<V>(lists: Map<string, V[]>, key: string): V[] {
  const known = lists.get(key);
  if (known !== undefined) return known;
  const list: V[] = [];
  lists.set(key, list);
  return list;
}

function facts(register: Sysreg, model: Model, slots: Slots): string[][] {
  const { op0, op1, CRn, CRm, op2 } = register.encoding;
  const slot = slots.byName.get(register.name);
  const storage = `${model.sysregOrder.storageStruct}.${model.sysregOrder.storageMember}`;
  const rows = [
    [
      "Encoding",
      `op0 ${op0}, op1 ${op1}, CRn ${CRn}, CRm ${CRm}, op2 ${op2}: ${code(`S${op0}_${op1}_C${CRn}_C${CRm}_${op2}`)}`,
    ],
    ["Width", `${register.widthBits} bits`],
    ["MRS", access(register.readEl)],
    ["MSR", access(register.writeEl)],
    ["Since", markdownText(register.since)],
    ["Reset", register.reset === undefined ? "UNKNOWN" : code(`0x${register.reset.toString(16)}`)],
  ];
  if (register.effects.length > 0) rows.push(["A write affects", register.effects.join(", ")]);
  if (register.aliasOf !== undefined) rows.push(["Another name of", markdownText(register.aliasOf)]);
  if (slot === undefined) return rows;
  const link = `[${markdownText(slot.via.name)}](${slot.via.name}.md)`;
  return [
    ...rows,
    ["Index", `${slot.index} in ${code(storage)}`],
    ["Slot", `byte ${slot.offsetBytes} of ${code(`struct ${model.sysregOrder.storageStruct}`)}`],
    ...(slot.via.name === slot.name ? [] : [["Moved through", link]]),
  ];
}

function access(leastEl: number | undefined): string {
  if (leastEl === undefined) return "none";
  return leastEl === 3 ? "EL3" : `EL${leastEl} and above`;
}

/** When the register is moved: itself, or what it is moved through. */
function movesOf(register: Sysreg, moments: readonly Moment[], slots: Slots): string[][] {
  const transfers = slots.transfers.get(register.name) ?? [];
  return moments.flatMap((moment) => {
    const moved = transfers.find(({ group }) => group === moment.group);
    if (moved === undefined) return [];
    const way = moment.way === "entry" ? "into the guest" : "back to the host";
    return [[way, moment.side, moment.action, code(moment.by), code(moved.transfer.place.path)]];
  });
}

/** What the world switch does with the register besides moving it. */
function rolesOf(register: Sysreg, model: Model, slots: Slots): string[] {
  const { traps, vm, fault, abort, panic } = model.worldSwitch;
  const isIt = (other: Sysreg) => other.name === register.name;
  const carried = (slots.byVia.get(register.name) ?? []).filter((slot) => slot.name !== register.name);
  return [
    ...carried.map(
      (slot) => `Carries [${markdownText(slot.name)}](${slot.name}.md) of the guest and of the host.`,
    ),
    ...traps
      .filter((trap) => isIt(trap.register))
      .map(
        (trap) =>
          `Set on the way into the guest to ${setting(trap.activate)}, and on the way back to ${setting(trap.deactivate)}.`,
      ),
    ...(isIt(vm.register)
      ? [
          `Selects the VM's stage 2 tables: loaded from ${code(vm.place.path)} of ${code(`struct ${vm.place.struct}`)}.`,
        ]
      : []),
    ...fault
      .filter((transfer) => isIt(transfer.register))
      .map(
        (transfer) =>
          `Kept at a trap, by a ${transfer.widthBits}-bit store, in ${code(transfer.place.path)} of ${code(`struct ${transfer.place.struct}`)}.`,
      ),
    ...(isIt(abort.result)
      ? [
          `Holds the result of AT ${markdownText(abort.operation)}, by which the switch finds the address of a permission fault.`,
        ]
      : []),
    ...abort.clobbers
      .filter((clobber) => isIt(clobber.register))
      .map((clobber) =>
        [
          "Overwritten by that AT.",
          ...clobber.waivers.map((waiver) => `${waiver.code} is waived: ${markdownText(waiver.because)}.`),
        ].join(" "),
      ),
    ...(panic.registers.some(isIt) ? ["Reported when the hypervisor panics."] : []),
  ];
}

/** `HCR_RW`, `arch.hcr_el2 | arch.irq_lines`, `its value & MASK | BITS`. */
function setting(trap: Model["worldSwitch"]["traps"][number]["activate"]): string {
  const members = trap.members.map((member) => member.path).join(" | ");
  const kept = trap.keep === undefined ? "" : `(its value & ${trap.keep.text})`;
  const parts = [members, kept, trap.value?.text ?? ""].filter((part) => part !== "");
  return code(parts.length === 0 ? "0" : parts.join(" | "));
}

function fieldRow(field: SysregField): string[] {
  const bits = field.msb === field.lsb ? String(field.msb) : `${field.msb}:${field.lsb}`;
  const values = Object.entries(field.values ?? {}).map(
    ([value, meaning]) => `${code(value)} ${markdownText(meaning)}`,
  );
  const meaning = [field.doc === undefined ? [] : [markdownText(field.doc)], values].flat().join("<br>");
  return [bits, field.name === undefined ? (field.reserved ?? "") : code(field.name), meaning];
}
