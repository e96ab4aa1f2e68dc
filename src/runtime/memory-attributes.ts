/** Attributes of memory as MAIR_ELx and PAR_EL1 encode them: a byte, of which 0b0000xx00 is Device memory. */

const DEVICE = 0x00;
const NON_CACHEABLE = 0x44;
export const NORMAL_WRITE_BACK = 0xff;

/** Shareability as descriptors and PAR_EL1 encode it. */
export const shareability = { none: 0, outer: 2, inner: 3 } as const;

/** Whether a byte says Device memory. */
export function isDevice(attributes: number): boolean {
  return attributes >> 4 === DEVICE;
}

/** Whether MemAttr[3:0] of a stage 2 descriptor says Device memory. */
export function isDeviceAtStage2(memAttr: number): boolean {
  return memAttr >> 2 === 0;
}

/** Device memory, and Normal memory that no cache may hold, is Outer Shareable whatever a descriptor says. */
export function effectiveShareability(attributes: number, described: number): number {
  return isDevice(attributes) || attributes === NON_CACHEABLE ? shareability.outer : described;
}

/** The wider of the two stages' shareability. Source: DDI0487, S2CombineS1Desc. */
export function wider(first: number, second: number): number {
  const either = (kind: number) => first === kind || second === kind;
  if (either(shareability.outer)) return shareability.outer;
  return either(shareability.inner) ? shareability.inner : shareability.none;
}

/**
 * The attributes of both stages together: the stricter kind of Device memory, else the less cached of both, with stage 1's
 * allocation hints. memAttr: of stage 2; nonCacheable: HCR_EL2.CD. Source: DDI0487, S2CombineS1Desc, S2AttrDecode.
 */
export function combinedAttributes(first: number, memAttr: number, nonCacheable: boolean): number {
  if (isDeviceAtStage2(memAttr)) {
    const kind = (memAttr & 3) << 2;
    return isDevice(first) ? Math.min(first & 0xc, kind) : kind;
  }
  if (isDevice(first)) return first;
  const [outer, inner] = nonCacheable ? [1, 1] : [memAttr >> 2, memAttr & 3];
  return (lessCached(first >> 4, outer) << 4) | lessCached(first & 0xf, inner);
}

/** A nibble of MAIR limited by a field of MemAttr: 1 Non-cacheable, 2 Write-Through; its reserved 0 limits nothing. */
function lessCached(nibble: number, limit: number): number {
  if (nibble === 4 || limit === 1) return 4;
  const writesBack = (nibble & 4) !== 0;
  return writesBack && limit === 2 ? 8 | (nibble & 3) : nibble;
}
