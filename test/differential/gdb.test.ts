import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main, root } from "../cli/command.js";
import { requireTool } from "../oracles/tools.js";
import { freePort, gdb, serve, type WaitingServer } from "./gdb-session.js";

/** gdb-multiarch against `run --gdb`, and against QEMU's own server where both run the same program. */

const multiarch = requireTool("gdb-multiarch");
const qemu = requireTool("qemu-system-aarch64");
const as = requireTool("aarch64-linux-gnu-as");
const ld = requireTool("aarch64-linux-gnu-ld");

const folder = mkdtempSync(join(tmpdir(), "worldswitch-gdb-test-"));
const servers: WaitingServer[] = [];
afterAll(() => {
  for (const server of servers) server.kill();
  rmSync(folder, { recursive: true, force: true });
});

async function ours(args: readonly string[]): Promise<WaitingServer> {
  const server = await serve(
    process.execPath,
    [main, "run", ...args, "--gdb", "0"],
    root,
    (stderr) => /target remote (127\.0\.0\.1:\d+)/.exec(stderr)?.[1],
  );
  servers.push(server);
  return server;
}

describe.skipIf(multiarch === undefined)("gdb on a scenario", () => {
  const symbols = join(folder, "hvc.elf");
  const start = () => ours(["-l", "kvm-arm64", "-s", "hvc", "--gdb-symbols", symbols]);

  test("stops in the world switch by name, and shows registers, code, fields and translations", async () => {
    const server = await start();
    const output = gdb(
      multiarch!,
      server.address,
      symbols,
      [
        "info registers pc",
        "hbreak *__kvm_vcpu_run",
        "continue",
        "backtrace 1",
        "x/2i $pc",
        "p $SCTLR_EL1",
        "p/x $HCR_EL2",
        "info registers HCR_EL2",
        "stepi",
        "stepi",
        "p/x $pc",
        "p/x $TPIDR_EL2 == $x0",
        "x/2gx $x0",
        "info threads",
        "monitor translate 0x40000e0000",
        "x/gx 0x1000",
        "detach",
      ],
      root,
    );
    expect(output).toMatch(/pc +0xffffffc000080800 .*<host_call>/);
    expect(output).toMatch(/Breakpoint 1, 0x00000040000a01c0 in __kvm_vcpu_run \(\)/);
    expect(output).toMatch(/=> 0x40000a01c0 <__kvm_vcpu_run>:\tand\tx0, x0, #0x7fffffffff/);
    expect(output).toMatch(/\$1 = \[ .*\bSA C M \]/);
    expect(output).toContain("$2 = 0x80000000");
    expect(output).toMatch(/HCR_EL2 +0x80000000 +\[ .*RW/);
    expect(output).toContain("$3 = 0x40000a01c8");
    expect(output).toContain("$4 = 0x1");
    expect(output).toMatch(/0x40000e0000:\t0xffffffc0000d0000\t0xa5a5a5a5a5a5a5a5/);
    expect(output).toMatch(/\* 1 +Thread 1 \(PE 0\)/);
    expect(output).toMatch(/EL2 0x40000e0000 -> PA 0x400e0000 \(RAM\)/);
    expect(output).toContain("detached");
    expect(await server.ended).toMatchObject({ status: 0, stdout: expect.stringMatching(/^✓ hvc/) });
  });

  test("shows a register that the debugger has spoilt as a failed check, and the end as an exit", async () => {
    const server = await start();
    const output = gdb(
      multiarch!,
      server.address,
      symbols,
      ["break *__kvm_vcpu_run", "continue", "delete", "set var $TPIDR_EL1 = 0x1234", "continue"],
      root,
    );
    expect(output).toMatch(/exited with code 01/);
    const { status, stdout } = await server.ended;
    expect(status).toBe(1);
    expect(stdout).toContain("TPIDR_EL1");
  });

  test("ends the run with kill", async () => {
    const server = await start();
    gdb(multiarch!, server.address, symbols, ["stepi", "kill"], root);
    expect((await server.ended).status).toBe(1);
  });
});

const program = `
	.globl _start, finish, counter
_start:	mov	x0, #0
	adr	x1, counter
	mov	x2, #3
1:	add	x0, x0, #1
	str	x0, [x1]
	ldr	x3, [x1]
	subs	x2, x2, #1
	b.ne	1b
	adr	x5, vectors
	msr	vbar_el2, x5
	ldr	d1, [x1]
	brk	#5
	bl	finish
finish:	mov	w0, #0x18
	adr	x1, block
	hlt	#0xf000
	b	.
	.balign	16
counter: .quad	0
block:	.quad	0x20026, 0
	.balign	2048
vectors: .space	0x200
	mrs	x7, esr_el2
	mrs	x8, elr_el2
	add	x8, x8, #4
	msr	elr_el2, x8
	eret
`;

describe.skipIf(multiarch === undefined || qemu === undefined || as === undefined || ld === undefined)(
  "gdb on a bare-metal program sees here what it sees on QEMU",
  () => {
    const elf = join(folder, "program.elf");
    beforeAll(() => {
      const source = join(folder, "program.S");
      writeFileSync(source, program);
      execFileSync(as!, ["-o", join(folder, "program.o"), source]);
      const place = ["--no-warn-rwx-segments", "-Ttext=0x40080000", "-e", "_start"];
      execFileSync(ld!, [...place, "-o", elf, join(folder, "program.o")]);
    });

    async function theirs(): Promise<WaitingServer> {
      const port = await freePort();
      const board = [
        "-M",
        "virt,virtualization=on",
        "-cpu",
        "cortex-a57",
        "-m",
        "128",
        "-nographic",
        "-nic",
        "none",
      ];
      const quiet = ["-serial", "none", "-monitor", "none", "-semihosting-config", "enable=on,target=native"];
      const args = [...board, ...quiet, "-kernel", elf, "-S", "-gdb", `tcp:127.0.0.1:${port}`];
      const server = await serve(qemu!, args, root, () => `127.0.0.1:${port}`);
      servers.push(server);
      return server;
    }

    const general = [...Array.from({ length: 31 }, (_, i) => `x${i}`), "sp", "pc"];
    const show = [
      ...general.map((name) => `p/x $${name}`),
      "p/x (unsigned)$cpsr & 0xfffffff",
      "x/2i $pc",
      "x/2gx &counter",
    ];
    // Entry to a handler leaves NZCV as they are (DDI0487, AArch64.TakeException); QEMU clears them.
    const flags = "p/x (unsigned)$cpsr >> 28";
    const FIRST_IN_HANDLER = 7;

    /** Commands, and what is stopped at after each of them is shown. */
    const walk: readonly (readonly string[])[] = [
      [],
      ["break *finish", "watch *(long*)&counter", "continue"],
      ["continue"],
      ["delete 2", "rwatch *(long*)&counter", "continue"],
      ["stepi"],
      ["delete 3", "awatch *(long*)&counter", "continue"],
      ["stepi 3"],
      [
        "delete 4",
        "hbreak *((long)&vectors + 0x200)",
        "continue",
        "p/x $d1.u",
        "p/x $ESR_EL2",
        "p/x $ELR_EL2",
        "p/x $FAR_EL2",
        "p/x $VBAR_EL2",
      ],
      ["stepi", "p/x $x7"],
      ["continue"],
      [
        "set var *(long*)&counter = 0x1122334455667788",
        "set var $x9 = 0x99",
        "set var $v2.d.u[1] = 7",
        "p/x $v2.d.u",
      ],
      ["continue"],
    ];
    const commands = walk.flatMap((part, i) => [
      ...part,
      `echo -- ${i}\\n`,
      ...(i === walk.length - 1 ? [] : show),
      ...(i < FIRST_IN_HANDLER ? [flags] : []),
    ]);
    // What either calls the process is its own.
    const plain = (output: string) => output.replace(/\[Inferior 1 \(.*?\) exited/, "[Inferior exited");

    test("stops, steps, watches, registers, memory, exceptions and the exit", async () => {
      const [here, there] = [await ours(["--elf", elf]), await theirs()];
      const seen = plain(gdb(multiarch!, here.address, elf, commands, root));
      const wanted = plain(gdb(multiarch!, there.address, elf, commands, root));
      expect(seen).toBe(wanted);
      expect(seen).toContain("-- 11");
      expect(seen).toContain("[Inferior exited normally]");
      expect(seen.match(/Hardware watchpoint 2/g)).toHaveLength(3);
      expect(await here.ended).toMatchObject({ status: 0 });
    });

    test("is interrupted while a program runs for ever", async () => {
      const spin = join(folder, "spin.elf");
      writeFileSync(join(folder, "spin.S"), "\t.globl _start\n_start:\tadd\tx0, x0, #1\n\tb\t_start\n");
      execFileSync(as!, ["-o", join(folder, "spin.o"), join(folder, "spin.S")]);
      execFileSync(ld!, ["-Ttext=0x40080000", "-o", spin, join(folder, "spin.o")]);
      const server = await ours(["--elf", spin]);
      const output = gdb(
        multiarch!,
        server.address,
        spin,
        [
          "python import threading, os, signal",
          "python threading.Timer(2, lambda: os.kill(os.getpid(), signal.SIGINT)).start()",
          "continue",
          "p $x0 > 1000",
          "p $pc >= (long)&_start && $pc <= (long)&_start + 4",
          "kill",
        ],
        root,
      );
      expect(output).toContain("Program received signal SIGINT");
      expect(output).toMatch(/\$1 = 1\n\$2 = 1\n/);
      expect((await server.ended).status).toBe(1);
    });

    test("has a thread for each PE", async () => {
      const server = await ours(["--elf", elf, "--cpus", "2"]);
      const output = gdb(
        multiarch!,
        server.address,
        elf,
        ["info threads", "thread 2", "p/x $MPIDR_EL1", "detach"],
        root,
      );
      expect(output).toMatch(/\* 1 +Thread 1 \(PE 0\).*\n +2 +Thread 2 \(PE 1\)/);
      expect(output).toContain("$1 = 0x80000001");
      expect((await server.ended).status).toBe(0);
    });
  },
);
