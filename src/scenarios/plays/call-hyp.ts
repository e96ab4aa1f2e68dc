import { hex } from "../../core/u64.js";
import { compareHost, compareOthers } from "../comparisons.js";
import { addressOf } from "../placed-code.js";
import { distinctValue } from "../random-values.js";
import type { Scenario } from "../scenario.js";
import { snapshotHost } from "../snapshot.js";

/** The host calls a function of EL2 with three arguments, as every other scenario does with the world switch itself. */
export const callHyp: Scenario = {
  name: "call-hyp",
  title: "kvm_call_hyp: the function runs at EL2, at its HYP address, with the arguments that follow it",
  guest: { body: "guest_never_runs:\n\tb\tguest_never_runs" },
  play(session) {
    const { board, list } = session;
    const { machine, map, code } = board;
    const probe = addressOf(code.host, "hyp_probe");
    const args = [1, 2, 3].map((n) => distinctValue(`argument ${n}`));
    const [a = 0n, b = 0n, c = 0n] = args;
    let seen: { el: number; x: readonly bigint[] } | undefined;
    machine.observe({
      instruction({ pc, el }) {
        if (pc === map.hyp(probe)) seen = { el, x: [...machine.x.subarray(0, 3)] };
      },
    });
    const before = snapshotHost(board);
    session.tell(
      "host",
      `calls a function at ${hex(probe)} (HYP VA ${hex(map.hyp(probe))}) with three arguments: HVC #0`,
    );
    if (!session.post(probe, args) || !session.runTo("host_returned")) return;
    const topic = "the function gets its arguments";
    list.count(topic, "the level that runs at its HYP VA", 2, seen?.el ?? -1);
    args.forEach((arg, i) => {
      list.equal(topic, `X${i} at its first instruction`, arg, seen?.x[i] ?? 0n);
    });
    const result = BigInt.asUintN(64, a + (b << 4n) + (c << 8n));
    session.tell("EL2", `runs it: X0 = X0 + (X1 << 4) + (X2 << 8) = ${hex(machine.x[0] ?? 0n)}`);
    list.equal("the host gets its result", "X0", result, machine.x[0] ?? 0n);
    const [visit] = session.crossings.visits;
    if (visit === undefined) return;
    compareHost(board, list, before, addressOf(code.host, "host_returned"), visit);
    compareOthers(board, list, before, new Set());
  },
};
