import type { SourceRef } from "../core/source-ref.js";
import type { Group, Model, Waiver } from "../model/types.js";
import { CALLER_SAVED } from "./guest-state.js";
import type { Finding, Rule } from "./rule.js";
import { type Event, isMove, type Move, type Way, walkSwitch } from "./walk.js";

/**
 * A register is overwritten only after its value was saved, and not at all after it was restored.
 * Behind it: "keep them at the end", "nothing after this line", and sp_el0 that was restored too late: order that only
 * comments kept.
 */
export const rule: Rule = {
  code: "WS308",
  name: "live-registers",
  severity: "error",
  why: "the value of a register is lost between the guest and the host",
  check: (model) => [...new LiveRegisters(model, "entry").run(), ...new LiveRegisters(model, "exit").run()],
};

/** A value that must not be lost: why it is there, and where that was decided. */
interface Live {
  readonly text: string;
  readonly at?: SourceRef;
}

/** What the X registers hold along a way of the switch. */
class LiveRegisters {
  private readonly live = new Map<number, Live>();
  private readonly found: Finding[] = [];

  constructor(
    private readonly model: Model,
    private readonly way: Way,
  ) {
    const onStack = new Set(
      walkSwitch(model, way)
        .filter((e): e is Move => e.kind === "pop")
        .flatMap((e) => e.group.transfers.map((t) => t.register)),
    );
    for (let number = 0; number < 31; number++) {
      const name = `X${number}`;
      if (way === "entry" ? CALLER_SAVED.has(name) : onStack.has(name)) continue;
      this.live.set(number, { text: `${name}, which is saved later or not at all` });
    }
  }

  run(): Finding[] {
    const events = walkSwitch(this.model, this.way);
    if (this.way === "entry") this.live.delete(this.model.worldSwitch.registers.vcpu);
    for (const event of events) this.step(event);
    return this.found;
  }

  private step(event: Event): void {
    const { context, scratch, link } = this.model.worldSwitch.registers;
    const { at } = event;
    if (event.kind === "context") this.write(context, at, "the context's address");
    else if (event.kind === "procedure") this.write(link, at, `the return address of ${event.symbol}`);
    else if (event.kind === "traps" || event.kind === "vm") this.glue(event.kind, event.activate, at);
    else if (event.kind === "anchor") this.write(scratch, at, `the address of ${event.group.name}`);
    else if (isMove(event)) this.move(event);
  }

  /** The settings are made in the registers of the context and of the exit code. */
  private glue(kind: "traps" | "vm", activate: boolean, at: SourceRef): void {
    const { context, exitCode } = this.model.worldSwitch.registers;
    const what = kind === "traps" ? "the trap settings" : "the VM's tables";
    if (kind === "traps" || activate) this.write(context, at, what);
    if (activate) this.write(exitCode, at, what);
  }

  private move({ kind, group, at }: Move): void {
    if (kind === "save" || kind === "restore") this.through(group, at);
    if (kind === "pop" || kind === "load") this.hold(group, at);
    if (kind === "store" || kind === "push") this.letGo(group);
    if (kind === "save") this.release(group);
    if (kind === "restore" || kind === "unstack") this.arrive(group, at);
  }

  /** Values that pass through a group's temporaries; direct registers need none. */
  private through(group: Group, at: SourceRef): void {
    const passing = group.transfers.filter((t) => t.kind === "sysreg").length;
    for (const number of group.temporaries.slice(0, passing))
      this.write(number, at, `registers of ${group.name}`, group.waivers);
  }

  private hold(group: Group, at: SourceRef): void {
    const used = group.temporaries.slice(0, group.transfers.length);
    for (const number of used) {
      this.write(number, at, `registers of ${group.name}`, group.waivers);
      this.live.set(number, { text: `a value of ${group.name} on its way`, at });
    }
  }

  private letGo(group: Group): void {
    for (const number of group.temporaries) this.live.delete(number);
    if (group.temporaries.length === 0) this.release(group);
  }

  private release(group: Group): void {
    for (const transfer of group.transfers)
      if (transfer.kind === "x") this.live.delete(transfer.number ?? -1);
  }

  private arrive(group: Group, at: SourceRef): void {
    for (const { kind, number, register } of group.transfers) {
      if (kind !== "x" || number === undefined) continue;
      this.write(number, at, register, group.waivers);
      this.live.set(number, { text: `${register}, which is restored already`, at });
    }
  }

  private write(number: number, at: SourceRef, what: string, waivers?: readonly Waiver[]): void {
    const live = this.live.get(number);
    if (live === undefined) return;
    this.live.delete(number);
    this.found.push({
      at,
      message: `x${number} is overwritten with ${what} while it holds ${live.text}`,
      ...(live.at === undefined ? {} : { related: [{ at: live.at, message: "the value comes from here" }] }),
      hint: "save first what is overwritten, and restore last what others are moved through",
      waivers,
    });
  }
}
