import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { main } from "./command.js";

/** Builds dist/ before the tests that run the command as its users do. Type errors are `npm run check`'s to find. */
export default function setup(): void {
  const script = fileURLToPath(new URL("../../scripts/build.mjs", import.meta.url));
  spawnSync(process.execPath, [script], { stdio: "ignore" });
  if (!existsSync(main)) throw new Error("npm run build makes no dist/cli/main.js");
}
