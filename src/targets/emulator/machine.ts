import type { Model } from "../../model/types.js";

export function machineStatements(_model: Model): string[] {
  return [];
}
