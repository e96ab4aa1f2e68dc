/**
 * A line of a comparison. line: its number from 1, in the new text for kept and added lines, in the old text
 * for removed ones.
 */
export interface DiffLine {
  readonly kind: "same" | "removed" | "added";
  readonly line: number;
  readonly text: string;
}

/**
 * The lines that differ between two texts, as one hunk: what is left between their longest common beginning
 * and end, with up to contextLines lines around. Empty for equal texts. An edit in one place gives the
 * smallest such hunk.
 */
export function diffLines(before: string, after: string, contextLines: number): DiffLine[] {
  const old = before.split("\n");
  const now = after.split("\n");
  if (before === after) return [];
  const most = Math.min(old.length, now.length);
  let head = 0;
  while (head < most && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;

  const slice = (kind: DiffLine["kind"], lines: readonly string[], from: number, to: number): DiffLine[] =>
    lines.slice(from, to).map((text, i) => ({ kind, line: from + i + 1, text }));
  return [
    ...slice("same", now, Math.max(0, head - contextLines), head),
    ...slice("removed", old, head, old.length - tail),
    ...slice("added", now, head, now.length - tail),
    ...slice("same", now, now.length - tail, Math.min(now.length, now.length - tail + contextLines)),
  ];
}
