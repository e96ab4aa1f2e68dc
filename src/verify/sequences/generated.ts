/** What generated save and restore functions move registers through: see REGISTER_FILE of targets/ts-save-restore. */
export interface RegisterFile {
  readX(number: number): bigint;
  writeX(number: number, value: bigint): void;
  readQ(number: number): bigint;
  writeQ(number: number, value: bigint): void;
  readSysreg(name: string): bigint;
  writeSysreg(name: string, value: bigint): void;
}

/** A function that was printed for a routine of the world switch. */
export interface GeneratedRoutine {
  readonly name: string;
  run(cpu: RegisterFile, context: unknown): void;
}

/**
 * Save and restore functions as they were printed, and loaded. file: where from. routines: by the routine's name in the
 * layout; those that the file lacks are absent. contextBytes: of the context's class. contextAt: a view of a buffer.
 */
export interface GeneratedSequences {
  readonly file: string;
  readonly routines: ReadonlyMap<string, GeneratedRoutine>;
  readonly contextBytes: number;
  contextAt(buffer: ArrayBuffer): unknown;
}
