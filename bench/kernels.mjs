// Integer kernels, compiled by gcc -O2: the same ELF on QEMU's system emulation and on the board.
//
//   npm run build && node bench/kernels.mjs [ROUNDS]

import { compare, withPrograms } from "./lib/bare-metal.mjs";
import { buildKernel, kernels, mean } from "./lib/kernels.mjs";
import { report } from "./lib/report.mjs";

await report("Integer kernels, against QEMU's system emulation", ({ rounds }) =>
  withPrograms((build) => {
    const compared = kernels.map(([name, count], kernel) => {
      // The short program has a quarter of the work, so that both are warm.
      const [short, long] = [count / 4, count].map((work) => buildKernel(build, kernel, work));
      return { name, ...compare({ short, long, rounds }) };
    });
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
      ...compared.flatMap(({ name, translate, interpreter }) => [
        { label: `translation, ${name}: time ÷ QEMU's`, value: translate, unit: "×", limit: 2, detail: true },
        { label: `interpreter alone, ${name}: time ÷ QEMU's`, value: interpreter, unit: "×" },
      ]),
    ];
  }),
);
