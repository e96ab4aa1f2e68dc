import { resultNames } from "./layout.js";

/** A doubleword of the results that differs. */
export interface Difference {
  readonly name: string;
  readonly qemu: bigint;
  readonly ours: bigint;
}

/** Why a difference is none: QEMU leaves the manual, or the manual leaves a choice. */
export interface Explanation<Scene> {
  readonly name: string;
  /** The section of DDI0487 that says so. */
  readonly section: string;
  readonly because: string;
  /** The least condition; a difference that no explanation claims fails the campaign. */
  readonly explains: (scene: Scene, difference: Difference) => boolean;
}

/** What differs between two results, in their order. */
export function differencesOf(ours: BigUint64Array, qemu: BigUint64Array): Difference[] {
  return resultNames.flatMap((name, i) => {
    const [a = 0n, b = 0n] = [ours[i], qemu[i]];
    return a === b ? [] : [{ name, ours: a, qemu: b }];
  });
}

/** A doubleword of a result by its name. */
export function valueIn(result: BigUint64Array, name: string): bigint {
  return result[resultNames.indexOf(name)] ?? 0n;
}

/** Whether two values differ in no bit outside of a mask. */
export function within({ ours, qemu }: Difference, mask: bigint): boolean {
  return ((ours ^ qemu) & ~mask) === 0n;
}

/** `NAME is 0x…, QEMU has 0x…` */
export function differenceText({ name, ours, qemu }: Difference): string {
  return `${name} is 0x${ours.toString(16)}, QEMU has 0x${qemu.toString(16)}`;
}
