// What `npm start` shows: the layouts generated, linted, and one world switch run on the result.
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const command = fileURLToPath(new URL("../dist/cli/main.js", import.meta.url));
const tour = [["generate"], ["lint"], ["run", "--layout", "kvm-arm64-v3", "--scenario", "hvc"]];

for (const args of tour) {
  console.log(
    `${process.stdout.isTTY ? "\u001b[2m" : ""}$ worldswitch ${args.join(" ")}${process.stdout.isTTY ? "\u001b[22m" : ""}`,
  );
  const { status } = spawnSync(process.execPath, [command, ...args], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
  console.log();
}
console.log("All scenarios: npx worldswitch run");
