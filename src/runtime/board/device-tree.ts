import { utf8 } from "./utf8.js";
/** A property's value: cells of 32 bits, strings one after the other, or nothing. */
export type PropertyValue = readonly number[] | readonly string[];

/** A node of a device tree: properties, then nodes, both in order. */
export interface DeviceTreeNode {
  readonly name: string;
  readonly properties: Readonly<Record<string, PropertyValue>>;
  readonly nodes?: readonly DeviceTreeNode[];
}

const token = { beginNode: 1, endNode: 2, property: 3, end: 9 } as const;
const MAGIC = 0xd00d_feed;
const VERSION = 17;
const LAST_COMPATIBLE_VERSION = 16;
const HEADER_BYTES = 40;
const RESERVATIONS_BYTES = 16;

/** A device tree as the blob that a boot loader hands over. Source: Devicetree Specification 0.4, chapter 5. */
export function flattenDeviceTree(root: DeviceTreeNode): Uint8Array {
  const names = new Map<string, number>();
  const strings: number[] = [];
  const words: number[] = [];
  const bytes = (content: readonly number[]): void => {
    const padded = [...content, ...Array.from({ length: -content.length & 3 }, () => 0)];
    for (let i = 0; i < padded.length; i += 4) {
      words.push(padded.slice(i, i + 4).reduce((word, byte) => word * 256 + byte, 0));
    }
  };
  const nameOffset = (name: string): number => {
    const offset = names.get(name) ?? strings.length;
    if (!names.has(name)) strings.push(...zeroTerminated(name));
    names.set(name, offset);
    return offset;
  };
  const node = ({ name, properties, nodes = [] }: DeviceTreeNode): void => {
    words.push(token.beginNode);
    bytes(zeroTerminated(name));
    for (const [key, value] of Object.entries(properties)) {
      const content = contentOf(value);
      words.push(token.property, content.length, nameOffset(key));
      bytes(content);
    }
    for (const child of nodes) node(child);
    words.push(token.endNode);
  };
  node(root);
  words.push(token.end);
  return assemble(words, strings);
}

function assemble(words: readonly number[], strings: readonly number[]): Uint8Array {
  const structure = HEADER_BYTES + RESERVATIONS_BYTES;
  const stringsAt = structure + 4 * words.length;
  const total = stringsAt + strings.length;
  const header = [
    ...[MAGIC, total, structure, stringsAt, HEADER_BYTES, VERSION, LAST_COMPATIBLE_VERSION],
    ...[0, strings.length, 4 * words.length],
  ];
  const blob = new Uint8Array(total);
  const view = new DataView(blob.buffer);
  header.forEach((word, i) => {
    view.setUint32(4 * i, word);
  });
  words.forEach((word, i) => {
    view.setUint32(structure + 4 * i, word);
  });
  blob.set(strings, stringsAt);
  return blob;
}

function contentOf(value: PropertyValue): readonly number[] {
  return value.flatMap((item) =>
    typeof item === "string"
      ? zeroTerminated(item)
      : [item >>> 24, (item >>> 16) & 0xff, (item >>> 8) & 0xff, item & 0xff],
  );
}

function zeroTerminated(text: string): number[] {
  return [...utf8(text), 0];
}
