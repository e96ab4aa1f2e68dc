import type { Model } from "../model/types.js";

/** Bytes of a page; the board's granule. */
export const PAGE = 4096n;

/** RAM of the host, and where its kernel's image and data lie in it, as offsets into the linear map. */
const HOST_RAM = 0x4000_0000n;
const HOST_RAM_BYTES = 0x20_0000n;
/** RAM that the host gives to the guest. */
const GUEST_RAM = 0x8_8000_0000n;
const GUEST_RAM_PAGES = 64n;

/** Offsets into the host's linear map. */
const offsets = {
  hostText: 0x08_0000n,
  hypText: 0x0a_0000n,
  hostStack: 0x0c_0000n,
  mailbox: 0x0c_1000n,
  kvm: 0x0d_0000n,
  vcpu: 0x0e_0000n,
  hostContext: 0x10_0000n,
  hypStack: 0x12_0000n,
  tables: 0x14_0000n,
  unmapped: 0x1f_0000n,
} as const;

/** The part of the host's kernel that an address of it belongs to. */
export type HostPart = keyof typeof offsets;

/** Pages of the guest's physical memory (IPA), counted from its start. */
export const guestPages = {
  text: 0n,
  values: 8n,
  stack: 10n,
  data: 12n,
  otherData: 13n,
  moreText: 16n,
  tables: 32n,
} as const;

/**
 * Where everything on the board lies. The host's kernel runs in its linear map; EL2 sees the same memory at what
 * HYP_PAGE_OFFSET_MASK leaves of a kernel address. The guest has addresses of three kinds: its own VAs, IPAs from
 * guestIpa up, and the physical pages behind them, which are in another order.
 */
export class AddressMap {
  readonly pageOffset: bigint;
  readonly hypMask: bigint;
  readonly hostRam = { base: HOST_RAM, bytes: HOST_RAM_BYTES };
  readonly guestRam = { base: GUEST_RAM, bytes: GUEST_RAM_PAGES * PAGE };
  readonly guestIpa = 0x8000_0000n;
  /** A device page: the interrupt controller's acknowledge register. */
  readonly interruptControllerPa = 0x0800_0000n;
  /** The guest's kernel half, through TTBR1_EL1, and a page of a process of it, through TTBR0_EL1. */
  readonly guestText: bigint;
  readonly guestProcess = 0x12_3450_0000n;

  constructor(model: Model) {
    this.pageOffset = constantOf(model, "PAGE_OFFSET");
    this.hypMask = constantOf(model, "HYP_PAGE_OFFSET_MASK");
    this.guestText = BigInt.asUintN(64, -(1n << BigInt(this.vaBits))) + 0x8_0000n;
  }

  /** Width of the kernel's addresses, of EL2's, and of the guest's own. */
  get vaBits(): number {
    return this.hypMask.toString(2).length;
  }

  /** Where the host's kernel maps the interrupt controller: outside its linear map. */
  get interruptController(): bigint {
    return this.pageOffset - 0x10_0000n;
  }

  /** The kernel address of a part of the host. */
  host(part: HostPart): bigint {
    return this.pageOffset + offsets[part];
  }

  /** The kernel address of physical memory of the host. */
  hostOf(physical: bigint): bigint {
    return this.pageOffset + (physical - HOST_RAM);
  }

  /** How EL2 sees a kernel address: kern_hyp_va. */
  hyp(kernel: bigint): bigint {
    return kernel & this.hypMask;
  }

  /** The physical address behind a kernel address of the linear map, or behind EL2's view of it. */
  physical(address: bigint): bigint {
    return (address & this.hypMask) - (this.pageOffset & this.hypMask) + HOST_RAM;
  }

  /** The IPA of a page of the guest's memory. */
  ipa(page: bigint): bigint {
    return this.guestIpa + page * PAGE;
  }

  /** The physical address that the host gave an IPA at first. Neighbours in IPA are no neighbours here. */
  physicalOfIpa(ipa: bigint): bigint {
    const page = (ipa - this.guestIpa) / PAGE;
    return GUEST_RAM + ((page * 37n + 11n) % GUEST_RAM_PAGES) * PAGE + ((ipa - this.guestIpa) % PAGE);
  }

  /** The guest's kernel address of a page of its memory. */
  guestKernel(page: bigint): bigint {
    return this.guestText + page * PAGE;
  }
}

/** The value of a constant of the layout. Throws when it is missing: hyp.S could not have been assembled. */
export function constantOf(model: Model, name: string): bigint {
  const constant = model.constants.find((c) => c.name === name);
  if (constant === undefined) throw new Error(`the layout has no constant ${name}, which hyp.S needs`);
  return constant.value;
}
