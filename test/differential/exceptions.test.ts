import { expect, test } from "vitest";
import { runExceptions } from "./exceptions/campaign.js";
import { residentTools } from "./resident/qemu-side.js";

const tools = residentTools();

/** A sample of `npm run differential -- exceptions`, which has many more. */
test.skipIf(tools === undefined)(
  "the machine executes, traps and routes random instructions under random controls as QEMU does",
  async () => {
    const tally = await runExceptions(tools!, 16_000, 20);
    expect(tally.failures).toEqual([]);
    expect(tally.cases).toBe(16_000);
    expect([...tally.lines.keys()].length).toBeGreaterThan(15);
    const outcomes = new Set([...tally.lines.values()].flatMap((line) => [...line.outcomes.keys()]));
    expect(outcomes.size).toBeGreaterThan(18);
  },
);
