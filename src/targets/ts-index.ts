import { success } from "../core/result.js";
import { printTypeScript } from "../print/typescript.js";
import { headerLines } from "./header.js";
import type { Target } from "./target.js";

/**
 * ts/index.ts: the layout as one module. Constants and offsets are namespaces, since their names are C's and may meet
 * in one namespace what they never meet in C.
 */
export const target: Target = {
  name: "ts-index",
  directory: "ts",
  async emit(model) {
    const text = await printTypeScript(headerLines(model, "The layout as one module."), [
      'export * as constants from "./constants.js";',
      'export * as offsets from "./offsets.js";',
      'export * as switching from "./save-restore.js";',
      'export * from "./structs.js";',
      'export { SysregIndex, type SysregName, sysregs } from "./sysregs.js";',
    ]);
    return success([{ path: "ts/index.ts", text }]);
  },
};
