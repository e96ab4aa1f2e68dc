import type { Model, Place, Transfer } from "../../src/model/types.js";
import type { LayoutDocumentName } from "../../src/read/sources.js";
import { simulateSwitch } from "./switch-simulation.js";

/**
 * What does not fit in a model that was accepted: offsets computed anew from the documents' text, indices, places, the
 * groups' transfers, and a run of the planned switch. Nothing of src/model is used but the model itself.
 */
export function inconsistencies(model: Model, textOf: (name: LayoutDocumentName) => string): string[] {
  const structs: StructDocument[] = JSON.parse(textOf("vcpu-context.json")).structs;
  const order: OrderDocument = JSON.parse(textOf("sysreg-order.json"));
  const worldSwitch: SwitchDocument = JSON.parse(textOf("world-switch.json"));
  const layout = new LayoutArithmetic(structs, model);
  return [
    ...layout.problems(),
    ...orderProblems(model, order, layout),
    ...offsetProblems(model, JSON.parse(textOf("asm-offsets.json")).symbols, layout),
    ...groupProblems(model, worldSwitch, order, layout),
    ...simulateSwitch(model, transfersBySide(model, worldSwitch)),
  ];
}

interface MemberDocument {
  readonly name: string;
  readonly type: string;
  readonly count?: number | string;
  readonly size?: number;
  readonly align?: number;
}
interface StructDocument {
  readonly name: string;
  readonly members: readonly MemberDocument[];
}
interface OrderDocument {
  readonly count: string;
  readonly storage: { readonly struct: string; readonly member: string };
  readonly registers: readonly {
    readonly name: string;
    readonly via?: string;
    readonly groups: readonly string[];
  }[];
}
type StepDocument = Readonly<Record<string, string>>;
interface SwitchDocument {
  readonly groups: readonly {
    readonly name: string;
    readonly order?: boolean;
    readonly transfers?: readonly { readonly register: string; readonly member: string }[];
  }[];
  readonly routines: readonly { readonly name: string; readonly steps: readonly StepDocument[] }[];
  readonly procedures: readonly { readonly symbol: string; readonly routine: string }[];
  readonly switch: { readonly entry: readonly StepDocument[]; readonly exit: readonly StepDocument[] };
}

interface Extent {
  readonly offset: number;
  readonly size: number;
  readonly align: number;
  readonly element: number;
  readonly type: string;
}

/** AAPCS64's natural alignment, once more and as short as it can be said. */
class LayoutArithmetic {
  private readonly structs = new Map<string, { members: Map<string, Extent>; size: number; align: number }>();

  constructor(
    documents: readonly StructDocument[],
    private readonly model: Model,
  ) {
    for (const { name, members } of documents) {
      let [end, structAlign] = [0, 1];
      const extents = new Map<string, Extent>();
      for (const member of members) {
        const [element, align] = this.typeExtent(member);
        const offset = Math.ceil(end / align) * align;
        const size = element * this.countOf(member);
        extents.set(member.name, { offset, size, align, element, type: member.type });
        [end, structAlign] = [offset + size, Math.max(structAlign, align)];
      }
      this.structs.set(name, {
        members: extents,
        size: Math.ceil(end / structAlign) * structAlign,
        align: structAlign,
      });
    }
  }

  problems(): string[] {
    const found: string[] = [];
    if (this.model.structs.length !== this.structs.size) found.push("a struct is missing");
    for (const struct of this.model.structs) {
      const mine = this.structs.get(struct.name);
      if (mine?.size !== struct.sizeBytes || mine.align !== struct.alignBytes)
        found.push(`size of ${struct.name}`);
      if (mine?.members.size !== struct.members.length) found.push(`members of ${struct.name}`);
      for (const member of struct.members) {
        const extent = mine?.members.get(member.name);
        if (extent?.offset !== member.offsetBytes || extent.size !== member.sizeBytes)
          found.push(`${struct.name}.${member.name}`);
      }
      const used = struct.members.reduce((sum, m) => sum + m.sizeBytes, 0);
      const holes = struct.holes.reduce((sum, hole) => sum + hole.sizeBytes, 0);
      if (used + holes !== struct.sizeBytes) found.push(`holes of ${struct.name}`);
    }
    return found;
  }

  /** Offset and width of a path such as `gp_regs.regs.regs[19]` in a struct. */
  place(struct: string, path: string): { offset: number; width: number } {
    let [offset, width, type] = [0, 0, `struct ${struct}`];
    for (const part of path.split(".")) {
      const [, name = "", index] = /^(\w+)(?:\[(\w+)\])?$/.exec(part) ?? [];
      const extent = this.structs.get(type.replace("struct ", ""))?.members.get(name);
      if (extent === undefined) throw new Error(`no ${part} in ${type}`);
      offset += extent.offset + (index === undefined ? 0 : this.number(index) * extent.element);
      width = index === undefined ? extent.size : extent.element;
      type = extent.type;
    }
    return { offset, width };
  }

  number(text: number | string): number {
    if (typeof text === "number" || /^\d+$/.test(text)) return Number(text);
    const constant = this.model.constants.find((c) => c.name === text);
    const slot = this.model.sysregOrder.slots.findIndex((s) => s.name === text);
    return constant === undefined ? slot + 1 : Number(constant.value);
  }

  private countOf({ count }: MemberDocument): number {
    return count === undefined ? 1 : this.number(count);
  }

  private typeExtent({ type, size = 0, align = 1 }: MemberDocument): [number, number] {
    const bits = /^[us](\d+)$/.exec(type)?.[1];
    if (bits !== undefined) return [Number(bits) / 8, Number(bits) / 8];
    if (type === "bool") return [1, 1];
    if (type === "pointer") return [8, 8];
    if (type === "opaque") return [size, align];
    const struct = this.structs.get(type.replace("struct ", ""));
    return [struct?.size ?? Number.NaN, struct?.align ?? Number.NaN];
  }
}

function orderProblems(
  model: Model,
  { storage, count, registers }: OrderDocument,
  layout: LayoutArithmetic,
): string[] {
  const { slots } = model.sysregOrder;
  const base = layout.place(storage.struct, storage.member).offset;
  const total = model.constants.find((c) => c.name === count)?.value;
  const names = slots.map((s) => `${s.name} ${s.via.name}`).join(",");
  return [
    ...(names === registers.map((r) => `${r.name} ${r.via ?? r.name}`).join(",")
      ? []
      : ["the order's registers"]),
    ...(total === BigInt(registers.length + 1) ? [] : [`${count} is ${total}`]),
    ...slots.flatMap((s, i) =>
      s.index === i + 1 && s.offsetBytes === base + 8 * (i + 1) ? [] : [`slot of ${s.name}`],
    ),
  ];
}

function offsetProblems(
  model: Model,
  symbols: readonly { symbol: string; struct: string; member: string }[],
  layout: LayoutArithmetic,
): string[] {
  if (symbols.length !== model.asmOffsets.length) return ["a symbol is missing"];
  return symbols.flatMap(({ symbol, struct, member }, i) => {
    const mine = model.asmOffsets[i];
    return mine?.symbol === symbol && mine.place.offsetBytes === layout.place(struct, member).offset
      ? []
      : [symbol];
  });
}

function groupProblems(
  model: Model,
  { groups }: SwitchDocument,
  order: OrderDocument,
  layout: LayoutArithmetic,
): string[] {
  return groups.flatMap((group, i) => {
    const mine = model.worldSwitch.groups[i];
    const wanted =
      group.order === true
        ? order.registers
            .filter((r) => r.groups.includes(group.name))
            .map((r) => ({ register: r.name, member: `${order.storage.member}[${r.name}]` }))
        : (group.transfers ?? []);
    if (mine?.name !== group.name || mine.transfers.length !== wanted.length) return [`group ${group.name}`];
    return wanted.flatMap(({ register, member }, n) => {
      const transfer = mine.transfers[n];
      const right =
        transfer?.register === register &&
        samePlace(transfer.place, layout.place(model.layout.context, member));
      return right ? [] : [`${register} of ${group.name}`];
    });
  });
}

function samePlace(place: Place, { offset, width }: { offset: number; width: number }): boolean {
  return place.offsetBytes === offset && place.widthBytes === width;
}

/** What each side's registers are, read from the document: what is put away on entry is the host's, on exit the guest's. */
function transfersBySide(model: Model, document: SwitchDocument): { host: Transfer[]; guest: Transfer[] } {
  const storedBy = (steps: readonly StepDocument[]): string[] =>
    steps.flatMap((step) => {
      const routine =
        step.routine ?? step.call ?? document.procedures.find((p) => p.symbol === step.procedure)?.routine;
      const inner = document.routines.find((r) => r.name === routine)?.steps ?? [];
      return [...[step.save, step.store].filter((name) => name !== undefined), ...storedBy(inner)];
    });
  const transfers = (steps: readonly StepDocument[]): Transfer[] =>
    [...new Set(storedBy(steps))].flatMap(
      (name) => model.worldSwitch.groups.find((g) => g.name === name)!.transfers,
    );
  return { host: transfers(document.switch.entry), guest: transfers(document.switch.exit) };
}
