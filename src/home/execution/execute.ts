import type { Clock } from "../clock.ts";
import type { AuditedOutcome, Command, Origin, Outcome, OutcomeStatus } from "../commands.ts";
import { currentValue, type Device, type DeviceId } from "../device.ts";
import { JiaError } from "../errors.ts";
import { homeMessage } from "../message.ts";
import { PIN_PATTERN, type PinCheck } from "../policy/pin-check.ts";
import {
  evaluatePolicy,
  needsConfirmation,
  type PolicyContext,
  type PolicyRule,
  type PolicyVerdict,
} from "../policy/policy.ts";
import { Queues } from "../queues.ts";
import type { Property, PropertyAddress, Value } from "../spec/index.ts";
import { cleanValue, sameValue, type ValueWords } from "../values.ts";
import { type Confirmation, Confirmations } from "./confirmations.ts";
import type { AuditIntent, AuditNote, AuditSink, Delivery, Transport, WireCommand } from "./transport.ts";
import { positionOf } from "./undo.ts";
import { type CommandCheck, checkCommand } from "./validate.ts";

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

/** The result of executing commands. */
export interface Execution {
  /** In the order of the commands, one per property or action. */
  readonly outcomes: readonly Outcome[];
  /** Present when some outcomes are `needs-confirmation`: pass its id to `home.confirm`. */
  readonly confirmation?: Confirmation;
}

/** How a command would fare, before anything is sent. */
export interface Assessment {
  readonly command: Command;
  /** `rejected` outcomes for the parts that do not fit the device. */
  readonly refused: readonly Outcome[];
  /** The policy's verdict on the valid rest. */
  readonly verdict: PolicyVerdict;
}

interface ExecutorOptions {
  readonly clock: Clock;
  readonly transport: Transport;
  readonly audit: AuditSink;
  /** Called when the audit cannot be written. */
  readonly auditFailed: (error: unknown) => void;
  /** Called when the transport throws. */
  readonly deliveryFailed: (error: unknown) => void;
  readonly policy: readonly PolicyRule[];
  /** What the policy depends on beside the command and its origin. */
  readonly policyContext: PolicyContext;
  readonly pins: PinCheck;
  /** The words that commands may use for values. */
  readonly words: ValueWords;
  /** Called for properties whose command, sent at `at`, got no answer and no report since. */
  readonly unanswered: (device: DeviceId, addresses: readonly PropertyAddress[], at: number) => void;
  readonly find: (device: DeviceId) => Device | undefined;
  readonly done: (origin: Origin, outcomes: readonly Outcome[]) => void;
}

const MISTAKE = { code: "internal", details: { detail: homeMessage("notSent", {}) } } as const;
const NEVER = new AbortController().signal;

/** Executes commands: validates, asks the policy, writes the audit, delivers in order per device, and returns the outcomes. */
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
    // Another person than the one who asked may confirm, and PINs may have been set or removed meanwhile.
    const wanted = this.assess(commands, origin).some(({ verdict }) => verdict.decision === "pin");
    const proven = wanted && !origin.pin ? await this.prove(pin, origin, devices) : origin;
    return await this.#run(this.#confirmations.take(id), proven, options, true);
  }

  /**
   * Checks the PIN and returns the origin with it.
   * @throws JiaError `pin-needed`, `wrong-pin`, `pin-locked`
   */
  async prove(pin: string | undefined, origin: Origin, devices: readonly DeviceId[]): Promise<Origin> {
    if (origin.kind === "mcp") throw new JiaError("denied", { detail: PIN_BY_PERSON });
    if (pin === undefined) throw new JiaError("pin-needed");
    // A text that is no PIN can be nobody's, so it does not count as a try.
    if (!PIN_PATTERN.test(pin)) throw new JiaError("wrong-pin");
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
    /** Services whose commands wait: of "unlock it, then lock it again" the second must not run before the first. */
    const parts = new Set(earlier.flatMap(servicesOf));
    const results = commands.map(async (command) => {
      const asked = { at: this.#options.clock.now(), origin, command };
      const checked = checkCommand(command, this.#options.find(command.device), this.#options.words);
      const verdict = ofProgram(this.#verdict(checked, origin), origin);
      const { device, wire } = checked;
      const held = device && wire ? commandOf(device, wire) : null;
      const behind = held !== null && verdict.decision === "allow" && servicesOf(held).some((part) => parts.has(part));
      const now = confirmed ? verdict.decision !== "pin" : verdict.decision === "allow" && !behind;
      if (device && wire && verdict.decision !== "deny" && now) {
        return await this.#carryOut(asked, device, wire, checked.refused, signal);
      }
      // An offline device is not asked about: the confirmed command could not be sent.
      const away = needsConfirmation(verdict.decision) && device?.online === false;
      if (held && verdict.decision !== "deny" && !away) {
        waiting.push(held);
        for (const part of servicesOf(held)) parts.add(part);
        if (verdict.rule) rules.add(verdict.rule);
        pin ||= verdict.decision === "pin";
      }
      const outcomes = unsentOutcomes(checked, verdict, away);
      await this.#noted(this.#options.audit.record({ ...asked, outcomes, ms: 0 }));
      return outcomes;
    });
    const outcomes = (await Promise.all(results)).flat();
    this.#options.done(origin, outcomes);
    if (waiting.length === 0) return { outcomes };
    return { outcomes, confirmation: this.#confirmations.hold(waiting, [...rules], pin) };
  }

  #verdict(checked: CommandCheck, origin: Origin): PolicyVerdict {
    if (!checked.wire || !checked.device) return { decision: "allow", rule: null };
    return evaluatePolicy(this.#options.policy, checked.device, checked.wire, origin, this.#options.policyContext);
  }

  /** Writes the audit before it sends: when the process ends in between, the audit shows what may have been done. */
  async #carryOut(
    asked: Omit<AuditIntent, "outcomes">,
    device: Device,
    wire: WireCommand,
    misfits: readonly Outcome[],
    signal: AbortSignal,
  ): Promise<readonly Outcome[]> {
    const { audit, clock } = this.#options;
    const { sent, note } = await this.#queues.run(device.id, async () => {
      const note = await this.#begun({ ...asked, outcomes: [...unknownOutcomes(device, wire), ...misfits] });
      return { note, sent: await this.#deliver(device, wire, signal) };
    });
    const outcomes = [...sent, ...misfits];
    const ms = clock.now() - asked.at;
    await this.#noted(note ? note.complete(outcomes, ms) : audit.record({ ...asked, outcomes, ms }));
    return outcomes;
  }

  /** Writes a command to the audit before it is sent. @returns null when that fails: a light is switched all the same */
  async #begun(intent: AuditIntent): Promise<AuditNote | null> {
    try {
      return await this.#options.audit.begin(intent);
    } catch (error) {
      this.#options.auditFailed(error);
      return null;
    }
  }

  /** Waits for a write of the audit. A failure is reported, and the outcomes are returned all the same. */
  async #noted(written: Promise<void>): Promise<void> {
    await written.catch(this.#options.auditFailed);
  }

  async #deliver(device: Device, wire: WireCommand, signal: AbortSignal): Promise<Outcome[]> {
    const writes = wire.kind === "set" ? wire.writes : [];
    const before = writes.map(({ property }) => priorStateOf(device, property));
    const reports = writes.flatMap(({ property }) =>
      [property.address, ...positionAddresses(device, property)].map((address) => ({
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

/** Why a program of MCP does nothing that takes a PIN: its model would learn the PIN, and so would whoever runs the model. */
const PIN_BY_PERSON = homeMessage("pinByPerson", {});

/** The verdict for who asks: nothing waits for a PIN that must not be told. */
function ofProgram(verdict: PolicyVerdict, { kind }: Origin): PolicyVerdict {
  if (kind !== "mcp" || verdict.decision !== "pin" || !verdict.rule) return verdict;
  return { decision: "deny", rule: { ...verdict.rule, why: PIN_BY_PERSON } };
}

/**
 * A command that waits for a yes, as it will be sent: by device id, because the handle may belong to another device when the
 * yes comes, and with the values of the spec, for the question.
 */
function commandOf({ id }: Device, wire: WireCommand): Command {
  if (wire.kind === "invoke") return { kind: "invoke", device: id, action: wire.action.address, in: wire.in };
  const properties = wire.writes.map(({ property, value }) => ({ address: property.address, value }));
  return { kind: "set", device: id, properties };
}

/** Keys of the services that a command changes: "miot:1 light". */
function servicesOf(command: Command): string[] {
  const addresses = command.kind === "invoke" ? [command.action] : command.properties.map(({ address }) => address);
  return addresses.map((address) => `${command.device} ${address.split(".", 1)[0]}`);
}

/** Addresses of read-only properties that a write changes as well: the position of a cover. */
function positionAddresses({ spec }: Device, { type, service }: Property): PropertyAddress[] {
  const address = `${service}.current-position`;
  return /^(motor-control|target-position)$/.test(type) && spec.properties.has(address) ? [address] : [];
}

function isTimeoutOf(outcome: Outcome, address: PropertyAddress): boolean {
  return outcome.status === "timeout" && "property" in outcome && outcome.property === address;
}

/** The state of a property before a write, for an undo: its value, and the position of what it moves. */
type PriorState = Pick<Outcome, "before" | "position">;

function priorStateOf(device: Device, property: Property): PriorState {
  const value = currentValue(device, property.address);
  const position = positionOf(device, property);
  return { ...(value !== undefined && { before: value }), ...(position && { position }) };
}

/** The outcomes of a command that is about to be sent: all `unknown`. */
function unknownOutcomes({ id }: Device, wire: WireCommand): AuditedOutcome[] {
  if (wire.kind === "invoke") return [{ device: id, action: wire.action.address, in: wire.in, status: "unknown" }];
  return wire.writes.map(({ property, value }) => ({
    device: id,
    property: property.address,
    value,
    status: "unknown",
  }));
}

/** The outcomes of a delivery. A confirmed value that the property had before is `unchanged`. */
function outcomesOf(
  device: Device,
  wire: WireCommand,
  before: readonly PriorState[],
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
      value: delivery.status === "confirmed" ? confirmedValue(device, property, value) : value,
    };
    return { device: device.id, ...target, ...known, ...statusOf(delivery, same ? "unchanged" : delivery.status) };
  });
}

/** The value as the device reports it: a device may round a number that was set. */
function confirmedValue(device: Device, property: Property, asked: Value): Value {
  const told = currentValue(device, property.address);
  return typeof told === "number" && sameValue(property, told, asked) ? told : asked;
}

function statusOf(delivery: Delivery, status: OutcomeStatus): Pick<Outcome, "status" | "code" | "error"> {
  const code = delivery.status === "rejected" ? { code: delivery.code } : {};
  const error = "error" in delivery && delivery.error ? { error: delivery.error } : {};
  return { status, ...code, ...error };
}

/** Outcomes of a command that is not sent: invalid parts as `rejected`, the rest by the verdict, or as `away`: offline. */
function unsentOutcomes(checked: CommandCheck, verdict: PolicyVerdict, away: boolean): Outcome[] {
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
