import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Bodies, overlay } from "./extend-fixture.js";

/**
 * A folder of layouts, gone when the test has ended: `base`, which is the posted layout, and the given ones, which
 * extend it.
 */
export function layoutFolders(layouts: Readonly<Record<string, Bodies>>): string {
  const folder = mkdtempSync(join(tmpdir(), "worldswitch-extend-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  cpSync("schema/kvm-arm64-v3", join(folder, "base"), { recursive: true });
  for (const [name, bodies] of Object.entries(layouts)) {
    mkdirSync(join(folder, name));
    for (const [document, source] of Object.entries(overlay(name, bodies)))
      writeFileSync(join(folder, name, document), source.text);
  }
  return folder;
}
