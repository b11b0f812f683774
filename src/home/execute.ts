import type { Clock } from "./clock.ts";
import type { Command, NotedOutcome, Origin, Outcome, OutcomeStatus } from "./commands.ts";
import { type Confirmation, Confirmations } from "./confirmations.ts";
import { currentValue, type Device, type DeviceId } from "./device.ts";
import { JiaError } from "./errors.ts";
import { homeMessage } from "./message.ts";
import { PIN, type PinCheck } from "./pin-check.ts";
import { asksFirst, decide, type PolicyAround, type PolicyRule, type Verdict } from "./policy.ts";
import { Queues } from "./queues.ts";
import { positionOf } from "./restore.ts";
import type { Property, PropertyAddress, Value } from "./spec/index.ts";
import type { AuditIntent, AuditNote, AuditSink, Delivery, Transport, WireCommand } from "./transport.ts";
import { type Checked, checkCommand } from "./validate.ts";
import { cleanValue, sameValue, type ValueWords } from "./values.ts";

export interface ExecuteOptions {
  /** Stops waiting for devices; what was sent is not taken back. */
  readonly signal?: AbortSignal;
  /** Commands that wait for a yes already: what changes the same part of a device after them waits with them. */
  readonly waiting?: readonly Command[];
}

export interface ConfirmOptions extends ExecuteOptions {
  /** The PIN, where one is wanted. It is checked and forgotten. */
  readonly pin?: string;
}

/** What became of the commands. */
export interface Execution {
  /** In the order of the commands, one per property or action. */
  readonly outcomes: readonly Outcome[];
  /** Present when some outcomes are `needs-confirmation`: pass its id to `home.confirm`. */
  readonly confirmation?: Confirmation;
}

/** What would become of a command, before anything is sent. */
export interface Assessment {
  readonly command: Command;
  /** `rejected` outcomes for the parts that do not fit the device. */
  readonly refused: readonly Outcome[];
  /** What the policy says of the rest. */
  readonly verdict: Verdict;
}

interface ExecutorOptions {
  readonly clock: Clock;
  readonly transport: Transport;
  readonly audit: AuditSink;
  /** The audit could not be written. */
  readonly auditFailed: (error: unknown) => void;
  /** The transport threw. */
  readonly deliveryFailed: (error: unknown) => void;
  readonly policy: readonly PolicyRule[];
  /** What it depends on beside the command and who asks. */
  readonly around: PolicyAround;
  readonly pins: PinCheck;
  /** The words by which values may be given. */
  readonly words: ValueWords;
  /** Commands of these went out at `at`; they were not answered, and nothing was reported of them since. */
  readonly unanswered: (device: DeviceId, addresses: readonly PropertyAddress[], at: number) => void;
  readonly find: (device: DeviceId) => Device | undefined;
  readonly done: (origin: Origin, outcomes: readonly Outcome[]) => void;
}

const MISTAKE = { code: "internal", details: { detail: homeMessage("notSent", {}) } } as const;
const NEVER = new AbortController().signal;

/** What `execute` of the home does: validate, ask the policy, deliver in order per device, audit, answer. */
export class Executor {
  readonly #options: ExecutorOptions;
  /** Keyed by device id. */
  readonly #queues = new Queues();
  readonly #confirmations: Confirmations;

  constructor(options: ExecutorOptions) {
    this.#options = options;
    this.#confirmations = new Confirmations(options.clock);
  }

  execute(commands: readonly Command[], origin: Origin, options: ExecuteOptions): Promise<Execution> {
    return this.#run(commands, origin, options, false);
  }

  assess(commands: readonly Command[], origin: Origin): Assessment[] {
    return commands.map((command) => {
      const checked = checkCommand(command, this.#options.find(command.device), this.#options.words);
      return { command, refused: checked.refused, verdict: this.#verdict(checked, origin) };
    });
  }

  withdraw(id: string): void {
    this.#confirmations.drop(id);
  }

  async confirm(id: string, origin: Origin, { pin, ...options }: ConfirmOptions): Promise<Execution> {
    const { commands } = this.#confirmations.find(id);
    const devices = commands.map(({ device }) => device);
    // Who says yes may be another than who asked, and PINs may have come and gone meanwhile.
    const wanted = this.assess(commands, origin).some(({ verdict }) => verdict.decision === "pin");
    const proven = wanted && !origin.pin ? await this.prove(pin, origin, devices) : origin;
    return await this.#run(this.#confirmations.take(id), proven, options, true);
  }

  /**
   * The origin, with the PIN that came with it.
   * @throws JiaError `pin-needed`, and what a wrong one throws
   */
  async prove(pin: string | undefined, origin: Origin, devices: readonly DeviceId[]): Promise<Origin> {
    if (pin === undefined) throw new JiaError("pin-needed");
    // What is no PIN is nobody's: it guesses nothing, and counts for nothing.
    if (!PIN.test(pin)) throw new JiaError("wrong-pin");
    const person = await this.#options.pins.check(pin, origin, [...new Set(devices)]);
    return { ...origin, person: origin.person ?? person, pin: true };
  }

  async #run(
    commands: readonly Command[],
    origin: Origin,
    { signal = NEVER, waiting: earlier = [] }: ExecuteOptions,
    confirmed: boolean,
  ): Promise<Execution> {
    const waiting: Command[] = [];
    const rules = new Set<PolicyRule>();
    let pin = false;
    /** What is waited for: "unlock it, then lock it again" must not end unlocked because only the first waits. */
    const parts = new Set(earlier.flatMap(partsOf));
    const results = commands.map(async (command) => {
      const asked = { at: this.#options.clock.now(), origin, command };
      const checked = checkCommand(command, this.#options.find(command.device), this.#options.words);
      const verdict = this.#verdict(checked, origin);
      const { device, wire } = checked;
      const held = device && wire ? commandOf(device, wire) : null;
      const behind = held !== null && verdict.decision === "allow" && partsOf(held).some((part) => parts.has(part));
      const now = confirmed ? verdict.decision !== "pin" : verdict.decision === "allow" && !behind;
      if (device && wire && verdict.decision !== "deny" && now) {
        return await this.#carryOut(asked, device, wire, checked.refused, signal);
      }
      // A yes to what cannot be sent would be for nothing.
      const away = asksFirst(verdict.decision) && device?.online === false;
      if (held && verdict.decision !== "deny" && !away) {
        waiting.push(held);
        for (const part of partsOf(held)) parts.add(part);
        if (verdict.rule) rules.add(verdict.rule);
        pin ||= verdict.decision === "pin";
      }
      const outcomes = refused(checked, verdict, away);
      await this.#noted(this.#options.audit.record({ ...asked, outcomes, ms: 0 }));
      return outcomes;
    });
    const outcomes = (await Promise.all(results)).flat();
    this.#options.done(origin, outcomes);
    if (waiting.length === 0) return { outcomes };
    return { outcomes, confirmation: this.#confirmations.hold(waiting, [...rules], pin) };
  }

  #verdict(checked: Checked, origin: Origin): Verdict {
    if (!checked.wire || !checked.device) return { decision: "allow", rule: null };
    return decide(this.#options.policy, checked.device, checked.wire, origin, this.#options.around);
  }

  /** What is sent is noted before: should the process end in between, the audit tells what may have been done. */
  async #carryOut(
    asked: Omit<AuditIntent, "outcomes">,
    device: Device,
    wire: WireCommand,
    misfits: readonly Outcome[],
    signal: AbortSignal,
  ): Promise<readonly Outcome[]> {
    const { audit, clock } = this.#options;
    const { sent, note } = await this.#queues.run(device.id, async () => {
      const note = await this.#begun({ ...asked, outcomes: [...unanswered(device, wire), ...misfits] });
      return { note, sent: await this.#deliver(device, wire, signal) };
    });
    const outcomes = [...sent, ...misfits];
    const ms = clock.now() - asked.at;
    await this.#noted(note ? note.complete(outcomes, ms) : audit.record({ ...asked, outcomes, ms }));
    return outcomes;
  }

  /** The note of a command that is sent next; null when it cannot be written: a light is switched all the same. */
  async #begun(intent: AuditIntent): Promise<AuditNote | null> {
    try {
      return await this.#options.audit.begin(intent);
    } catch (error) {
      this.#options.auditFailed(error);
      return null;
    }
  }

  /** What the devices do is true and has to be told, also when it cannot be written down. */
  async #noted(written: Promise<void>): Promise<void> {
    await written.catch(this.#options.auditFailed);
  }

  async #deliver(device: Device, wire: WireCommand, signal: AbortSignal): Promise<Outcome[]> {
    const writes = wire.kind === "set" ? wire.writes : [];
    const before = writes.map(({ property }) => standingOf(device, property));
    const reports = writes.flatMap(({ property }) =>
      [property.address, ...readingsOf(device, property)].map((address) => ({
        of: property.address,
        address,
        report: device.state.get(address),
      })),
    );
    const at = this.#options.clock.now();
    try {
      const deliveries = await this.#options.transport.deliver(device, wire, signal);
      const outcomes = outcomesOf(device, wire, before, deliveries);
      const silent = reports.flatMap(({ of, address, report }) =>
        device.state.get(address) === report && outcomes.some((each) => isTimeoutOf(each, of)) ? [address] : [],
      );
      if (silent.length > 0) this.#options.unanswered(device.id, silent, at);
      return outcomes;
    } catch (error) {
      // A mistake of our own with one device must not take the outcomes of the others with it.
      this.#options.deliveryFailed(error);
      return outcomesOf(device, wire, before, []).map((outcome) => ({
        ...outcome,
        status: "rejected",
        error: MISTAKE,
      }));
    }
  }
}

/**
 * What waits for a yes, as it will be sent: by the id of the device, because what has this handle may be another one when
 * the yes comes, and with the values as the spec has them, for the question.
 */
function commandOf({ id }: Device, wire: WireCommand): Command {
  if (wire.kind === "invoke") return { kind: "invoke", device: id, action: wire.action.address, in: wire.in };
  const properties = wire.writes.map(({ property, value }) => ({ address: property.address, value }));
  return { kind: "set", device: id, properties };
}

/** The services of a device that a command changes, as keys. */
function partsOf(command: Command): string[] {
  const addresses = command.kind === "invoke" ? [command.action] : command.properties.map(({ address }) => address);
  return addresses.map((address) => `${command.device} ${address.split(".", 1)[0]}`);
}

/** What a write changes besides its own property: where a cover stands. */
function readingsOf({ spec }: Device, { type, service }: Property): PropertyAddress[] {
  const address = `${service}.current-position`;
  return /^(motor-control|target-position)$/.test(type) && spec.properties.has(address) ? [address] : [];
}

function isTimeoutOf(outcome: Outcome, address: PropertyAddress): boolean {
  return outcome.status === "timeout" && "property" in outcome && outcome.property === address;
}

/** What an undo restores of a property: its value, and where what it moves stands. */
type Before = Pick<Outcome, "before" | "position">;

function standingOf(device: Device, property: Property): Before {
  const value = currentValue(device, property.address);
  const position = positionOf(device, property);
  return { ...(value !== undefined && { before: value }), ...(position && { position }) };
}

/** What is known of a command before it is sent. */
function unanswered({ id }: Device, wire: WireCommand): NotedOutcome[] {
  if (wire.kind === "invoke") return [{ device: id, action: wire.action.address, in: wire.in, status: "unknown" }];
  return wire.writes.map(({ property, value }) => ({
    device: id,
    property: property.address,
    value,
    status: "unknown",
  }));
}

/** Outcomes of what was delivered: a confirmed value that was there before is `unchanged`. */
function outcomesOf(
  device: Device,
  wire: WireCommand,
  before: readonly Before[],
  deliveries: readonly Delivery[],
): Outcome[] {
  if (wire.kind === "invoke") {
    const delivery: Delivery = deliveries[0] ?? { status: "timeout" };
    const out = delivery.status === "confirmed" ? delivery.out?.map(cleanValue) : undefined;
    const target = { action: wire.action.address, in: wire.in, ...(out && { out }) };
    return [{ device: device.id, ...target, ...statusOf(delivery, delivery.status) }];
  }
  return wire.writes.map(({ property, value }, index) => {
    const delivery: Delivery = deliveries[index] ?? { status: "timeout" };
    const known = before[index] ?? {};
    const same = delivery.status === "confirmed" && sameValue(property, known.before, value);
    const target = {
      property: property.address,
      value: delivery.status === "confirmed" ? shown(device, property, value) : value,
    };
    return { device: device.id, ...target, ...known, ...statusOf(delivery, same ? "unchanged" : delivery.status) };
  });
}

/** What was really set: the device's own number for what was asked, which may be a little beside it. */
function shown(device: Device, property: Property, asked: Value): Value {
  const told = currentValue(device, property.address);
  return typeof told === "number" && sameValue(property, told, asked) ? told : asked;
}

function statusOf(delivery: Delivery, status: OutcomeStatus): Pick<Outcome, "status" | "code" | "error"> {
  const code = delivery.status === "rejected" ? { code: delivery.code } : {};
  const error = "error" in delivery && delivery.error ? { error: delivery.error } : {};
  return { status, ...code, ...error };
}

/** Outcomes of a command that is not sent: invalid parts as `rejected`, the rest by the verdict, or as `away`: offline. */
function refused(checked: Checked, verdict: Verdict, away: boolean): Outcome[] {
  const asked: OutcomeStatus = away ? "offline" : "needs-confirmation";
  const status: OutcomeStatus = verdict.decision === "deny" ? "denied" : asked;
  const why = { code: "denied" as const, details: { detail: verdict.rule?.why ?? "" } };
  const error = status === "denied" ? { error: why } : {};
  const { wire, device } = checked;
  if (!wire || !device) return [...checked.refused];
  const held: Outcome[] =
    wire.kind === "invoke"
      ? [{ device: device.id, action: wire.action.address, in: wire.in, status, ...error }]
      : wire.writes.map(({ property, value }) => ({
          device: device.id,
          property: property.address,
          value,
          status,
          ...error,
        }));
  return [...held, ...checked.refused];
}
