const CONVERSION = /%(?:(%)|(0?)(\d*)(x|d|u|lx|llx|p))/g;

/**
 * A message as the host's panic() prints it: %x, %lx, %llx, %d, %u and %p, with a width and zero padding; %p is 16
 * digits. Conversions beyond the arguments, and ones that it does not know, stay as they are.
 */
export function formatMessage(format: string, args: readonly bigint[]): string {
  let next = 0;
  return format.replace(
    CONVERSION,
    (whole, percent: string | undefined, zero: string, width: string, kind: string) => {
      if (percent !== undefined) return "%";
      const value = args[next++];
      if (value === undefined) return whole;
      if (kind === "p") return value.toString(16).padStart(16, "0");
      const low = kind === "x" || kind === "d" || kind === "u" ? BigInt.asUintN(32, value) : value;
      const digits =
        kind === "d" ? BigInt.asIntN(32, value).toString() : low.toString(kind === "u" ? 10 : 16);
      return digits.padStart(Number(width === "" ? 0 : width), zero === "0" ? "0" : " ");
    },
  );
}
