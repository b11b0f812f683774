import type { Command, Device, Execution, Outcome, PropertyWrite } from "../../home/index.ts";
import type { Target } from "./ground/situation.ts";
import type { Doing, DoStep, Step } from "./plan.ts";
import type { Done } from "./reply/outcomes.ts";

/** The commands of what is to be done, and which effect each outcome belongs to. */
export function commandsOf(doings: readonly Doing[]): Command[] {
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

/** Pairs each effect with what came of it. */
export function doneOf(doings: readonly Doing[], outcomes: readonly Outcome[]): Done[] {
  const open = [...outcomes];
  return doings.flatMap(({ target, effects }) =>
    effects.flatMap((effect) => {
      const at = open.findIndex((outcome) => isOutcomeOf(outcome, target, effect));
      const [outcome] = at < 0 ? [] : open.splice(at, 1);
      return outcome ? [{ target, effect, outcome }] : [];
    }),
  );
}

function isOutcomeOf(outcome: Outcome, target: Target, effect: Doing["effects"][number]): boolean {
  if (outcome.device !== target.indexed.device.id) return false;
  return effect.kind === "set"
    ? "property" in outcome && outcome.property === effect.property.address
    : "action" in outcome && outcome.action === effect.action.address;
}

/** The outcomes that an undo can put back, with the value before; of a moved cover the position before. */
export function undoable(
  doings: readonly Doing[],
  { outcomes }: Execution,
  positions: ReadonlyMap<string, number>,
): Outcome[] {
  const restorable = outcomes.filter(
    (outcome) =>
      (outcome.status === "confirmed" || outcome.status === "accepted") &&
      "property" in outcome &&
      outcome.before !== undefined,
  );
  const covers = doings.flatMap(({ target }): Outcome[] => {
    const { device, capabilities } = target.indexed;
    const before = positions.get(device.id);
    const mover = capabilities.movers.find((each) => each.target !== null);
    if (before === undefined || !mover?.target) return [];
    return [{ device: device.id, property: mover.target.address, value: before, before, status: "confirmed" }];
  });
  return [...restorable.filter((outcome) => !covers.some(({ device }) => device === outcome.device)), ...covers];
}

/** Positions of the covers that are about to move, keyed by device id. */
export function positionsOf(doings: readonly Doing[]): Map<string, number> {
  const positions = new Map<string, number>();
  for (const { target, effects } of doings) {
    const moves = effects.some(
      (effect) => effect.kind === "set" && /^(motor-control|target-position)$/.test(effect.property.type),
    );
    const { device, capabilities } = target.indexed;
    const current = capabilities.movers[0]?.current;
    const value = current ? device.state.get(current.address)?.value : undefined;
    if (moves && typeof value === "number") positions.set(device.id, value);
  }
  return positions;
}

/** What restores the values before. */
export function restoring(outcomes: readonly Outcome[]): Command[] {
  const byDevice = new Map<string, PropertyWrite[]>();
  for (const outcome of outcomes) {
    if (!("property" in outcome) || outcome.before === undefined) continue;
    const writes = byDevice.get(outcome.device) ?? [];
    writes.push({ address: outcome.property, value: outcome.before });
    byDevice.set(outcome.device, writes);
  }
  return [...byDevice].map(([device, properties]) => ({ kind: "set", device, properties }));
}

/** Whether commands make all that was done as it was before. */
export function isExact(commands: readonly Command[], outcomes: readonly Outcome[]): boolean {
  const writes = commands.flatMap((command) =>
    command.kind === "set" ? command.properties.map((write) => ({ ...write, device: command.device })) : [],
  );
  const restored = writes.every(({ device, address, value }) =>
    outcomes.some(
      (each) => each.device === device && "property" in each && each.property === address && each.before === value,
    ),
  );
  return restored && outcomes.every(({ device }) => writes.some((write) => write.device === device));
}

/** The rooms of the devices, for "there". */
export function roomIds(devices: readonly Device[]): string[] {
  return [...new Set(devices.flatMap(({ room }) => (room ? [room.id] : [])))];
}

/** Those that are commands. */
export function doSteps(steps: readonly Step[]): DoStep[] {
  return steps.filter((step) => step.kind === "do");
}

/** The commands that are in a step, whenever they are done. */
export function commandsIn(step: Step): Command[] {
  return commandsOf(doingsOf("steps" in step ? step.steps : [step]));
}

export function doingsOf(steps: readonly Step[]): Doing[] {
  return steps.flatMap((step) => (step.kind === "do" ? step.doings : []));
}

/** Whether something of a device waits for a yes. */
export function isWaiting(device: string, outcomes: readonly Outcome[]): boolean {
  return outcomes.some((outcome) => outcome.device === device && outcome.status === "needs-confirmation");
}

/** Whether all that was to be done with a device came to nothing: then nothing is to be put back. */
export function hasFailed(device: string, outcomes: readonly Outcome[]): boolean {
  const own = outcomes.filter((outcome) => outcome.device === device);
  return own.length > 0 && own.every(({ status }) => FAILED.has(status));
}

/** What certainly changed nothing; a command that timed out may have arrived. */
const FAILED: ReadonlySet<Outcome["status"]> = new Set<Outcome["status"]>(["offline", "rejected", "denied"]);
