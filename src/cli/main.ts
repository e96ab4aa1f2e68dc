#!/usr/bin/env node

import type { StampPlace } from "./up-to-date.js";

/** What tells this build from others, as scripts/bundle-command.mjs knows it. */
declare const BUILD_ID: string;

const args = process.argv.slice(2);

// The first question of a build is whether there is anything to do: nothing else is loaded for it, and it for nothing else.
if (args[0] === "generate")
  import("./up-to-date.js").then(({ stampPlace, tellUpToDate }) => {
    const stamp = stampPlace(args, BUILD_ID);
    if (stamp === undefined || !tellUpToDate(stamp)) start(stamp);
  });
else start(undefined);

function start(stamp: StampPlace | undefined): void {
  import("./launch.js").then(({ launch }) => launch(args, stamp));
}
