// Compares the reference machine with QEMU over very many random cases and writes what came of it to docs/reference/:
//
//   npm run differential -- NAME [--cases N] [--seed S] [--only PART] [--no-write]
//
// NAME is a file of test/differential/campaigns/. The page is written when the run was a whole one. Exit status: 0 when
// nothing differs without an explanation, 1 otherwise, 2 for a wrong call or a missing oracle.

import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { register } from "node:module";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

register("./typescript-hook.mjs", import.meta.url);

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
      `usage: npm run differential -- ${names.join("|")} [--cases N] [--seed S] [--only PART] [--no-write]`,
    );
    return 2;
  }
  const { campaign } = await import(file.href);
  const { seed, only, cases = campaign.defaultCases } = call;
  const command = `npm run differential -- ${call.name}${seed === 1 ? "" : ` --seed ${seed}`}`;
  const outcome = await campaign.run({
    cases,
    seed,
    command,
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
        "no-write": { type: "boolean", default: false },
      },
    });
    const [cases, seed] = [values.cases, values.seed].map((text) =>
      text === undefined ? undefined : Number(text),
    );
    const isCount = (number) => number === undefined || (Number.isInteger(number) && number > 0);
    if (positionals.length !== 1 || !isCount(cases) || !isCount(seed)) return undefined;
    return { name: positionals[0], cases, seed, only: values.only, write: !values["no-write"] };
  } catch {
    return undefined;
  }
}
