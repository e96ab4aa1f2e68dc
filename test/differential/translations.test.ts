import { expect, test } from "vitest";
import { residentTools } from "./resident/qemu-side.js";
import { runTranslations } from "./translations/campaign.js";

const tools = residentTools();

/** A sample of `npm run differential -- translations`, which has many more. */
test.skipIf(tools === undefined)(
  "the machine translates and faults through random tables and registers as QEMU does",
  async () => {
    const tally = await runTranslations(tools!, 12_000, 20);
    expect(tally.failures).toEqual([]);
    expect(tally.cases).toBeGreaterThanOrEqual(12_000);
    const outcomes = new Set([...tally.lines.values()].flatMap((line) => [...line.outcomes.keys()]));
    expect(outcomes.size).toBeGreaterThan(80);
  },
);
