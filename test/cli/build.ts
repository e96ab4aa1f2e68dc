import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { main } from "./command.js";

/** Builds dist/ before the tests that run the command as its users do, and gives them a cache of their own. Type errors are `npm run check`'s to find. */
export default function setup(): () => void {
  const script = fileURLToPath(new URL("../../scripts/build.mjs", import.meta.url));
  spawnSync(process.execPath, [script], { stdio: "ignore" });
  if (!existsSync(main)) throw new Error("npm run build makes no dist/cli/main.js");
  const cache = mkdtempSync(join(tmpdir(), "worldswitch-test-cache-"));
  process.env.WORLDSWITCH_CACHE = cache;
  return () => rmSync(cache, { recursive: true, force: true });
}
