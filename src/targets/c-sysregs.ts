import { commentText } from "../core/comment-text.js";
import { success } from "../core/result.js";
import type { SysregSlot } from "../model/types.js";
import { printTemplate } from "../print/template.js";
import { includeGuard } from "./c-names.js";
import { alignColumns } from "./columns.js";
import { cHeader } from "./header.js";
import type { Target } from "./target.js";

/**
 * c/sysregs.h: `SCTLR_EL1 = 3,` per register of the order with the sentinel and the count around them, the same as
 * `#define`s for assembly, and a list of name, index, encoding and the register that moves it to expand as one likes.
 */
export const target: Target = {
  name: "c-sysregs",
  directory: "c",
  async emit(model) {
    const order = model.sysregOrder;
    const count = order.slots.length + 1;
    const sentinel = commentText(order.sentinel.doc ?? "no register");
    const rows = [
      { name: order.sentinel.name, value: 0, about: sentinel },
      ...order.slots.map((slot) => ({ name: slot.name, value: slot.index, about: commentText(about(slot)) })),
      { name: order.countName, value: count, about: "the length of the array" },
    ];
    const text = await printTemplate("c/sysregs.h", {
      header: cHeader(model, "The system registers of a context, by their index in the context's array."),
      guard: includeGuard(model, "sysregs.h"),
      storage: `struct ${order.storageStruct}, ${order.storageMember}`,
      enumerators: alignColumns(rows.map((row) => [row.name, `= ${row.value},`, `/* ${row.about} */`])),
      defines: alignColumns(rows.map((row) => [`#define ${row.name}`, String(row.value)])),
      list: alignColumns(order.slots.map(listEntry), [1, 2, 3, 4, 5, 6]).map((line) => `${line} \\`),
      sentinel: order.sentinel.name,
      countName: order.countName,
      count,
    });
    return success([{ path: "c/sysregs.h", text }]);
  },
};

function listEntry(slot: SysregSlot): string[] {
  const { op0, op1, CRn, CRm, op2 } = slot.via.encoding;
  const numbers = [slot.index, op0, op1, CRn, CRm, op2].map((value) => `${value},`);
  return [`X(${slot.name},`, ...numbers, `${slot.via.name})`];
}

function about(slot: SysregSlot): string {
  const moved = slot.via.name === slot.name ? "" : `, moved through ${slot.via.name}`;
  return `${slot.sysreg.title}${moved}`;
}
