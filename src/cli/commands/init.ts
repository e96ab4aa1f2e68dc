import type { Command } from "commander";
import type { Host } from "../host.js";

interface Options {
  readonly name?: string;
}

const EXAMPLES = `
Examples:
  $ worldswitch init schema/my-switch
  $ worldswitch init schema/my-switch --name my-switch-v2

The folder gets six documents: a whole world switch in small, without findings, to change from there.`;

/** `worldswitch init`: a new layout folder. */
export function addInit(program: Command, { terminal, finish }: Host): void {
  program
    .command("init")
    .description("make a new layout folder, small and valid")
    .argument("<dir>", "the folder to make, such as schema/my-switch; it must be empty or not exist")
    .option("--name <name>", "the layout's name (default: the folder's)")
    .addHelpText("after", EXAMPLES)
    .action(async (folder: string, options: Options) => {
      const { initLayout } = await import("../init-layout.js");
      finish(await initLayout(folder, options.name, terminal));
    });
}
