import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * What collects the young generation of V8's heap, a few milliseconds in which nobody waits. An edit in watch mode makes as many
 * objects as that has room for: without this, every edit but one in three is interrupted while most of them are still in use,
 * which then have to be copied.
 */
export function idleCollection(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("globalThis.gc");
  return () => {
    if (typeof collect === "function") collect({ type: "minor" });
  };
}
