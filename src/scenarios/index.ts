import { hvc } from "./plays/hvc.js";
import { permissionAt } from "./plays/permission-at.js";
import { s1ptw } from "./plays/s1ptw.js";
import { stage2Translation } from "./plays/stage2-translation.js";
import type { Scenario } from "./scenario.js";

export { placeHypervisor } from "./code.js";
export type { PlacedCode } from "./placed-code.js";
export type { Actor, Check, Counts, ScenarioReport, Step } from "./report.js";
export { type GuestProgram, type PlayOptions, play, type Scenario, type ScenarioInput } from "./scenario.js";
export { tellStory } from "./story.js";

/** Every scenario, in the order in which they are played. */
export const scenarios: readonly Scenario[] = [hvc, stage2Translation, permissionAt, s1ptw];
