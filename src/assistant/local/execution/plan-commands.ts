import { type Command, type Device, type Outcome, type PropertyWrite, writeBack } from "../../../home/index.ts";
import type { Effect } from "../../../understanding/ground/context.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { PlannedEffects, SentenceStep } from "../../../understanding/plan.ts";
import type { ToolCall } from "../../contract.ts";

/** The commands of planned effects: one write per device for its properties, one command per action. */
export function effectCommands(doings: readonly PlannedEffects[]): Command[] {
  return doings.flatMap(({ target, effects }) => {
    const device = target.indexed.device.id;
    const properties: PropertyWrite[] = [];
    const calls: Command[] = [];
    for (const effect of effects) {
      if (effect.kind === "set") properties.push({ address: effect.property.address, value: effect.value });
      else calls.push({ kind: "invoke", device, action: effect.action.address, in: effect.in });
    }
    return [...(properties.length > 0 ? [{ kind: "set" as const, device, properties }] : []), ...calls];
  });
}

/** A planned effect and the outcome of its command. */
export interface EffectOutcome {
  readonly target: DeviceTarget;
  readonly effect: Effect;
  readonly outcome: Outcome;
}

/** Pairs each effect with its outcome; effects without an outcome are left out. */
export function pairOutcomes(doings: readonly PlannedEffects[], outcomes: readonly Outcome[]): EffectOutcome[] {
  const open = [...outcomes];
  return doings.flatMap(({ target, effects }) =>
    effects.flatMap((effect) => {
      const at = open.findIndex((outcome) => isOutcomeOf(outcome, target, effect));
      const [outcome] = at < 0 ? [] : open.splice(at, 1);
      return outcome ? [{ target, effect, outcome }] : [];
    }),
  );
}

function isOutcomeOf(outcome: Outcome, target: DeviceTarget, effect: PlannedEffects["effects"][number]): boolean {
  if (outcome.device !== target.indexed.device.id) return false;
  return effect.kind === "set"
    ? "property" in outcome && outcome.property === effect.property.address
    : "action" in outcome && outcome.action === effect.action.address;
}

/** The outcomes that changed something, so that an undo can revert them. */
export function undoableOutcomes(outcomes: readonly Outcome[]): Outcome[] {
  return outcomes.filter(({ status }) => status === "confirmed" || status === "accepted");
}

/** Whether commands restore exactly the values before these outcomes, and nothing is missing. */
export function restoresExactly(commands: readonly Command[], outcomes: readonly Outcome[]): boolean {
  const writes = commands.flatMap((command) =>
    command.kind === "set" ? command.properties.map((write) => ({ ...write, device: command.device })) : [],
  );
  const restored = writes.every(({ device, address, value }) =>
    outcomes.some((each) => {
      const write = each.device === device ? writeBack(each) : null;
      return write?.address === address && write.value === value;
    }),
  );
  return restored && outcomes.every(({ device }) => writes.some((write) => write.device === device));
}

/** The ids of the rooms that devices are in, each once. */
export function roomIdsOf(devices: readonly Device[]): string[] {
  return [...new Set(devices.flatMap(({ room }) => (room ? [room.id] : [])))];
}

/** The commands of a step, now or at another time. */
export function stepCommands(step: SentenceStep): Command[] {
  return effectCommands(plannedEffectsOf("steps" in step ? step.steps : [step]));
}

export function plannedEffectsOf(steps: readonly SentenceStep[]): PlannedEffects[] {
  return steps.flatMap((step) => (step.kind === "do" ? step.doings : []));
}

/** Whether a command of a device waits for a yes. */
export function awaitsConfirmation(device: string, outcomes: readonly Outcome[]): boolean {
  return outcomes.some((outcome) => outcome.device === device && outcome.status === "needs-confirmation");
}

/** Whether every command of a device certainly failed, so that nothing needs a revert. */
export function hasFailed(device: string, outcomes: readonly Outcome[]): boolean {
  const own = outcomes.filter((outcome) => outcome.device === device);
  return own.length > 0 && own.every(({ status }) => FAILED.has(status));
}

/** Statuses that certainly changed nothing; a command that timed out may have arrived. */
const FAILED: ReadonlySet<Outcome["status"]> = new Set<Outcome["status"]>(["offline", "rejected", "denied"]);

/** A command in the form of the model's tools. */
export function toToolCall(command: Command): ToolCall {
  if (command.kind === "invoke") {
    return { tool: "invoke_action", arguments: { device: command.device, action: command.action, in: command.in } };
  }
  return {
    tool: "set_properties",
    arguments: {
      device: command.device,
      properties: Object.fromEntries(command.properties.map(({ address, value }) => [address, value])),
    },
  };
}
