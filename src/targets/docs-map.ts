import { oncePerText } from "../core/once-per-text.js";
import { failure, success } from "../core/result.js";
import type { Model } from "../model/types.js";
import { printTemplate } from "../print/template.js";
import { xmlHeader } from "./header.js";
import { type Leaf, mapStruct, type Nest, type StructMap } from "./struct-map.js";
import type { Target } from "./target.js";

/**
 * docs/vcpu-map.svg: the vcpu's struct to scale, 64 bytes a row, a box per member and per register, coloured by the
 * struct that it belongs to; the nesting as bars at the right. Every box tells its path, offset and type.
 */
export const target: Target = {
  name: "docs-map",
  directory: "docs",
  async emit(model) {
    const vcpu = model.structs.find((struct) => struct.name === model.layout.vcpu);
    if (vcpu === undefined) return failure([]);
    const map = mapStruct(vcpu, model);
    const owners = [...new Set(map.leaves.map((leaf) => leaf.owner))];
    const rows = Math.ceil(vcpu.sizeBytes / ROW_BYTES);
    const depth = Math.max(0, ...map.nests.map((nest) => nest.depth));
    const width = LEFT + ROW_BYTES * BYTE + GAP + depth * BAR + MARGIN;
    const legend = legendView(owners, model);
    const bottom = TOP + rows * ROW + 2 * GAP;
    const text = await printTemplate("docs/map.svg", {
      header: xmlHeader(model, `Map of struct ${vcpu.name}, to scale.`),
      title: xml(`struct ${vcpu.name}: ${vcpu.sizeBytes} bytes, ${ROW_BYTES} bytes a row`),
      width,
      height: bottom + Math.ceil(legend.length / LEGEND_COLUMNS) * LEGEND_ROW + MARGIN,
      left: LEFT,
      colours: owners.map((_, i) => ({ class: `s${i}`, colour: colourOf(i) })),
      rows: Array.from({ length: rows }, (_, i) => ({ y: TOP + i * ROW + BASELINE, offset: i * ROW_BYTES })),
      leaves: leafViews(map, owners),
      nests: map.nests.map((nest) => nestView(nest, owners)),
      legend: legend.map((entry, i) => ({
        ...entry,
        x: LEFT + (i % LEGEND_COLUMNS) * LEGEND_WIDTH,
        y: bottom + Math.floor(i / LEGEND_COLUMNS) * LEGEND_ROW,
      })),
    });
    return success([{ path: "docs/vcpu-map.svg", text }]);
  },
};

/** Pixels, bytes a row aside. An 8-byte register is 128 wide: room for CONTEXTIDR_EL1. */
const ROW_BYTES = 64;
const BYTE = 16;
const ROW = 26;
const BASELINE = 17;
const LEFT = 64;
const TOP = 52;
const GAP = 14;
const BAR = 26;
const MARGIN = 16;
const CHARACTER = 7.3;
const SMALL_CHARACTER = 6.4;
const BAR_CHARACTER = 6.7;
const LEGEND_COLUMNS = 3;
const LEGEND_WIDTH = 350;
const LEGEND_ROW = 24;

/** Mid-light tones that dark text reads well on, in light and in dark surroundings. */
const COLOURS = [
  "#c9ced6",
  "#9cc5ee",
  "#f4c27a",
  "#b5d99c",
  "#f0a8a0",
  "#c8b3ea",
  "#8fd6cb",
  "#efd36f",
  "#e9a9cf",
  "#a9c9a4",
  "#d7b899",
  "#a7b8e8",
];

function colourOf(owner: number): string {
  return COLOURS[owner % COLOURS.length] ?? "#c9ced6";
}

function x(offsetBytes: number): number {
  return LEFT + (offsetBytes % ROW_BYTES) * BYTE;
}

/** The parts of a leaf in the rows that it crosses. */
function boxes(leaf: Leaf): { x: number; y: number; width: number }[] {
  const end = leaf.offsetBytes + leaf.sizeBytes;
  const parts: { x: number; y: number; width: number }[] = [];
  for (let at = leaf.offsetBytes; at < end; ) {
    const next = Math.min(end, (Math.floor(at / ROW_BYTES) + 1) * ROW_BYTES);
    parts.push({ x: x(at), y: TOP + Math.floor(at / ROW_BYTES) * ROW, width: (next - at) * BYTE });
    at = next;
  }
  return parts;
}

function* leafViews(map: StructMap, owners: readonly string[]) {
  for (const leaf of map.leaves) yield leafView(leaf, owners, map);
}

function leafView(leaf: Leaf, owners: readonly string[], map: StructMap) {
  const parts = boxes(leaf);
  const widest = parts.reduce((best, part) => (part.width > best.width ? part : best), {
    x: 0,
    y: 0,
    width: 0,
  });
  const label = fitting(leaf.label, widest.width);
  const bytes = leaf.sizeBytes === 1 ? "1 byte" : `${leaf.sizeBytes} bytes`;
  const where = leaf.kind === "hole" ? `${leaf.type} after ${leaf.path}` : leaf.path;
  const what = leaf.kind === "hole" ? bytes : `${bytes}, ${leaf.type}`;
  const doc = leaf.doc === undefined ? "" : ` (${leaf.doc})`;
  return {
    class: leaf.kind === "hole" ? "hole" : `s${owners.indexOf(leaf.owner)} ${leaf.kind}`,
    title: xml(`${where}: offset ${leaf.offsetBytes}${insideContext(leaf, map)}, ${what}${doc}`),
    boxes: parts.map((part) => ({ ...part, height: ROW })),
    hasLabel: label.text !== "",
    label: xml(label.text),
    size: label.small ? "small" : "full",
    labelX: widest.x + widest.width / 2,
    labelY: widest.y + BASELINE,
  };
}

/** `, 888 in arch.ctxt` for what lies in a struct of the vcpu's: the offset that assembly uses. */
function insideContext(leaf: Leaf, map: StructMap): string {
  const around = map.nests.filter(
    (nest) => leaf.offsetBytes >= nest.offsetBytes && leaf.offsetBytes < nest.offsetBytes + nest.sizeBytes,
  );
  return around.map((nest) => `, ${leaf.offsetBytes - nest.offsetBytes} in ${nest.path}`).join("");
}

/** The text as a box of that width has room for it: in full, smaller, cut short, or not at all. */
function fitting(text: string, width: number): { readonly text: string; readonly small: boolean } {
  const room = width - 4;
  if (text.length * CHARACTER <= room) return { text, small: false };
  if (text.length * SMALL_CHARACTER <= room) return { text, small: true };
  const kept = Math.floor(room / SMALL_CHARACTER) - 1;
  return { text: kept < 4 ? "" : `${text.slice(0, kept)}…`, small: true };
}

function nestView(nest: Nest, owners: readonly string[]) {
  const top = TOP + (nest.offsetBytes / ROW_BYTES) * ROW;
  const height = (nest.sizeBytes / ROW_BYTES) * ROW;
  const left = LEFT + ROW_BYTES * BYTE + GAP + (nest.depth - 1) * BAR;
  const long = `${nest.label}: struct ${nest.struct}`;
  const label = [long, nest.label].find((text) => text.length * BAR_CHARACTER + 6 <= height) ?? "";
  const owner = owners.indexOf(nest.struct);
  return {
    class: owner < 0 ? "plain" : `s${owner}`,
    title: xml(`${nest.path}: struct ${nest.struct}, offset ${nest.offsetBytes}, ${nest.sizeBytes} bytes`),
    x: left,
    y: round(top),
    width: BAR - 3,
    height: round(height),
    hasLabel: label !== "",
    label: xml(label),
    labelX: left + BAR / 2 + 2,
    labelY: round(top + height / 2),
  };
}

function legendView(owners: readonly string[], model: Model) {
  const entries = owners.map((owner, i) => ({
    class: `s${i}`,
    text: xml(`${owner}, ${model.structs.find((struct) => struct.name === owner)?.sizeBytes ?? 0} bytes`),
  }));
  return [...entries, { class: "hole", text: "holes and padding" }];
}

/** Two decimals: the same text on every machine. */
function round(value: number): number {
  return Math.round(value * 100) / 100;
}

const xml: (text: string) => string = oncePerText((text) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll(/\p{Cc}/gu, " "),
);
