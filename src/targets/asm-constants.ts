import { commentText } from "../core/comment-text.js";
import type { OutFile } from "../core/out-file.js";
import { type Result, success } from "../core/result.js";
import type { Model } from "../model/types.js";
import { printTemplate } from "../print/template.js";
import { cHeader } from "./header.js";
import { literal } from "./literal.js";
import type { Target } from "./target.js";

/** `asm/constants.h`: `#define PAGE_SHIFT 12` per constant, and the indices of the system registers. */
export const target: Target = { name: "asm-constants", directory: "asm", emit };

async function emit(model: Model): Promise<Result<readonly OutFile[]>> {
  const constants = model.constants.filter((c) => c.name !== model.sysregOrder.countName);
  const slots = [{ name: model.sysregOrder.sentinel.name, index: 0 }, ...model.sysregOrder.slots];
  const names = [...constants, ...slots].map((c) => c.name.length);
  const width = Math.max(model.sysregOrder.countName.length, ...names);
  const view = {
    header: cHeader(model, "Constants for assembly: the layout's own, and each system register's index."),
    guard: "WORLDSWITCH_ASM_CONSTANTS_H",
    constants: constants.map((c) => ({
      name: c.name.padEnd(width),
      value: literal(c),
      comment: commentText([c.field ?? c.expression, c.doc].filter((part) => part !== undefined).join(": ")),
    })),
    slots: slots.map((slot) => ({ name: slot.name.padEnd(width), index: `${slot.index}` })),
    count: {
      name: model.sysregOrder.countName.padEnd(width),
      value: `${model.sysregOrder.slots.length + 1}`,
    },
    storage: `struct ${model.sysregOrder.storageStruct}: ${model.sysregOrder.storageMember}`,
  };
  return success([{ path: "asm/constants.h", text: await printTemplate("asm/constants.h", view) }]);
}
