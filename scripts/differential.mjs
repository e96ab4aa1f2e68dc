// Compares the reference machine with QEMU, and the fast engines with the reference machine, over very many random cases and
// writes what came of it to docs/reference/:
//
//   npm run differential -- NAME [--cases N] [--seed S] [--only PART] [--engine ENGINE]... [--no-write]
//
// NAME is a file of test/differential/campaigns/. ENGINE is reference, interpreter or translate: what executes the cases, all
// three unless said; the reference machine always does, for the fast engines are compared with it. The page is written when the
// run was a whole one, of all engines. Exit status: 0 when nothing differs without an explanation, 1 otherwise, 2 for a wrong
// call or a missing oracle.

import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

register("./typescript-hook.mjs", import.meta.url);

const { fastEngines } = await import("../test/differential/engines/engine-machine.ts");
const root = new URL("..", import.meta.url);
const folder = new URL("test/differential/campaigns/", root);
const names = readdirSync(folder)
  .map((name) => name.replace(/\.ts$/, ""))
  .filter((name) => name !== "campaign");

process.exitCode = await main();

async function main() {
  const call = readCall();
  const file = new URL(`${call?.name}.ts`, folder);
  if (call === undefined || !names.includes(call.name) || !existsSync(file)) {
    console.error(
      `usage: npm run differential -- ${names.join("|")} [--cases N] [--seed S] [--only PART] [--engine ENGINE]... [--no-write]`,
    );
    return 2;
  }
  const { campaign } = await import(file.href);
  const { seed, only, engines, cases = campaign.defaultCases } = call;
  const command = `npm run differential -- ${call.name}${seed === 1 ? "" : ` --seed ${seed}`}`;
  const outcome = await campaign.run({
    cases,
    seed,
    command,
    engines,
    log: console.log,
    ...(only === undefined ? {} : { only }),
  });
  if (outcome === undefined) {
    console.error("an oracle is missing: test/oracles/install.sh");
    return 2;
  }
  if (outcome.complete && call.write)
    writeFileSync(fileURLToPath(new URL(campaign.page, root)), outcome.page);
  console.log(
    `${outcome.differences} differences${outcome.complete && call.write ? `; wrote ${campaign.page}` : ""}`,
  );
  return outcome.differences === 0 ? 0 : 1;
}

/** The command line, or undefined when it is wrong. */
function readCall() {
  try {
    const { values, positionals } = parseArgs({
      allowPositionals: true,
      options: {
        cases: { type: "string" },
        seed: { type: "string", default: "1" },
        only: { type: "string" },
        engine: { type: "string", multiple: true, default: ["reference", ...fastEngines] },
        "no-write": { type: "boolean", default: false },
      },
    });
    const [cases, seed] = [values.cases, values.seed].map((text) =>
      text === undefined ? undefined : Number(text),
    );
    const isCount = (number) => number === undefined || (Number.isInteger(number) && number > 0);
    if (positionals.length !== 1 || !isCount(cases) || !isCount(seed)) return undefined;
    const { only, engine } = values;
    if (engine.some((name) => name !== "reference" && !fastEngines.includes(name))) return undefined;
    const engines = fastEngines.filter((name) => engine.includes(name));
    const write = !values["no-write"] && engines.length === fastEngines.length;
    return { name: positionals[0], cases, seed, only, engines, write };
  } catch {
    return undefined;
  }
}
