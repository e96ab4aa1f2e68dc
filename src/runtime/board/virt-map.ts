/** Where things are on the board, physical addresses. Source: QEMU's virt board with virtualization=on. */
export const virtMap = {
  distributor: 0x0800_0000n,
  cpuInterface: 0x0801_0000n,
  hypervisorInterface: 0x0803_0000n,
  virtualCpuInterface: 0x0804_0000n,
  uart: 0x0900_0000n,
  ram: 0x4000_0000n,
} as const;

/** Which PPI a timer drives. */
export const timerPpis = [
  { timer: "hypervisor", ppi: 26 },
  { timer: "virtual", ppi: 27 },
  { timer: "physical", ppi: 30 },
] as const;

/** Which shared interrupt the UART drives. */
export const UART_INTERRUPT = 33;

/** CNTFRQ_EL0. */
export const COUNTER_HERTZ = 62_500_000n;
