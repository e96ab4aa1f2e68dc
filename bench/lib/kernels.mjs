/**
 * The integer kernels of bench/guests/kernels.c, in the order of its KERNEL: name, and a number of rounds that is some 0.6 s
 * of QEMU's system emulation.
 */
export const kernels = [
  ["crc", 32_000],
  ["xorshift", 240_000],
  ["copy", 64_000],
  ["branchy", 24_000],
  ["sha256", 800_000],
  ["quicksort", 1_200],
  ["pointer chase over 64 MiB", 4_000],
  ["interpreter loop", 64_000],
];

/** Builds one of them, with that many rounds; build: see withPrograms of bare-metal.mjs. */
export function buildKernel(build, kernel, rounds) {
  const options = ["-fno-tree-vectorize", "-fno-tree-loop-distribute-patterns"];
  const defined = [`-DKERNEL=${kernel}`, `-DROUNDS=${rounds}`];
  return build(
    `kernel-${kernel}-${rounds}`,
    "kernels.ld",
    ["start.S", "kernels.c"],
    [...defined, ...options],
  );
}

/** The geometric mean. */
export function mean(values) {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}
