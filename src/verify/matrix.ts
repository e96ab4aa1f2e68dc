import type { Transfer } from "../model/types.js";
import type { Findings } from "./findings.js";
import { type Column, columns, type MatrixRow, type Verdict } from "./report.js";
import type { Subject } from "./subject.js";

/** The rows of the matrix: the switched registers in the order of their groups, then what traps, then what else was found. */
export function matrixOf(subject: Subject, findings: Findings): MatrixRow[] {
  const { guest, host } = subject.switched;
  const inHost = new Set(host.map((t) => t.register));
  const inGuest = new Set(guest.map((t) => t.register));
  const transfers = new Map([...host, ...guest].map((t) => [t.register, t]));
  const rows = [...transfers.values()].map((transfer) =>
    rowOf(findings, transfer, inGuest.has(transfer.register), inHost.has(transfer.register)),
  );
  const { traps, vm, fault } = subject.model.worldSwitch;
  const trapRows = [...traps, vm].map(({ register, at }): MatrixRow => {
    const verdicts = verdictsOf(findings, register.name, ["trap"]);
    return { register: register.name, kind: "trap", at, verdicts };
  });
  const faultRows = fault.map(({ register, place, at }): MatrixRow => {
    const verdicts = verdictsOf(findings, register.name, ["slot", "save"]);
    const { path, offsetBytes, widthBytes } = place;
    return { register: register.name, kind: "sysreg", member: path, offsetBytes, widthBytes, at, verdicts };
  });
  const known = new Set([...rows, ...trapRows, ...faultRows].map((row) => row.register));
  const others = [...new Set(findings.marks.map((mark) => mark.register))].filter((name) => !known.has(name));
  const otherRows = others.map((register): MatrixRow => {
    return { register, kind: "unswitched", verdicts: verdictsOf(findings, register, ["host"]) };
  });
  return [...rows, ...trapRows, ...faultRows, ...otherRows];
}

function rowOf(findings: Findings, transfer: Transfer, inGuest: boolean, inHost: boolean): MatrixRow {
  const { register, kind, place, at } = transfer;
  const applies: Column[] = ["slot", "save"];
  if (inGuest) applies.push("restore");
  if (inHost || kind !== "x") applies.push("host");
  return {
    ...{
      register,
      kind,
      member: place.path,
      offsetBytes: place.offsetBytes,
      widthBytes: place.widthBytes,
      at,
    },
    verdicts: verdictsOf(findings, register, applies),
  };
}

function verdictsOf(
  findings: Findings,
  register: string,
  applies: readonly Column[],
): Record<Column, Verdict> {
  const verdict = (column: Column): Verdict => {
    const marks = findings.marks.filter((mark) => mark.register === register && mark.column === column);
    if (marks.some((mark) => !mark.waived)) return "violation";
    if (marks.length > 0) return "waived";
    return applies.includes(column) ? "ok" : "not-applicable";
  };
  const [slot, save, restore, trap, host] = columns.map(verdict);
  const none = "not-applicable";
  return {
    slot: slot ?? none,
    save: save ?? none,
    restore: restore ?? none,
    trap: trap ?? none,
    host: host ?? none,
  };
}
