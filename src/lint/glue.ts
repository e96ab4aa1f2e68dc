/**
 * What the fixed part of the assembly (templates/asm) defines and needs by name: the rules hold a layout to it.
 */

/** Labels that the assembly defines. */
export const GLUE_LABELS: readonly string[] = [
  "__kvm_hyp_code_start",
  "__kvm_hyp_code_end",
  "__kvm_vcpu_run",
  "__kvm_vcpu_return",
  "__kvm_tlb_flush_vmid_ipa",
  "__kvm_flush_vm_context",
  "__kvm_hyp_panic",
  "__hyp_panic_str",
  "kvm_call_hyp",
  "el1_sync",
  "el1_trap",
  "el1_irq",
  "__kvm_hyp_vector",
];

/** Macros that the assembly defines. */
export const GLUE_MACROS: readonly string[] = [
  "kern_hyp_va",
  "push",
  "pop",
  "ventry",
  "invalid_vector",
  "activate_traps",
  "deactivate_traps",
  "activate_vm",
  "deactivate_vm",
];

/** System registers that the assembly keeps a value of its own in. */
export const GLUE_REGISTERS: readonly { readonly name: string; readonly use: string }[] = [
  { name: "TPIDR_EL2", use: "how the vectors find the vcpu" },
];

/** How an instruction takes a constant: MOV, ADD and CMP, logical operations, a bit number, a 64-bit word. */
export type Immediate = "move" | "arithmetic" | "logical" | "bit" | "word";

/** Constants that the assembly uses by name, and how. */
export const GLUE_CONSTANTS: readonly {
  readonly name: string;
  readonly takes: readonly Immediate[];
  readonly what: string;
}[] = [
  { name: "HYP_PAGE_OFFSET_MASK", takes: ["logical"], what: "kern_hyp_va's mask" },
  { name: "HYP_PAGE_OFFSET", takes: ["word"], what: "the panic's way from EL2's addresses" },
  { name: "PAGE_OFFSET", takes: ["word"], what: "the panic's way to the kernel's addresses" },
  { name: "ESR_EL2_EC_SHIFT", takes: ["bit"], what: "the exception class of a trap" },
  { name: "ESR_EL2_EC_HVC64", takes: ["arithmetic"], what: "the test for a hypervisor call" },
  { name: "ESR_EL2_EC_DABT", takes: ["arithmetic"], what: "the test for a data abort" },
  { name: "ESR_EL2_EC_IABT", takes: ["move"], what: "the test for an instruction abort" },
  { name: "ESR_EL2_FSC_TYPE", takes: ["logical"], what: "the test for a permission fault" },
  { name: "FSC_PERM", takes: ["arithmetic"], what: "the test for a permission fault" },
  { name: "ESR_EL2_S1PTW_SHIFT", takes: ["bit"], what: "the test for a fault on a stage 1 walk" },
  { name: "ARM_EXCEPTION_TRAP", takes: ["move"], what: "the exit code of a trap" },
  { name: "ARM_EXCEPTION_IRQ", takes: ["move"], what: "the exit code of an interrupt" },
];

/** Syndrome registers that the assembly has in registers at a trap, and stores. */
export const GLUE_FAULTS: readonly string[] = ["ESR_EL2", "FAR_EL2", "HPFAR_EL2"];
