import { FunctionCode } from "../wasm/function-code.js";
import type { ModuleWriter } from "../wasm/module-writer.js";
import { valueType } from "../wasm/opcode.js";

/** Functions for what WebAssembly has no instruction for, by their index in the module. */
export interface HelperFunctions {
  readonly multiplyHighUnsigned: number;
  readonly multiplyHighSigned: number;
  readonly divideUnsigned: number;
  readonly divideSigned: number;
  readonly crc32: number;
}

const { i32, i64 } = valueType;

/** Adds the functions to a module. */
export function addHelperFunctions(module: ModuleWriter): HelperFunctions {
  const multiplyHighUnsigned = module.add(multiplyHigh());
  return {
    multiplyHighUnsigned,
    multiplyHighSigned: module.add(multiplyHighSigned(multiplyHighUnsigned)),
    divideUnsigned: module.add(divideUnsigned()),
    divideSigned: module.add(divideSigned()),
    crc32: module.add(crc32()),
  };
}

function binary(): FunctionCode {
  return new FunctionCode([i64, i64], [i64]);
}

/** The upper half of a product, from the four products of the halves. */
function multiplyHigh(): FunctionCode {
  const code = binary();
  const [lowLow, middle] = [code.local(i64), code.local(i64)];
  const low = (local: number) => code.get(local).op("i32WrapI64", "i64ExtendI32U");
  const high = (local: number) => code.get(local).i64(32n).op("i64ShrU");
  low(0);
  low(1);
  code.op("i64Mul").set(lowLow);
  high(0);
  low(1);
  code.op("i64Mul").get(lowLow).i64(32n).op("i64ShrU", "i64Add").set(middle);
  low(0);
  high(1);
  code.op("i64Mul");
  low(middle);
  code.op("i64Add").set(lowLow);
  high(0);
  high(1);
  code.op("i64Mul");
  high(middle);
  code.op("i64Add");
  high(lowLow);
  code.op("i64Add");
  return code;
}

/** Source: Hacker's Delight, 8-3: the signed upper half from the unsigned one. */
function multiplyHighSigned(unsigned: number): FunctionCode {
  const code = binary();
  const correction = (negative: number, other: number) =>
    code.get(negative).i64(63n).op("i64ShrS").get(other).op("i64And", "i64Sub");
  code.get(0).get(1).call(unsigned);
  correction(0, 1);
  correction(1, 0);
  return code;
}

function divideUnsigned(): FunctionCode {
  const code = binary();
  code.get(1).op("i64Eqz");
  code.if();
  code.i64(0n).op("return");
  code.end();
  code.get(0).get(1).op("i64DivU");
  return code;
}

function divideSigned(): FunctionCode {
  const code = binary();
  code.get(1).op("i64Eqz");
  code.if();
  code.i64(0n).op("return");
  code.end();
  code.get(1).i64(-1n).op("i64Eq");
  code.if();
  code.i64(0n).get(0).op("i64Sub", "return");
  code.end();
  code.get(0).get(1).op("i64DivS");
  return code;
}

/** crc32(accumulator, data, sizeBits, polynomial), bit by bit. */
function crc32(): FunctionCode {
  const code = new FunctionCode([i64, i64, i32, i32], [i64]);
  const rest = code.local(i64);
  code.get(1).i64(-1n).i32(64).get(2).op("i32Sub", "i64ExtendI32U", "i64ShrU", "i64And");
  code.get(0).op("i64Xor").set(rest);
  const loop = code.loop();
  code.get(rest).i64(1n).op("i64ShrU");
  code.i64(0n).get(rest).i64(1n).op("i64And", "i64Sub").get(3).op("i64ExtendI32U", "i64And");
  code.op("i64Xor").set(rest);
  code.get(2).i32(1).op("i32Sub").tee(2).brIf(loop);
  code.end();
  code.get(rest);
  return code;
}
