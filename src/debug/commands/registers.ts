import { replies } from "../conversation.js";
import { bytesOfHex, hexOfBytes, littleEndian, numberOfHex, valueOfBytes } from "../hex-bytes.js";
import type { DebugRegister } from "../target.js";
import type { Command } from "./command.js";

/** The registers of g and G: GDB asks for all others one by one. */
function inBlock({ feature }: DebugRegister): boolean {
  return feature !== "sysregs";
}

/** `g`: the general and vector registers in their order. */
export const readAll: Command = ({ core }) =>
  core.registers
    .filter(inBlock)
    .map((register) => hexOf(register))
    .join("");

/** `G…`: the same registers. None is written unless the packet has all their bytes; one that refuses is an error. */
export const writeAll: Command = ({ core }, argument) => {
  const bytes = bytesOfHex(argument);
  const block = core.registers.filter(inBlock);
  const length = block.reduce((sum, { widthBits }) => sum + widthBits / 8, 0);
  if (bytes?.length !== length) return replies.malformed;
  let at = 0;
  let taken = true;
  for (const register of block) {
    const value = valueOfBytes(bytes.subarray(at, at + register.widthBits / 8));
    taken = register.write(value) && taken;
    at += register.widthBits / 8;
  }
  return taken ? replies.ok : replies.malformed;
};

/** `pN`: one register. */
export const readOne: Command = ({ core }, argument) => {
  const register = registerOf(core.registers, argument);
  return register === undefined ? replies.malformed : hexOf(register);
};

/** `PN=…`: one register. */
export const writeOne: Command = ({ core }, argument) => {
  const [number = "", digits = ""] = argument.split("=", 2);
  const register = registerOf(core.registers, number);
  const bytes = bytesOfHex(digits);
  if (register === undefined || bytes?.length !== register.widthBits / 8) return replies.malformed;
  return register.write(valueOfBytes(bytes)) ? replies.ok : replies.malformed;
};

function registerOf(registers: readonly DebugRegister[], digits: string): DebugRegister | undefined {
  const number = numberOfHex(digits);
  return number === undefined ? undefined : registers[Number(number)];
}

function hexOf(register: DebugRegister): string {
  return hexOfBytes(littleEndian(register.read(), register.widthBits / 8));
}
