import { WordOperands } from "../operands.js";
import { hasCase } from "./case-check.js";
import { RECORD_BYTES } from "./engine-layout.js";
import { FIXED_CASES, fixedCase } from "./exit-code.js";
import type { RecordSlots } from "./record-slots.js";
import { branchDistance, type Shape, type ShapedWord, type Shapes } from "./shape.js";

interface Case {
  readonly index: number;
  readonly slots: RecordSlots;
}

const LITTLE_ENDIAN = true;

/** The words that a program has: which shapes they need, and which of those the present module has a case for. */
export class WordCases {
  readonly #wanted = new Map<string, Shape>();
  readonly #refused = new Set<string>();
  readonly #cases = new Map<string, Case>();

  constructor(
    readonly view: DataView,
    readonly shapes: Shapes,
  ) {}

  /** The shapes that the next module is to have cases for. */
  get wanted(): readonly Shape[] {
    return [...this.#wanted.values()];
  }

  /** From now on a module has cases for these shapes. slots: see interpreterModule. */
  adopt(shapes: readonly Shape[], slots: readonly RecordSlots[]): void {
    this.#cases.clear();
    for (const [i, shape] of shapes.entries()) {
      const own = slots[i];
      if (own !== undefined) this.#cases.set(shape.key, { index: i + FIXED_CASES, slots: own });
    }
  }

  /** What a word is, its shape being wanted from now on; undefined for what only the reference machine executes. */
  want(word: number, offsetBytes: number): ShapedWord | undefined {
    const shaped = this.shapes.of(word, offsetBytes);
    if (shaped === undefined || this.#refused.has(shaped.shape.key)) return undefined;
    const { shape } = shaped;
    if (this.#wanted.has(shape.key)) return shaped;
    if (!hasCase(shape)) {
      this.#refused.add(shape.key);
      return undefined;
    }
    this.#wanted.set(shape.key, shape);
    return shaped;
  }

  /** Writes the record of a word; whether the flow never goes on after it. */
  decode(record: number, word: number, offsetBytes: number): boolean {
    const { view } = this;
    const shaped = this.want(word, offsetBytes);
    if (shaped === undefined) {
      view.setUint16(record, fixedCase.reference, LITTLE_ENDIAN);
      return true;
    }
    const { shape, register } = shaped;
    const found = this.#cases.get(shape.key);
    if (found?.slots.fit !== true) {
      view.setUint16(record, found === undefined ? fixedCase.missing : fixedCase.reference, LITTLE_ENDIAN);
      return false;
    }
    const operands = new WordOperands(shape.instruction, word);
    const direction = shape.ir.effects.some(({ kind }) => kind === "writeSysreg") ? "write" : "read";
    const near =
      shape.nearOperand === undefined
        ? undefined
        : {
            operand: shape.nearOperand,
            distance: branchDistance(shape, shape.nearOperand, word) * (RECORD_BYTES / 4),
          };
    found.slots.write(view, record, { ir: shape.ir, operands, register, direction, near });
    view.setUint16(record, found.index, LITTLE_ENDIAN);
    return shape.ir.effects.at(-1)?.kind === "branch";
  }
}
