import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { boardTools } from "../differential/board-programs.js";
import { worldswitch } from "./command.js";

/** A raw image that writes X0 to X3, SP, its own address and the first word of what X0 points to. */
const source = `
#ifdef TEXT_OFFSET
head:
    b start
    .word 0
    .quad TEXT_OFFSET, IMAGE_SIZE, 0xa
    .quad 0, 0, 0
    .ascii "ARM\\x64"
    .word 0
#endif
start:
    mov x19, x0
    mov x20, x1
    mov x21, x2
    mov x22, x3
    .irp value, x19, x20, x21, x22
    mov x28, \\value
    bl write
    .endr
    mov x28, sp
    bl write
    adr x28, start
    bl write
    ldr w28, [x19]
    bl write
    mov x0, #0x18
    adr x1, block
    hlt #0xf000
write:
    mov x27, #64
    mov x26, #0x09000000
1:  sub x27, x27, #4
    lsr x25, x28, x27
    and x25, x25, #15
    cmp x25, #10
    add x9, x25, #'0'
    add x10, x25, #'a' - 10
    csel x9, x9, x10, lo
    str w9, [x26]
    cbnz x27, 1b
    mov w9, #'\\n'
    str w9, [x26]
    ret
    .balign 8
block:
    .quad 0x20026, 0
`;

const tools = boardTools();

describe.skipIf(tools === undefined)("a raw image begins as on QEMU", () => {
  let cwd = "";
  beforeAll(() => {
    cwd = mkdtempSync(join(tmpdir(), "worldswitch-image-"));
    writeFileSync(join(cwd, "image.S"), source);
  });
  afterAll(() => rmSync(cwd, { recursive: true }));

  it.each([
    ["without a header", [], 128],
    ["in little memory", [], 32],
    ["in much memory", [], 1024],
    ["with a Linux header", ["-DTEXT_OFFSET=0x280000", "-DIMAGE_SIZE=0x1000"], 128],
    ["with a Linux header that wants the start of RAM", ["-DTEXT_OFFSET=0", "-DIMAGE_SIZE=0x1000"], 128],
    ["with a Linux header from before sizes", ["-DTEXT_OFFSET=0x280000", "-DIMAGE_SIZE=0"], 128],
    ["that reaches over where the tree would be", ["-DTEXT_OFFSET=0x1000000", "-DIMAGE_SIZE=0x1000"], 32],
  ])("%s", (_, defines, memory) => {
    execFileSync(tools!.gcc, ["-c", "-o", "image.o", ...defines, "image.S"], { cwd });
    execFileSync(tools!.gcc.replace(/gcc$/, "objcopy"), ["-O", "binary", "image.o", "image.bin"], { cwd });
    const size = ["-m", String(memory), "-M", "virt,virtualization=on", "-cpu", "cortex-a57"];
    const streams = [
      "-display",
      "none",
      "-nic",
      "none",
      "-monitor",
      "none",
      "-serial",
      "stdio",
      "-semihosting",
    ];
    const qemu = spawnSync(tools!.qemu, [...size, ...streams, "-kernel", "image.bin"], {
      cwd,
      timeout: 20_000,
    });
    const here = worldswitch(
      ["run", "--image", "image.bin", "--memory", String(memory), "--max-instructions", "1000000"],
      { cwd },
    );
    expect(here.stdout.split("\n")).toEqual(qemu.stdout.toString().split("\n"));
    expect(here.status).toBe(qemu.status);
    expect(here.stdout.split("\n")).toHaveLength(8);
  });
});
