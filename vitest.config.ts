import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const builtCommand = ["test/cli/**/*.test.ts", "test/differential/gdb.test.ts"];

// vitest prints failures by Map.groupBy, which Node 20 does not have yet.
if (!("groupBy" in Map)) Object.assign(Map, { groupBy });

function groupBy<K, T>(items: Iterable<T>, keyOf: (item: T, index: number) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  let index = 0;
  for (const item of items) {
    const key = keyOf(item, index++);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

export default defineConfig({
  resolve: {
    alias: [
      { find: /^worldswitch\/runtime$/, replacement: at("./src/runtime/index.ts") },
      { find: /^worldswitch$/, replacement: at("./src/index.ts") },
    ],
  },
  test: {
    testTimeout: 120_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: "library", include: ["test/**/*.test.ts"], exclude: builtCommand } },
      // These run the built command in processes of their own.
      {
        extends: true,
        test: { name: "cli", include: builtCommand, globalSetup: "test/cli/build.ts" },
      },
    ],
  },
});
