import { type DeviceTreeNode, flattenDeviceTree } from "./device-tree.js";
import type { Program } from "./program.js";
import { UART_INTERRUPT, virtMap } from "./virt-map.js";

/** Space that is kept for the tree, as QEMU's board keeps it. */
const RESERVED_BYTES = 0x10_0000n;
/** How far behind the start of RAM a Linux Image finds the tree at most, if it is not in the way itself. */
const FURTHEST_BYTES = 0x800_0000n;
const TREE_ALIGNMENT = 0x20_0000n;

/** Interrupt specifiers of a GIC: shared or private, number, and trigger. Source: Devicetree binding arm,gic. */
const spi = 0;
const ppi = 1;
const levelHigh = 4;
const GIC_PHANDLE = 1;
const CLOCK_PHANDLE = 2;
/** PPIs of the secure physical, physical, virtual and hypervisor timer, less 16. */
const timerNumbers = [13, 14, 11, 10];

/**
 * A program with the board's device tree, where QEMU has it: at the start of RAM, or behind a Linux Image with X0 pointing
 * there. The program as it is when it leaves no room.
 */
export function withDeviceTree(program: Program, cpus: number, memoryBytes: bigint): Program {
  const address = program.linuxBoot === true ? behindImage(program, memoryBytes) : virtMap.ram;
  const end = address + RESERVED_BYTES;
  const blocked = program.parts.some(
    (part) => part.address < end && part.address + BigInt(part.bytes.length) > address,
  );
  if (blocked || end > virtMap.ram + memoryBytes) return program;
  const tree = { address, bytes: flattenDeviceTree(virtDeviceTree(cpus, memoryBytes)) };
  return {
    ...program,
    ...(program.linuxBoot === true ? { x0: address } : {}),
    parts: [...program.parts, tree],
  };
}

/** Half of RAM up, at most 128 MiB, and no lower than where the program ends; a multiple of 2 MiB. */
function behindImage({ parts }: Program, memoryBytes: bigint): bigint {
  const half = memoryBytes / 2n;
  let least = virtMap.ram + (half < FURTHEST_BYTES ? half : FURTHEST_BYTES);
  for (const { address, bytes } of parts) {
    const end = address + BigInt(bytes.length);
    if (end > least) least = end;
  }
  return (least + TREE_ALIGNMENT - 1n) & -TREE_ALIGNMENT;
}

/** What Linux and others look for on QEMU's virt board, as far as this board has it. */
export function virtDeviceTree(cpus: number, memoryBytes: bigint): DeviceTreeNode {
  return {
    name: "",
    properties: {
      compatible: ["linux,dummy-virt"],
      "#address-cells": [2],
      "#size-cells": [2],
      "interrupt-parent": [GIC_PHANDLE],
    },
    nodes: [
      { name: "chosen", properties: { "stdout-path": ["/pl011@9000000"] } },
      {
        name: "memory@40000000",
        properties: { device_type: ["memory"], reg: [...cells(virtMap.ram), ...cells(memoryBytes)] },
      },
      cpuNodes(cpus),
      {
        name: "psci",
        properties: { compatible: ["arm,psci-1.0", "arm,psci-0.2", "arm,psci"], method: ["smc"] },
      },
      gicNode(),
      {
        name: "timer",
        properties: {
          compatible: ["arm,armv8-timer", "arm,armv7-timer"],
          "always-on": [],
          interrupts: timerNumbers.flatMap((number) => [ppi, number, perCpu(cpus) | levelHigh]),
        },
      },
      {
        name: "apb-pclk",
        properties: {
          compatible: ["fixed-clock"],
          "#clock-cells": [0],
          "clock-frequency": [24_000_000],
          phandle: [CLOCK_PHANDLE],
        },
      },
      {
        name: "pl011@9000000",
        properties: {
          compatible: ["arm,pl011", "arm,primecell"],
          reg: [...cells(virtMap.uart), ...cells(0x1000n)],
          interrupts: [spi, UART_INTERRUPT - 32, levelHigh],
          clocks: [CLOCK_PHANDLE, CLOCK_PHANDLE],
          "clock-names": ["uartclk", "apb_pclk"],
        },
      },
    ],
  };
}

function cpuNodes(cpus: number): DeviceTreeNode {
  return {
    name: "cpus",
    properties: { "#address-cells": [1], "#size-cells": [0] },
    nodes: Array.from({ length: cpus }, (_, index) => ({
      name: `cpu@${index}`,
      properties: {
        device_type: ["cpu"],
        compatible: ["arm,cortex-a57"],
        reg: [index],
        ...(cpus > 1 ? { "enable-method": ["psci"] } : {}),
      },
    })),
  };
}

function gicNode(): DeviceTreeNode {
  const regions = [
    virtMap.distributor,
    virtMap.cpuInterface,
    virtMap.hypervisorInterface,
    virtMap.virtualCpuInterface,
  ];
  return {
    name: "intc@8000000",
    properties: {
      compatible: ["arm,cortex-a15-gic"],
      "#interrupt-cells": [3],
      "interrupt-controller": [],
      reg: regions.flatMap((base) => [...cells(base), ...cells(0x1_0000n)]),
      interrupts: [ppi, 9, levelHigh],
      phandle: [GIC_PHANDLE],
    },
  };
}

/** A 64-bit number as two cells. */
function cells(value: bigint): readonly number[] {
  return [Number(value >> 32n), Number(value & 0xffff_ffffn)];
}

/** Bits 15:8 of a PPI's specifier: the CPUs that it goes to. */
function perCpu(cpus: number): number {
  return ((1 << cpus) - 1) << 8;
}
