import type { Device, DeviceId, HomeView } from "../../../home/index.ts";
import { KIND_MEMBERS, knowledgeOf, standing as withoutGroups } from "../../../home/index.ts";
import type { DeviceState } from "../../../language/index.ts";
import { checkState, isInStateNow, stateProperty } from "../../../understanding/ground/states.ts";
import { type MinimalTarget, minimalTarget } from "../../../understanding/ground/target.ts";

/** The classes of states that the block of now lists. */
type StandingClass = "lights" | "others" | "open" | "unlocked" | "motion" | "alarm";

const STATE: Readonly<Record<StandingClass, DeviceState>> = {
  lights: "on",
  others: "on",
  open: "open",
  unlocked: "unlocked",
  motion: "occupied",
  alarm: "wet",
};
/** Classes with start times. */
const DATED: ReadonlySet<StandingClass> = new Set(["open", "unlocked", "motion", "alarm"]);

const LIGHTS: ReadonlySet<string> = new Set(KIND_MEMBERS["light"]);
/** Kinds that are always on, which is no news. */
const ALWAYS_ON: ReadonlySet<string> = new Set(["fridge", "gateway", "camera", "router", "video-doorbell", "lock"]);
const LEAVES: ReadonlySet<string> = new Set(["contact-state", "door-state"]);
const MOVED: ReadonlySet<string> = new Set(["target-position", "current-position"]);
const MOTION: ReadonlySet<string> = new Set(["motion-state", "occupancy-status"]);

/** A device in the state of its class. */
export interface StandingDevice {
  readonly device: Device;
  /** The start of the state in milliseconds since the epoch; null where Jia did not see it, or it does not matter. */
  readonly since: number | null;
}

/** The devices of one class: those in its state, and those known not to be. */
export interface StandingNow {
  readonly so: readonly StandingDevice[];
  /** Ids of devices known not to be in the state. */
  readonly others: readonly DeviceId[];
}

interface HomeNow {
  readonly classes: Readonly<Record<StandingClass, StandingNow>>;
  /** Devices whose state is unknown: offline, overdue, silent. */
  readonly unknown: readonly Device[];
}

/** The devices that are on, open, unlocked, or sense motion or alarms; without groups of listed devices. */
export function homeNow(home: HomeView, now: number): HomeNow {
  const classes: Record<StandingClass, { so: StandingDevice[]; others: DeviceId[] }> = {
    lights: { so: [], others: [] },
    others: { so: [], others: [] },
    open: { so: [], others: [] },
    unlocked: { so: [], others: [] },
    motion: { so: [], others: [] },
    alarm: { so: [], others: [] },
  };
  const unknown = new Set<Device>();
  const single = withoutGroups(
    home.devices,
    (device) => device,
    (id) => home.device(id),
  );
  for (const device of single) {
    const target = minimalTarget(device);
    for (const each of classesOf(target)) {
      if (checkState(STATE[each], target).kind === "absent") continue;
      const holds = isInStateNow(STATE[each], target, now);
      if (holds === null) unknown.add(device);
      else if (holds) classes[each].so.push({ device, since: DATED.has(each) ? sinceWhen(each, target, now) : null });
      else classes[each].others.push(device.id);
    }
  }
  return { classes, unknown: [...unknown] };
}

function classesOf({ indexed: { device, capabilities } }: MinimalTarget): StandingClass[] {
  const { kind } = device.spec;
  const has = (types: ReadonlySet<string>) => capabilities.all.some(({ type }) => types.has(type));
  const found: StandingClass[] = [];
  const opens = has(LEAVES) || (capabilities.movers.length > 0 && has(MOVED)) || kind === "valve";
  if (LIGHTS.has(kind)) found.push("lights");
  else if (!ALWAYS_ON.has(kind) && kind !== "valve" && capabilities.movers.length === 0) {
    const works = capabilities.power.length > 0 || capabilities.all.some(({ type }) => /^(run-)?status$/.test(type));
    if (works && !/sensor|detector|alarm/.test(kind)) found.push("others");
  }
  if (opens && kind !== "fridge") found.push("open");
  if (capabilities.all.some(({ type }) => type === "locked")) found.push("unlocked");
  if (has(MOTION)) found.push("motion");
  if (capabilities.all.some(({ type }) => type === "submersion-state")) found.push("alarm");
  return found;
}

function sinceWhen(each: StandingClass, target: MinimalTarget, now: number): number | null {
  const property = stateProperty(STATE[each], target);
  const known = property && knowledgeOf(target.indexed.device, property.address, now);
  return known?.kind === "value" && known.state.changeSeen ? known.state.changedAt : null;
}
