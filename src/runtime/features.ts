import { type PstateField, pstateFields } from "./pstate.js";
import type { RegisterFile } from "./register-file.js";

/** PSTATE fields that came after Armv8.0, and the ID register field that says whether they are there. */
const laterFields: readonly {
  readonly field: PstateField;
  readonly register: string;
  readonly idField: string;
  /** The least value of the ID field that means yes. */
  readonly least: number;
}[] = [
  { field: "PAN", register: "ID_AA64MMFR1_EL1", idField: "PAN", least: 1 },
  { field: "UAO", register: "ID_AA64MMFR2_EL1", idField: "UAO", least: 1 },
  { field: "DIT", register: "ID_AA64PFR0_EL1", idField: "DIT", least: 1 },
  { field: "SSBS", register: "ID_AA64PFR1_EL1", idField: "SSBS", least: 1 },
  { field: "TCO", register: "ID_AA64PFR1_EL1", idField: "MTE", least: 2 },
];

/** The PSTATE fields of a machine with these ID registers. */
export function implementedPstate(registers: RegisterFile): ReadonlySet<PstateField> {
  const absent = laterFields.filter(({ register, idField, least }) => {
    const known = registers.fieldRange(register, idField) !== undefined;
    return !known || registers.field(register, idField)() < least;
  });
  return new Set(pstateFields.filter((field) => !absent.some((later) => later.field === field)));
}
