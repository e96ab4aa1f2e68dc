import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Architecture } from "../../../src/runtime/index.js";
import { architecture } from "../../unit/runtime-architecture.js";

/** Identification registers of QEMU's Cortex-A57, as the processor's reference manual gives them. */
const identification: Readonly<Record<string, bigint>> = {
  MIDR_EL1: 0x411f_d070n,
  MPIDR_EL1: 0x8000_0000n,
  VPIDR_EL2: 0x411f_d070n,
  VMPIDR_EL2: 0x8000_0000n,
  CTR_EL0: 0x8444_c004n,
  CLIDR_EL1: 0x0a20_0023n,
  CCSIDR_EL1: 0x701f_e00an,
  DCZID_EL0: 4n,
  ID_PFR0_EL1: 0x131n,
  ID_PFR1_EL1: 0x11001n,
  ID_DFR0_EL1: 0x0301_0006n,
  PMCEID0_EL0: 0x2_0001n,
  CNTFRQ_EL0: 62_500_000n,
  MDCR_EL2: 6n,
  ID_MMFR0_EL1: 0x1010_1105n,
  ID_MMFR1_EL1: 0x4000_0000n,
  ID_MMFR2_EL1: 0x0126_0000n,
  ID_MMFR3_EL1: 0x0210_2211n,
  ID_ISAR0_EL1: 0x0210_1110n,
  ID_ISAR1_EL1: 0x1311_2111n,
  ID_ISAR2_EL1: 0x2123_2042n,
  ID_ISAR3_EL1: 0x0111_2131n,
  ID_ISAR4_EL1: 0x0001_1142n,
  ID_ISAR5_EL1: 0x0001_1121n,
  MVFR0_EL1: 0x1011_0222n,
  MVFR1_EL1: 0x1211_1111n,
  MVFR2_EL1: 0x43n,
  ID_AA64PFR0_EL1: 0x0222n,
  ID_AA64DFR0_EL1: 0x1030_5106n,
  ID_AA64ISAR0_EL1: 0x1_1120n,
  ID_AA64MMFR0_EL1: 0x1124n,
};

/** Registers of the catalogue that a processor with EL2 and without EL3 and ThumbEE lacks. */
const absentByLevel = ["RVBAR_EL1", "RMR_EL1", "RMR_EL2", "TEECR32_EL1", "TEEHBR32_EL1"];

/** The processor counts six events. */
const EVENT_COUNTERS = 6;
const absentCounters = Array.from({ length: 31 - EVENT_COUNTERS }, (_, i) => EVENT_COUNTERS + i).flatMap(
  (n) => [`PMEVCNTR${n}_EL0`, `PMEVTYPER${n}_EL0`],
);

/** Optional features of the catalogue's registers that the processor has. */
const features: ReadonlySet<string> = new Set(["FEAT_PMUv3"]);

interface RegisterDocument {
  readonly name: string;
  readonly since: string;
  readonly feature?: string;
}

/** Names of the catalogue's registers that a Cortex-A57 lacks: of later architectures, and of features that it has not. */
function absentRegisters(): ReadonlySet<string> {
  const folder = fileURLToPath(new URL("../../../schema/arm64/sysregs/", import.meta.url));
  const documents = readdirSync(folder).flatMap(
    (name) => JSON.parse(readFileSync(`${folder}${name}`, "utf8")).registers as RegisterDocument[],
  );
  const absent = documents.filter(
    ({ since, feature }) => since !== "armv8-a" || (feature !== undefined && !features.has(feature)),
  );
  return new Set([...absent.map(({ name }) => name), ...absentCounters, ...absentByLevel]);
}

const absent = absentRegisters();

/** The architecture of the catalogue as a Cortex-A57 implements it. */
export const cortexA57: Architecture = {
  ...architecture,
  registers: architecture.registers
    .filter(({ name }) => !absent.has(name))
    .map((register) => {
      const reset = identification[register.name];
      return reset === undefined ? register : { ...register, reset };
    }),
};
