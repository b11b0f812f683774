import { type Device, type Home, type HomeEvent, knowledgeOf, type Property } from "../../home/index.ts";

/** Short names of properties that say whether somebody is there or moves. */
const MOTION_PROPERTIES: ReadonlySet<string> = new Set([
  "motion-state",
  "motion-status",
  "occupancy-status",
  "occupancy",
  "presence",
]);
/** Short names of events that say that somebody moved. */
const MOTION_EVENTS: ReadonlySet<string> = new Set(["motion-detected", "motion", "new-motion"]);
/** Descriptions of list values that mean that nobody is there. */
const NOBODY = /^(no|none|un|idle|absent|clear|0)/i;

/**
 * Knows for each device when somebody last moved: for "nobody moved for ten minutes". Motion events from before this
 * process started are not known; a sensor counts as not quiet until it was watched for long enough.
 */
export class MotionLog {
  readonly #home: Home;
  readonly #watchedSince: number;
  /** Moment of the last motion event in milliseconds since the epoch, keyed by device id. */
  readonly #events = new Map<string, number>();

  constructor(home: Home, now: number) {
    this.#home = home;
    this.#watchedSince = now;
  }

  /** Takes an event of the home, which may be a motion event. */
  note(event: HomeEvent): void {
    if (event.type !== "event-occurred") return;
    const type = event.device.spec.events.get(event.event)?.type;
    if (type !== undefined && MOTION_EVENTS.has(type)) this.#events.set(event.device.id, event.at);
  }

  /**
   * Since when nobody moved at any of these devices, in milliseconds since the epoch; null while somebody does, and
   * while one of them cannot tell: it is offline, overdue, or does not know. Several are quiet only when all of them
   * can tell.
   */
  quiet(devices: readonly Device[], now: number): { readonly since: number | null; readonly moving: boolean } {
    let since: number | null = null;
    let silent = false;
    for (const device of devices) {
      const quiet = this.#quietSince(device, now);
      if (quiet === "moving") return { since: null, moving: true };
      if (quiet === "silent") silent = true;
      else if (quiet !== null) since = Math.max(since ?? quiet, quiet);
    }
    return { since: silent ? null : since, moving: false };
  }

  /** Whether a device can tell that somebody moves. */
  static canTell(device: Device): boolean {
    const { properties, events } = device.spec;
    return [...properties.values()].some(isMotion) || [...events.values()].some(({ type }) => MOTION_EVENTS.has(type));
  }

  #quietSince(device: Device, now: number): number | "moving" | "silent" | null {
    if (!MotionLog.canTell(device) || !this.#home.device(device.id)) return null;
    if (device.online === false) return "silent";
    let since = this.#events.get(device.id) ?? this.#watchedSince;
    let silent = false;
    for (const property of device.spec.properties.values()) {
      if (!isMotion(property)) continue;
      const known = knowledgeOf(device, property.address, now);
      if (known.kind === "value") {
        if (known.lapse) silent = true;
        else if (showsMotion(property, known.state.value)) return "moving";
        else since = Math.max(since, known.state.changedAt);
      } else if (known.kind === "unknown" && known.since !== null) silent = true;
    }
    return silent ? "silent" : since;
  }
}

function isMotion(property: Property): boolean {
  return MOTION_PROPERTIES.has(property.type);
}

function showsMotion(property: Property, value: boolean | number | string): boolean {
  if (typeof value === "boolean") return value;
  const described = property.values.find((listed) => listed.value === value)?.description;
  return described === undefined ? value !== 0 && value !== "" : !NOBODY.test(described);
}
