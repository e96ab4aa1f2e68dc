import { hex, hex64 } from "../../core/u64.js";
import { type Conversation, replies } from "../conversation.js";
import { bytesOfHex } from "../hex-bytes.js";
import type { DebugRegister } from "../target.js";
import type { Command } from "./command.js";

/** What the user types after `monitor`: how it is written, what it does, and its text. */
interface MonitorCommand {
  readonly usage: string;
  readonly about: string;
  readonly run: (conversation: Conversation, argument: string) => string;
}

const commands: Readonly<Record<string, MonitorCommand>> = {
  help: { usage: "help", about: "this list", run: help },
  sysreg: {
    usage: "sysreg NAME [=VALUE]",
    about:
      "a system register with its fields, or a new value for it; part of a name lists those that have it",
    run: systemRegister,
  },
  translate: {
    usage: "translate ADDRESS",
    about: "what a virtual address translates to now, or the fault",
    run: ({ core }, argument) => {
      const address = numberIn(argument);
      return address === undefined ? `${argument} is no address\n` : `${core.translate(address)}\n`;
    },
  },
  trace: {
    usage: "trace [N]",
    about: "keep the last N instructions and exceptions from now on (0: none); without N, show them",
    run: trace,
  },
  devices: {
    usage: "devices [on|off]",
    about: "whether reads and writes of memory may reach devices, which can change them (off at first)",
    run: ({ target }, argument) => {
      if (argument === "on" || argument === "off") target.devices = argument === "on";
      else if (argument !== "") return "devices on, or devices off\n";
      return `devices ${target.devices ? "on" : "off"}\n`;
    },
  },
};

/** `qRcmd,TEXT` in hexadecimal: a command of ours that GDB hands through. */
export const monitor: Command = (conversation, argument) => {
  const bytes = bytesOfHex(argument.replace(/^,/, ""));
  if (bytes === undefined) return replies.malformed;
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte))
    .join("")
    .trim();
  const [, name = "help", rest = ""] = /^(\S+)\s*(.*)$/.exec(text) ?? [];
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  conversation.say(
    command === undefined
      ? `no monitor command ${name}; monitor help lists them\n`
      : command.run(conversation, rest),
  );
  return replies.ok;
};

function help(): string {
  const all = Object.values(commands);
  const width = Math.max(...all.map(({ usage }) => usage.length));
  return all.map(({ usage, about }) => `${usage.padEnd(width)}  ${about}\n`).join("");
}

function systemRegister({ core }: Conversation, argument: string): string {
  const [name = "", value] = argument.split(/\s*=\s*/, 2);
  const all = core.registers.filter(({ feature }) => feature === "sysregs");
  const register = all.find((known) => known.name.toLowerCase() === name.toLowerCase());
  if (register === undefined) return similar(all, name);
  if (value === undefined) return describe(register);
  const number = numberIn(value);
  if (number === undefined) return `${value} is no number\n`;
  return register.write(number) ? describe(register) : `${register.name} does not take ${hex(number)}\n`;
}

function similar(all: readonly DebugRegister[], name: string): string {
  const found = all.filter((known) => name !== "" && known.name.toLowerCase().includes(name.toLowerCase()));
  if (found.length === 0) return `no system register ${name}\n`;
  return found.map((known) => `${known.name.padEnd(20)} ${hex64(known.read())}\n`).join("");
}

function describe({ name, fields, read }: DebugRegister): string {
  const value = read();
  const parts = fields.map((field) => {
    const bits = BigInt.asUintN(field.widthBits, value >> BigInt(field.lsb));
    return ` ${field.name}=${field.widthBits === 1 ? bits : hex(bits)}`;
  });
  return `${name} ${hex64(value)}${parts.join("")}\n`;
}

function trace(conversation: Conversation, argument: string): string {
  const buffer = conversation.traces[conversation.selected];
  if (buffer === undefined) return "there is nothing to trace\n";
  if (argument === "") {
    if (buffer.limit === 0) return "no trace is kept; monitor trace N begins one\n";
    return buffer
      .lines()
      .map((line) => `${line}\n`)
      .join("");
  }
  const count = numberIn(argument);
  if (count === undefined) return `${argument} is no number\n`;
  buffer.keep(Number(count));
  return buffer.limit === 0 ? "no trace is kept\n" : `the last ${buffer.limit} lines are kept\n`;
}

/** A decimal or 0x number of at most 64 bits. */
function numberIn(text: string): bigint | undefined {
  return /^(0[xX][0-9a-fA-F]{1,16}|[0-9]{1,19})$/.test(text) ? BigInt(text) : undefined;
}
