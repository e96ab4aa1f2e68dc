import { dirname, join } from "node:path/posix";
import { describe, expect, it } from "vitest";
import type { OutFile } from "../../src/core/out-file.js";
import { loadModel } from "../../src/model/load.js";
import type { Model } from "../../src/model/types.js";
import { targets } from "../../src/targets/index.js";
import { code, markdownText, table } from "../../src/targets/markdown.js";
import { mapStruct } from "../../src/targets/struct-map.js";
import { switchMoments } from "../../src/targets/switch-moments.js";
import { goldenModel } from "../golden/model.js";

const loaded = loadModel("schema/kvm-arm64-v3");
if (!loaded.ok) throw new Error("the layout does not load");
const model = loaded.value;

async function docs(of: Model): Promise<readonly OutFile[]> {
  const emitted = await Promise.all(targets.filter((t) => t.directory === "docs").map((t) => t.emit(of)));
  return emitted.flatMap((result) => (result.ok ? result.value : []));
}

/** The names of elements, opened and closed in pairs; throws at the first that is not. */
function elements(xml: string): string[] {
  const names: string[] = [];
  const open: string[] = [];
  const text = xml.replace(/<!--[\s\S]*?-->/g, "");
  for (const [tag, close, name, , self] of text.matchAll(
    /<(\/?)([a-z]+)((?:\s[\w:-]+="[^"<]*")*)\s*(\/?)>/g,
  )) {
    if (close === "/") expect(open.pop(), tag).toBe(name);
    else if (self !== "/") open.push(name ?? "");
    if (close !== "/") names.push(name ?? "");
  }
  expect(open).toEqual([]);
  expect(text.replaceAll(/<\/?[a-z]+(?:\s[\w:-]+="[^"<]*")*\s*\/?>/g, "")).not.toMatch(
    /[<>]|&(?!amp;|lt;|gt;)/,
  );
  return names;
}

describe("docs", () => {
  it("link only to files that are there", async () => {
    const files = await docs(model);
    const paths = new Set(files.map((file) => file.path));
    const links = files.flatMap((file) =>
      [...file.text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map((match) =>
        join(dirname(file.path), match[1] ?? ""),
      ),
    );
    expect(links.length).toBeGreaterThan(100);
    expect(links.filter((link) => !paths.has(link))).toEqual([]);
  });

  it("say of a register that several groups move when each of them does", async () => {
    const { worldSwitch } = model;
    const group = worldSwitch.groups.find(({ name }) => name === "sysregs");
    const [transfer] = group?.transfers ?? [];
    if (transfer === undefined) throw new Error("the layout has no group of system registers");
    const groups = worldSwitch.groups.map((one) =>
      one.name === "sysregs" ? one : { ...one, transfers: [...one.transfers, transfer] },
    );
    const files = await docs({ ...model, worldSwitch: { ...worldSwitch, groups } });
    const page = files.find(({ path }) => path === `docs/registers/${transfer.register}.md`)?.text ?? "";
    const moments = switchMoments(model).map(({ side, action, by }) => `| ${side} | ${action} | \`${by}\` |`);
    expect(page.match(/\| (?:guest|host) \| (?:saved|restored) \| `\w+` \|/g)).toEqual(moments);
  });

  it("have a page for every struct and every register of the order", async () => {
    const paths = (await docs(model)).map((file) => file.path);
    expect(paths).toEqual(
      expect.arrayContaining(model.structs.map((struct) => `docs/structs/${struct.name}.md`)),
    );
    const registers = model.sysregOrder.slots.map((slot) => `docs/registers/${slot.name}.md`);
    expect(paths).toEqual(expect.arrayContaining(registers));
  });

  it("show what a document says as text, not as Markdown or tags", () => {
    expect(markdownText("a|b *c* <d> [e](f) `g` h_i _j_\nk")).toBe(
      "a\\|b \\*c\\* &lt;d&gt; \\[e\\](f) \\`g\\` h_i \\_j\\_ k",
    );
    expect(code("a|b`c`")).toBe("`a\\|b'c'`");
    expect(table([">n", ""], [["1", ""]])).toBe("| n | |\n| ---: | --- |\n| 1 | |");
    expect(table(["n"], [])).toBe("");
  });
});

describe("map of the vcpu", () => {
  it.each(
    [...goldenModel.structs, ...model.structs].map((struct) => [struct.name, struct] as const),
  )("covers every byte of struct %s once", (_, struct) => {
    const { leaves } = mapStruct(struct, goldenModel.structs.includes(struct) ? goldenModel : model);
    let end = 0;
    for (const leaf of leaves) {
      expect(leaf.offsetBytes, leaf.path).toBe(end);
      end += leaf.sizeBytes;
    }
    expect(end).toBe(struct.sizeBytes);
  });

  it("is well-formed, also when the documents hold markup", async () => {
    const [frame, ...rest] = goldenModel.structs;
    if (frame === undefined) throw new Error("unreachable");
    const [esr, ...members] = frame.members;
    if (esr === undefined) throw new Error("unreachable");
    const hostile = {
      ...frame,
      members: [{ ...esr, doc: `</title><script>alert("&")</script>\u0007-->` }, ...members],
    };
    for (const each of [goldenModel, model, { ...goldenModel, structs: [hostile, ...rest] }]) {
      const svg = (await docs(each)).find((file) => file.path.endsWith(".svg"))?.text ?? "";
      expect(elements(svg)).not.toContain("script");
      expect(elements(svg).filter((name) => name === "rect").length).toBeGreaterThan(20);
    }
  });

  it("draws each box as wide as its bytes", async () => {
    const svg = (await docs(goldenModel)).find((file) => file.path.endsWith(".svg"))?.text ?? "";
    const boxes = [...svg.matchAll(/<g class="box [^"]*"><title>[^<]*<\/title>\n((?:<rect [^>]*>\n)+)/g)];
    const widths = boxes.map((box) =>
      [...(box[1] ?? "").matchAll(/ width="(\d+)"/g)].reduce((sum, match) => sum + Number(match[1]), 0),
    );
    const [, , vcpu] = goldenModel.structs;
    if (vcpu === undefined) throw new Error("unreachable");
    expect(widths).toEqual(mapStruct(vcpu, goldenModel).leaves.map((leaf) => leaf.sizeBytes * 16));
  });
});

describe("switchMoments", () => {
  it("tells who saves and restores each group, through calls and procedures", () => {
    const moments = switchMoments(model).filter((moment) => moment.group === "sysregs");
    expect(moments.map(({ way, side, action, by }) => `${way}: ${side} ${action} by ${by}`)).toEqual([
      "entry: host saved by __save_sysregs",
      "entry: guest restored by __restore_sysregs",
      "exit: guest saved by __save_sysregs",
      "exit: host restored by __restore_sysregs",
    ]);
  });

  it("counts what goes by the stack once, where it is stored and unstacked", () => {
    const moments = switchMoments(model).filter((moment) => moment.group === "guest_stacked");
    expect(moments.map(({ way, action }) => `${way} ${action}`)).toEqual(["entry restored", "exit saved"]);
  });
});
