import { commentText } from "../core/comment-text.js";
import { success } from "../core/result.js";
import type { Constant } from "../model/types.js";
import { printTypeScript } from "../print/typescript.js";
import { headerLines } from "./header.js";
import { literal } from "./literal.js";
import type { Target } from "./target.js";
import { bindingName, uniqueNames } from "./ts-names.js";

/**
 * ts/constants.ts: `export const HCR_RW = 0x80000000n;` per constant. All are bigints: a constant's type must not
 * depend on its value.
 */
export const target: Target = {
  name: "ts-constants",
  directory: "ts",
  async emit(model) {
    const names = uniqueNames(model.constants.map((constant) => bindingName(constant.name)));
    const text = await printTypeScript(
      headerLines(model, "The layout's constants, 64-bit values as bigints."),
      model.constants.map((constant, i) => statement(constant, names[i] ?? constant.name)),
    );
    return success([{ path: "ts/constants.ts", text }]);
  },
};

function statement(constant: Constant, name: string): string {
  const about = [constant.expression, constant.doc, constant.field].filter((text) => text !== undefined);
  const doc = about.length === 0 ? "" : `/** ${about.map(commentText).join("; ")} */\n`;
  return `${doc}export const ${name} = ${literal(constant)}n;`;
}
