/** A document's text. file: as diagnostics name it. */
export interface SourceText {
  readonly file: string;
  readonly text: string;
}

/** The six documents of a layout folder by name, and the kind of each: the schema that it follows. */
export const LAYOUT_DOCUMENTS = {
  "layout.json": "layout",
  "constants.json": "constants",
  "vcpu-context.json": "structs",
  "sysreg-order.json": "sysreg-order",
  "asm-offsets.json": "asm-offsets",
  "world-switch.json": "world-switch",
} as const;

export type LayoutDocumentName = keyof typeof LAYOUT_DOCUMENTS;

/** The architecture's documents: schema/arm64/sysregs and schema/arm64/a64, each sorted by name. */
export interface ArchitectureSources {
  readonly sysregs: readonly SourceText[];
  readonly a64: readonly SourceText[];
}

/** The documents of a folder whose layout extends another: what differs; absent is what does not. */
export type LayoutOverlay = Readonly<Partial<Record<LayoutDocumentName, SourceText>>>;

/**
 * The documents of a layout. documents: of the layout itself, or of the one at the root of what it extends.
 * overlays: of the layouts that extend it, each on top of the one before; the layout's own is the last.
 */
export interface LayoutChain {
  readonly documents: Readonly<Record<LayoutDocumentName, SourceText>>;
  readonly overlays?: readonly LayoutOverlay[];
}

/**
 * All texts that a model is made of.
 * architecture: compiled once per object, so that many layouts can be resolved against the same one.
 */
export interface LayoutSources extends LayoutChain {
  readonly architecture: ArchitectureSources;
}
