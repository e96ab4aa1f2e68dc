#!/usr/bin/env node
import { stampFile, tellUpToDate } from "./up-to-date.js";

/** What tells this build from others, as scripts/bundle-command.mjs knows it. */
declare const BUILD_ID: string;

// The first question of a build is whether there is anything to do: nothing else is loaded for it.
const args = process.argv.slice(2);
const stamp = stampFile(args, BUILD_ID);
if (stamp === undefined || !tellUpToDate(stamp))
  import("./launch.js").then(({ launch }) => launch(args, stamp));
