import { maskOf, wrap } from "../../core/u64.js";
import { isRelocationType, RELOCATIONS, type RelocationType } from "../object/object-code.js";
import { isAbsolute, type Value } from "../value.js";
import { joinedBits, joinedValue, type Mismatch, type OperandCodec, type OperandReading } from "./codec.js";

/**
 * A target. A number is the distance itself, as in GNU as; a place in the same section that no other object can
 * replace is resolved here, any other by the relocation that the form names.
 */
const label: OperandCodec = {
  read: (reading, operand) => {
    const token = reading.reader.peekAt(reading.reader.isMark("#") ? 1 : 0);
    const value = reading.readValue();
    if ("message" in value) return value;
    const names = operand.fields[0] ?? [];
    const expression = reading.expressions.at(-1);
    if (isAbsolute(value) && (expression === undefined || !reading.scope.isNumber(expression))) {
      return reading.mismatch("WS618", token, "a target is a place, or a number that is known before it");
    }
    const type = typeOf(operand.names);
    const distance = distanceOf(reading, value, type);
    if (distance === undefined) {
      if (value.plus === undefined || value.minus !== undefined) {
        return reading.mismatch("WS618", token, "a target is a place");
      }
      reading.relocation = { type, value };
      return reading.assignJoined(names, 0, token);
    }
    const { shift } = RELOCATIONS[type];
    const width = reading.joinedWidth(names);
    const step = 1n << BigInt(shift);
    const reach = 1n << BigInt(width - 1);
    if (distance % step !== 0n) {
      return reading.mismatch("WS604", token, `the distance ${distance} is no multiple of ${step}`);
    }
    if (distance / step < -reach || distance / step >= reach) {
      return outOfReach(reading, token, distance, -reach * step, (reach - 1n) * step);
    }
    return reading.assignJoined(names, Number((distance / step) & maskOf(0, width)), token);
  },
  write: (writing, operand) => {
    const rule = RELOCATIONS[typeOf(operand.names)];
    const width = joinedBits(writing.instruction, operand.fields[0] ?? []);
    const field = BigInt(joinedValue(writing, operand.fields[0]));
    const distance = BigInt.asIntN(width, field) << BigInt(rule.shift);
    const from = rule.value === "page" ? writing.address & ~0xfffn : writing.address;
    return writing.target(wrap(from + distance));
  },
};

function typeOf(name: string): RelocationType {
  const type = `R_AARCH64_${name}`;
  if (!isRelocationType(type)) throw new RangeError(`there is no relocation ${type}`);
  return type;
}

/** The distance to the target in bytes; undefined when only the linker can know it. */
function distanceOf(reading: OperandReading, value: Value, type: RelocationType): bigint | undefined {
  // Pages are only known when the section has its address.
  if (RELOCATIONS[type].value === "page") return undefined;
  if (isAbsolute(value)) return BigInt.asIntN(64, value.addend);
  const { plus, minus } = value;
  const here = plus?.section === reading.scope.section && !plus.visible && minus === undefined;
  if (plus === undefined || !here) return undefined;
  return BigInt.asIntN(64, value.addend + plus.offset - BigInt(reading.scope.offset));
}

function outOfReach(
  reading: OperandReading,
  token: Parameters<OperandReading["mismatch"]>[1],
  distance: bigint,
  least: bigint,
  most: bigint,
): Mismatch {
  return reading.mismatch("WS604", token, `the distance ${distance} is out of reach: ${least} to ${most}`);
}

/** Operand kinds that are places. */
export const labelCodecs = { label } as const;
