/** Characters of a block. V8 keeps each text of over 128 KB in memory of its own, which is new every time. */
const BLOCK = 8192;

/**
 * The parts as one text that may be long. They become blocks of some thousand characters as they come, so that neither are
 * all of them there at once nor is the whole copied before it is in its file. The result is not one piece yet: `flattenText`.
 */
export function longText(parts: Iterable<string>): string {
  let text = "";
  let block: string[] = [];
  let length = 0;
  for (const part of parts) {
    block.push(part);
    length += part.length;
    if (length < BLOCK) continue;
    text += block.join("");
    block = [];
    length = 0;
  }
  return text + block.join("");
}
