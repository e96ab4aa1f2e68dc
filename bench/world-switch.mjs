// World switches: a host at EL1 runs a guest that does nothing but HVC, through the generated hyp.S of kvm-arm64, with stage 1
// on everywhere and stage 2 on for the guest. The same ELF on QEMU and on the board.
//
//   npm run build && npx worldswitch generate && node bench/world-switch.mjs [ROUNDS]

import { compare, withPrograms } from "./lib/bare-metal.mjs";
import { report } from "./lib/report.mjs";

const SHORT = 100_000;
const LONG = 600_000;

await report("World switches, against QEMU's system emulation", ({ rounds }) =>
  withPrograms((build) => {
    const [short, long] = [SHORT, LONG].map((count) =>
      build(
        `world-switch-${count}`,
        "world-switch.ld",
        ["world-switch.S", "generated/kvm-arm64/asm/hyp.S"],
        [`-DROUNDS=${count}`, "-xassembler-with-cpp"],
      ),
    );
    const { interpreter, translate, milliseconds } = compare({ short, long, rounds });
    const each = (name) => ({
      label: `${name}: a switch to the guest and back`,
      value: (milliseconds[name] * 1e3) / (LONG - SHORT),
      unit: "µs",
    });
    return [
      { label: "translation: time ÷ QEMU's", value: translate, unit: "×", limit: 1 / 30 },
      { label: "interpreter alone: time ÷ QEMU's", value: interpreter, unit: "×", limit: 1 / 10 },
      each("qemu"),
      each("translate"),
      each("interpreter"),
    ];
  }),
);
