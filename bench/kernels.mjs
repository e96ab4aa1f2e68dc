// Integer kernels, compiled by gcc -O2: the same ELF on QEMU's system emulation and on the board.
//
//   npm run build && node bench/kernels.mjs [ROUNDS]

import { compare, withPrograms } from "./lib/bare-metal.mjs";
import { report } from "./lib/report.mjs";

/** Names by KERNEL of guests/kernels.c, and ROUNDS of the long program; the short one has a quarter, so that both are warm. */
const kernels = [
  ["crc", 80_000],
  ["xorshift", 400_000],
  ["copy", 240_000],
  ["branchy", 80_000],
  ["sha256", 600_000],
  ["quicksort", 2_000],
  ["pointer chase over 64 MiB", 80_000],
  ["interpreter loop", 240_000],
];

await report("Integer kernels, against QEMU's system emulation", ({ rounds }) =>
  withPrograms((build) => {
    const compared = kernels.map(([name, count], kernel) => {
      const [short, long] = [count / 4, count].map((work) =>
        build(
          `kernel-${kernel}-${work}`,
          "kernels.ld",
          ["start.S", "kernels.c"],
          [
            `-DKERNEL=${kernel}`,
            `-DROUNDS=${work}`,
            "-fno-tree-vectorize",
            "-fno-tree-loop-distribute-patterns",
          ],
        ),
      );
      return { name, ...compare({ short, long, rounds }) };
    });
    const mean = (values) =>
      Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
    return [
      {
        label: "translation: time ÷ QEMU's, geometric mean",
        value: mean(compared.map(({ translate }) => translate)),
        unit: "×",
        limit: 1,
      },
      {
        label: "interpreter alone: time ÷ QEMU's, geometric mean",
        value: mean(compared.map(({ interpreter }) => interpreter)),
        unit: "×",
        limit: 5,
      },
      ...compared.map(({ name, translate }) => ({
        label: `translation, ${name}: time ÷ QEMU's`,
        value: translate,
        unit: "×",
        limit: 2,
      })),
    ];
  }),
);
