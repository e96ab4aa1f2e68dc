import { oncePerText } from "./once-per-text.js";

/**
 * The text as one line that cannot end the comment it stands in, be it a block or the rest of a line. Characters that
 * some language takes for the end of a line are blanks, and a backslash, which C joins with the next line, is not last.
 */
export const commentText: (text: string) => string = oncePerText((text) => {
  const line = text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, " ")
    .replaceAll("*/", "* /")
    .replaceAll("/*", "/ *");
  return /(?:\\|\?\?\/)\s*$/.test(line) ? `${line.trimEnd()}.` : line;
});
