import { type FSWatcher, watch } from "node:fs";

/** How long the documents must be quiet: editors write a file in several steps. */
const QUIET_MILLISECONDS = 120;

/**
 * Calls onChange after each burst of changes in the folders (not below them), one call at a time; a change
 * during a call brings one more. Runs until the process ends.
 */
export function watchFolders(
  folders: readonly string[],
  onChange: () => Promise<void>,
): readonly FSWatcher[] {
  let timer: NodeJS.Timeout | undefined;
  let running = false;
  let again = false;
  const run = async (): Promise<void> => {
    if (running) {
      again = true;
      return;
    }
    running = true;
    do {
      again = false;
      await onChange();
    } while (again);
    running = false;
  };
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(run, QUIET_MILLISECONDS);
  };
  return folders.map((folder) => watch(folder, changed));
}
