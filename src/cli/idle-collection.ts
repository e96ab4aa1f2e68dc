import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

/**
 * What collects the young generation of V8's heap, a few milliseconds in which nobody waits. An edit in watch mode makes as many
 * objects as that has room for: without this, two edits of three are interrupted while most of them are in use, which are then
 * copied. The flag is taken back: no other context gets a `gc`.
 */
export function idleCollection(): () => void {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("globalThis.gc");
  setFlagsFromString("--no-expose-gc");
  return () => {
    if (typeof collect === "function") collect({ type: "minor" });
  };
}
