import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { ts } from "ts-morph";
import { afterAll, beforeAll, expect, test } from "vitest";
import { requireTool } from "../oracles/tools.js";

/**
 * The runtime in a browser: Chromium loads dist/runtime and the generated emulator as they are, under a policy that allows
 * WebAssembly and no other code made at run time, and runs the guest of bench/world-switch.mjs.
 */

const root = fileURLToPath(new URL("../../", import.meta.url));
const chromium = requireTool("chromium");
const gcc = requireTool("aarch64-linux-gnu-gcc");
const ROUNDS = 200;
const POLICY = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

const page = `<!doctype html><title>world switch</title><pre id="answer">nothing</pre><script type="module" src="/page.js"></script>`;

const script = `
import { EngineMemory, FastEngine, Machine, PhysicalMemory } from "/dist/runtime/index.js";
import { architecture } from "/emulator/machine.js";
const answer = document.getElementById("answer");
try {
  const { segments, entry, results } = await (await fetch("/program.json")).json();
  const size = 0x1000000n;
  const space = new EngineMemory(architecture.registers.length, size);
  const memory = new PhysicalMemory();
  memory.addRam(0x40000000n, size, space.takeRam(size));
  const machine = new Machine(architecture, { memory, storage: space.state, onHalt: () => true });
  const engine = new FastEngine(machine, space);
  for (const { address, bytes } of segments) memory.load(BigInt(address), Uint8Array.from(bytes));
  machine.pc = BigInt(entry);
  const { reason } = engine.run({ maxInstructions: 1e8 });
  let evaluated = true;
  try { new Function("return 1")(); } catch { evaluated = false; }
  const words = [0n, 8n].map((at) => Number(memory.read(BigInt(results) + at, 8)));
  answer.textContent = JSON.stringify({ reason, words, evaluated, fast: engine.counts.fast > 10000 });
} catch (error) {
  answer.textContent = JSON.stringify({ error: String(error) });
}
document.title = "done";
`;

interface Program {
  readonly segments: readonly { readonly address: string; readonly bytes: readonly number[] }[];
  readonly entry: string;
  readonly results: string;
}

function buildProgram(folder: string): Program {
  const elf = join(folder, "switch.elf");
  const guests = join(root, "bench/guests");
  const assembly = join(root, "generated/kvm-arm64/asm");
  const link = `-Wl,-T,${guests}/world-switch.ld,--build-id=none,--no-warn-rwx-segments`;
  const sources = ["-xassembler-with-cpp", `${guests}/world-switch.S`, `${assembly}/hyp.S`];
  execFileSync(gcc!, [
    "-nostdlib",
    "-static",
    `-I${assembly}`,
    `-DROUNDS=${ROUNDS}`,
    link,
    ...sources,
    "-o",
    elf,
  ]);
  const bytes = readFileSync(elf);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const segments = Array.from({ length: view.getUint16(56, true) }, (_, i) => {
    const at = Number(view.getBigUint64(32, true)) + i * view.getUint16(54, true);
    const offset = Number(view.getBigUint64(at + 8, true));
    const size = Number(view.getBigUint64(at + 32, true));
    return {
      address: `0x${view.getBigUint64(at + 24, true).toString(16)}`,
      bytes: [...bytes.subarray(offset, offset + size)],
    };
  });
  const symbols = execFileSync("aarch64-linux-gnu-nm", [elf]).toString();
  const results = BigInt(`0x${/^(\w+) . results$/m.exec(symbols)![1]}`);
  const physical = results - 0xffffffc000000000n + 0x40000000n;
  return { segments, entry: "0x40080000", results: `0x${physical.toString(16)}` };
}

/** A generated module as JavaScript, its import of the runtime led to ours. */
function transpiled(path: string): string {
  const source = readFileSync(join(root, "generated/kvm-arm64/ts", path.replace(/\.js$/, ".ts")), "utf8");
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    verbatimModuleSyntax: true,
  };
  const { outputText } = ts.transpileModule(source, { compilerOptions: options });
  return outputText.replaceAll('"worldswitch/runtime"', '"/dist/runtime/index.js"');
}

function answerTo(path: string, program: Program): readonly [type: string, body: string] | undefined {
  if (path === "/") return ["text/html", page];
  if (path === "/page.js") return ["text/javascript", script];
  if (path === "/program.json") return ["application/json", JSON.stringify(program)];
  if (path.startsWith("/dist/")) return ["text/javascript", readFileSync(join(root, path), "utf8")];
  return path.startsWith("/emulator/") ? ["text/javascript", transpiled(path)] : undefined;
}

const folder = mkdtempSync(join(tmpdir(), "worldswitch-browser-"));
let server: Server;

beforeAll(async () => {
  if (gcc === undefined || chromium === undefined) return;
  const program = buildProgram(folder);
  server = createServer((request, response) => {
    const answer = answerTo(request.url ?? "/", program);
    if (answer === undefined) response.writeHead(404).end();
    else {
      const [type, body] = answer;
      response.writeHead(200, { "content-type": type, "content-security-policy": POLICY }).end(body);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});

afterAll(() => {
  server?.close();
  rmSync(folder, { recursive: true, force: true });
});

test.skipIf(gcc === undefined || chromium === undefined)(
  "a world switch runs in a browser that allows WebAssembly and no other generated code",
  async () => {
    const { port } = server.address() as AddressInfo;
    const { stdout } = await promisify(execFile)(
      chromium!,
      [
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        `--user-data-dir=${folder}/profile`,
        "--timeout=60000",
        "--virtual-time-budget=60000",
        "--dump-dom",
        `http://127.0.0.1:${port}/`,
      ],
      { maxBuffer: 1 << 24, timeout: 120_000 },
    );
    const answer = JSON.parse(/id="answer">([^<]*)</.exec(stdout)![1]!.replaceAll("&quot;", '"'));
    expect(answer).toEqual({ reason: "halt", words: [2 * ROUNDS, ROUNDS], evaluated: false, fast: true });
  },
  150_000,
);
