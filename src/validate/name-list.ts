const SHOWN = 12;

/** `a, b, c` for a hint; only the first twelve and how many more there are, when there are more. */
export function listNames(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(", ");
  return names.length <= SHOWN ? shown : `${shown} and ${names.length - SHOWN} more`;
}
