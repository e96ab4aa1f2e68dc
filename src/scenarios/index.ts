import { alwaysFailingTranslation } from "./plays/always-failing-translation.js";
import { callHyp } from "./plays/call-hyp.js";
import { flushVmContext } from "./plays/flush-vm-context.js";
import { fp } from "./plays/fp.js";
import { hvc } from "./plays/hvc.js";
import { irq } from "./plays/irq.js";
import { panic } from "./plays/panic.js";
import { panicInGuest } from "./plays/panic-in-guest.js";
import { parEl1 } from "./plays/par-el1.js";
import { permissionAt } from "./plays/permission-at.js";
import { permissionAtFetch } from "./plays/permission-at-fetch.js";
import { s1ptw } from "./plays/s1ptw.js";
import { stage2Translation } from "./plays/stage2-translation.js";
import { tlbFlushIpa } from "./plays/tlb-flush-ipa.js";
import { wideStore } from "./plays/wide-store.js";
import type { Scenario } from "./scenario.js";

export type { Board } from "./board.js";
export { placeHypervisor } from "./code.js";
export type { PlacedCode } from "./placed-code.js";
export type { Actor, Check, Counts, ScenarioReport, Step } from "./report.js";
export { type GuestProgram, type PlayOptions, play, type Scenario, type ScenarioInput } from "./scenario.js";
export type { StepControl } from "./session.js";
export { tellStory } from "./story.js";

/** Every scenario, in the order in which they are played. */
export const scenarios: readonly Scenario[] = [
  callHyp,
  hvc,
  stage2Translation,
  permissionAt,
  permissionAtFetch,
  s1ptw,
  irq,
  alwaysFailingTranslation,
  tlbFlushIpa,
  flushVmContext,
  panic,
  panicInGuest,
  fp,
  parEl1,
  wideStore,
];
