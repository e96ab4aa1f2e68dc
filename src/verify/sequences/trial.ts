import type { Values } from "../evaluate.js";
import type { Recording } from "./recording.js";

/** What the generated functions did on a way when its symbols had these values. */
export interface Trial {
  readonly values: Values;
  readonly recording: Recording;
}
