import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^worldswitch\/runtime$/, replacement: at("./src/runtime/index.ts") },
      { find: /^worldswitch$/, replacement: at("./src/index.ts") },
    ],
  },
  test: { include: ["test/**/*.test.ts"], testTimeout: 120_000, hookTimeout: 120_000 },
});
