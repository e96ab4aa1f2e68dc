/** Control and direction characters, which could make a terminal show something else than what is there. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to replace
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** A text on one line for a terminal: control and direction characters, half surrogates too, become U+FFFD. */
export function printable(text: string): string {
  return text
    .replace(UNPRINTABLE, "\ufffd")
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, "\ufffd");
}
