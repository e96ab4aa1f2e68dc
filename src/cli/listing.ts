import type { LineMark, ObjectCode, ObjectSection } from "../assembler/index.js";
import { hex32 } from "../core/u32.js";

/** Bytes on one line of a listing; more of one source line go below it. */
const ROW_BYTES = 8;

/**
 * The lines of a listing: per section its offsets, the bytes there and the source line that made them.
 * Code is printed as instruction words, data as bytes in memory order:
 *
 *     .hyp.text (16 bytes, alignment 4096)
 *          0  92409400  hyp.S:12  kern_hyp_va x0
 *
 * readSource: the text of a source file that assembled before, and so can be read.
 */
export function listing(object: ObjectCode, readSource: (file: string) => string): string[] {
  const texts = new Map<string, readonly string[]>();
  const sourceLine = ({ at }: LineMark): string => {
    if (at === undefined) return "";
    const lines = texts.get(at.file) ?? readSource(at.file).split("\n");
    texts.set(at.file, lines);
    const text = (lines[at.line - 1] ?? "").trim().replaceAll("\t", " ");
    return `${at.file}:${at.line}  ${text}`;
  };
  return object.sections
    .filter(({ bytes }) => bytes.length > 0)
    .flatMap((section) => [
      `${section.name} (${section.bytes.length} bytes, alignment ${section.alignmentBytes})`,
      ...sectionLines(section, object.lines, sourceLine),
      "",
    ])
    .slice(0, -1);
}

function sectionLines(
  section: ObjectSection,
  lines: readonly LineMark[],
  sourceLine: (mark: LineMark) => string,
): string[] {
  const marks = lines.filter((mark) => mark.section === section.name).sort((a, b) => a.offset - b.offset);
  const starts = marks.flatMap((mark, i) => {
    const end = marks[i + 1]?.offset ?? section.bytes.length;
    return end > mark.offset ? [{ mark, end }] : [];
  });
  return starts.flatMap(({ mark, end }) =>
    rows(section, mark.offset, end).map(
      ({ offset, text }, i) =>
        `${offset.toString(16).padStart(6)}  ${text.padEnd(i === 0 ? 2 * ROW_BYTES : 0)}${i === 0 ? `  ${sourceLine(mark)}` : ""}`,
    ),
  );
}

function rows(section: ObjectSection, start: number, end: number): { offset: number; text: string }[] {
  const found: { offset: number; text: string }[] = [];
  for (let offset = start; offset < end; ) {
    const isWord = isCode(section, offset) && offset % 4 === 0 && offset + 4 <= end;
    const size = isWord ? 4 : Math.min(ROW_BYTES, end - offset);
    const bytes = section.bytes.subarray(offset, offset + size);
    const text = isWord
      ? hex32(new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true)).slice(2)
      : Buffer.from(bytes).toString("hex");
    found.push({ offset, text });
    offset += size;
  }
  return found;
}

function isCode(section: ObjectSection, offset: number): boolean {
  const mark = section.mapping.findLast((candidate) => candidate.offset <= offset);
  return mark?.kind === "code";
}
