import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Builds dist/ before the tests that run the command as its users do. */
export default function setup(): void {
  execFileSync(process.execPath, [fileURLToPath(new URL("../../scripts/build.mjs", import.meta.url))], {
    stdio: "inherit",
  });
}
