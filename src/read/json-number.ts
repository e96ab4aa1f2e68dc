/** A number of a JSON text. end: offset after it. value: 0 when there is a problem. */
export interface ScannedNumber {
  readonly value: number;
  readonly end: number;
  readonly problem?: { readonly code: "WS010" | "WS013"; readonly message: string; readonly hint?: string };
}

const NUMBER = /^-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$/;
const NUMBER_LIKE = /[-+.\w]+/y;
const HINT = 'a 64-bit value is written as a text, where one is expected: "0x…"';

/**
 * The number that starts at text[start], undefined when nothing like one does.
 * Problems: WS010 not JSON's grammar; WS013 fraction or exponent, or magnitude of 2^53 and more.
 * Source: RFC 8259 section 6, RFC 7493 section 2.2.
 */
export function scanNumber(text: string, start: number): ScannedNumber | undefined {
  NUMBER_LIKE.lastIndex = start;
  const written = NUMBER_LIKE.exec(text)?.[0];
  if (written === undefined || !/^[-+.]?[0-9]/.test(written)) return undefined;
  const end = start + written.length;
  const parts = NUMBER.exec(written);
  if (parts === null) {
    const hint = 'numbers are decimal; a hexadecimal value is a string: "0x10"';
    return {
      value: 0,
      end,
      problem: { code: "WS010", message: `${brief(written)} is no number of JSON`, hint },
    };
  }
  if (parts[1] !== undefined || parts[2] !== undefined)
    return {
      value: 0,
      end,
      problem: { code: "WS013", message: `${brief(written)} is not written as an integer` },
    };
  const value = Number(written);
  if (Number.isSafeInteger(value)) return { value: value + 0, end };
  const message = `${brief(written)} is beyond 2^53 and would lose digits`;
  return { value: 0, end, problem: { code: "WS013", message, hint: HINT } };
}

function brief(written: string): string {
  return written.length > 40 ? `${written.slice(0, 40)}…` : written;
}
