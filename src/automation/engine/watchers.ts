import type { Device, DeviceId, Home, HomeEvent, HomeEventOf, Phrase } from "../../home/index.ts";
import { inside, matchesValue } from "../conditions.ts";
import type { TriggerOf } from "../definition/index.ts";
import { eventDetail, onlineDetail, valueDetail } from "../describe/findings.ts";
import type { Agenda } from "../schedule/agenda.ts";
import type { AutomationStorage, Hold } from "../storage.ts";
import { inTarget, resolveTarget } from "../targets.ts";
import type { Cause } from "../trace.ts";
import { boundsNow } from "../value-of.ts";
import { isEnabled, type LiveAutomation } from "./live.ts";
import type { LoopGuard } from "./loop-guard.ts";
import { WatchedDevices } from "./watched-devices.ts";
import { argumentsFit, followedBy, heldFor, isInside, stillSo, type Watcher, watchersOf } from "./watcher.ts";
import type { Work } from "./work.ts";

export interface WatchersOptions {
  readonly home: Home;
  readonly agenda: Agenda;
  readonly storage: AutomationStorage;
  readonly guard: LoopGuard;
  readonly work: Work;
  readonly now: () => number;
  readonly start: (live: LiveAutomation, cause: Cause) => Promise<unknown>;
}

/** A property that changed. */
type Changed = Pick<HomeEventOf<"property-changed">, "device" | "address">;

/** Triggers on what devices report: whether they fire, at once or when it has been so for long enough. */
export class Watchers {
  readonly #options: WatchersOptions;
  readonly #watchers = new Map<LiveAutomation, Watcher[]>();
  readonly #devices = new WatchedDevices();

  constructor(options: WatchersOptions) {
    this.#options = options;
  }

  add(live: LiveAutomation): void {
    this.remove(live);
    if (!isEnabled(live)) return;
    const watchers = watchersOf(live);
    if (watchers.length === 0) return;
    this.#watchers.set(live, watchers);
    for (const device of this.#options.home.devices) for (const watcher of watchers) this.#watch(watcher, device);
  }

  remove(live: LiveAutomation): void {
    const watchers = this.#watchers.get(live);
    if (!watchers) return;
    this.#watchers.delete(live);
    for (const watcher of watchers) for (const { entry } of watcher.holds.values()) this.#options.agenda.cancel(entry);
    this.#devices.remove(watchers);
  }

  /** The triggers are written anew and mean the same: what is held and inside stays. */
  follow(live: LiveAutomation): void {
    const written = new Map(watchersOf(live).map(({ index, trigger }) => [index, trigger]));
    for (const watcher of this.#watchers.get(live) ?? [])
      watcher.trigger = written.get(watcher.index) ?? watcher.trigger;
  }

  /** Goes on with a `for` that began before the restart. */
  restoreHold(live: LiveAutomation, hold: Hold): void {
    const watcher = this.#watchers.get(live)?.find(({ index }) => index === hold.trigger);
    if (watcher) this.#arm(watcher, hold.device, hold.since, true);
  }

  note(event: HomeEvent): void {
    switch (event.type) {
      case "property-changed":
        for (const watcher of this.#devices.ofProperty(event.device, event.address)) this.#valueChanged(watcher, event);
        for (const watcher of this.#devices.following(event.device, event.address)) this.#boundChanged(watcher, event);
        return;
      case "property-cleared":
        // What was being waited out does not hold any more; the next value is the first that is known.
        for (const watcher of this.#devices.ofProperty(event.device, event.address)) {
          this.#forget(watcher, event.device.id);
        }
        return;
      case "event-occurred":
        for (const watcher of this.#devices.ofEvent(event.device, event.event)) {
          if (argumentsFit(watcher.trigger, event))
            this.#fire(watcher, event.device, event.event, eventDetail(event.device, event.event));
        }
        return;
      case "availability-changed":
        for (const watcher of this.#devices.ofAvailability(event.device)) this.#availabilityChanged(watcher, event);
        return;
      case "device-added":
        this.#watchDevice(event.device);
        return;
      case "device-updated":
        this.#devices.forget(event.device.id);
        this.#watchDevice(event.device);
        return;
      case "device-removed":
        this.#devices.forget(event.device.id);
        for (const watcher of this.#all()) this.#forget(watcher, event.device.id);
        return;
      case "layout-changed":
        this.#devices.clear();
        for (const device of this.#options.home.devices) this.#watchDevice(device);
        return;
      case "executed":
        return;
      default:
        event satisfies never;
    }
  }

  #watchDevice(device: Device): void {
    for (const watcher of this.#all()) this.#watch(watcher, device);
  }

  #watch(watcher: Watcher, device: Device): void {
    const { trigger } = watcher;
    const { home } = this.#options;
    const follows = trigger.type === "numeric" ? followedBy(trigger) : [];
    for (const { device: of, address } of follows) {
      if (of !== null && home.device(of) === device) this.#devices.follow(watcher, device, address);
    }
    if (!inTarget(trigger.target, device, home)) {
      this.#forget(watcher, device.id);
      return;
    }
    this.#devices.add(watcher, device);
    if (trigger.type !== "numeric") return;
    for (const { device: of, address } of follows) {
      if (of === null && address !== trigger.property) this.#devices.follow(watcher, device, address);
    }
    const value = device.state.get(trigger.property)?.value;
    const bounds = this.#bounds(trigger, device);
    if (typeof value === "number" && bounds) watcher.inside.set(device.id, inside(value, bounds));
  }

  /** What a bound follows has changed: the numbers that are compared with it may have crossed it. */
  #boundChanged(watcher: Watcher, event: HomeEventOf<"property-changed">): void {
    const { trigger } = watcher;
    if (trigger.type !== "numeric") return;
    const { property: address } = trigger;
    for (const device of resolveTarget(trigger.target, this.#options.home)) {
      const value = device.state.get(address)?.value;
      // A device that is compared with itself has had its turn.
      if (value === undefined || (device === event.device && address === event.address)) continue;
      this.#numberChanged(watcher, trigger, { ...event, device, address, value }, event);
    }
  }

  #bounds(trigger: TriggerOf<"numeric">, device: Device): ReturnType<typeof boundsNow> {
    return boundsNow(trigger, device, this.#options.home, this.#options.now());
  }

  #valueChanged(watcher: Watcher, event: HomeEventOf<"property-changed">): void {
    const { trigger } = watcher;
    const { device, address, value, before } = event;
    if (trigger.type === "numeric") {
      this.#numberChanged(watcher, trigger, event);
      return;
    }
    if (trigger.type !== "property") return;
    const wanted = trigger.to === undefined || matchesValue(device, address, value, [trigger.to].flat());
    if (!wanted) {
      this.#release(watcher, device.id);
      return;
    }
    if (watcher.holds.has(device.id)) {
      // It was being waited for when the process stopped, and this is the first report since.
      if (before === undefined) this.#heldLongEnough(watcher, device.id);
      return;
    }
    // The first value that is ever known is no change.
    if (before === undefined) return;
    if (trigger.from !== undefined && !matchesValue(device, address, before, [trigger.from].flat())) return;
    this.#changed(watcher, event);
  }

  /** @param source what changed: the number, or what it is compared with */
  #numberChanged(
    watcher: Watcher,
    trigger: TriggerOf<"numeric">,
    event: HomeEventOf<"property-changed">,
    source: Changed = event,
  ): void {
    const { device, value } = event;
    const bounds = this.#bounds(trigger, device);
    if (typeof value !== "number" || !bounds) return;
    // What is waited out since before a restart was inside.
    const was = watcher.inside.get(device.id) ?? (watcher.holds.has(device.id) ? true : undefined);
    const is = isInside(value, bounds, trigger, was);
    watcher.inside.set(device.id, is);
    if (!is) this.#release(watcher, device.id);
    else if (watcher.holds.has(device.id)) this.#heldLongEnough(watcher, device.id);
    else if (was === false) this.#changed(watcher, event, source);
  }

  /** What the broker had kept became so while nobody listened: nothing happened now, but it may be so for long enough. */
  #changed(
    watcher: Watcher,
    { device, address, value, cause, at }: HomeEventOf<"property-changed">,
    source: Changed = { device, address },
  ): void {
    const { trigger } = watcher;
    if (cause === "retained" && (trigger.type === "event" || trigger.for === undefined)) return;
    const detail = valueDetail(device, address, value, undefined, this.#options.home);
    if (heldFor(trigger) === 0) this.#fire(watcher, source.device, source.address, detail);
    else this.#fireOrHold(watcher, device, address, detail, at);
  }

  #availabilityChanged(watcher: Watcher, event: HomeEventOf<"availability-changed">): void {
    const { trigger } = watcher;
    if (trigger.type !== "availability") return;
    if ((event.online !== false) !== trigger.online) {
      this.#release(watcher, event.device.id);
      return;
    }
    const detail = onlineDetail(event.device, trigger.online, undefined);
    // Becoming known is no change, except to offline.
    if (event.before === null && trigger.online && !watcher.holds.has(event.device.id)) return;
    if (!watcher.holds.has(event.device.id)) this.#fireOrHold(watcher, event.device, null, detail, event.at);
    // Its time may have passed before the device was heard of again.
    else this.#heldLongEnough(watcher, event.device.id);
  }

  #fireOrHold(watcher: Watcher, device: Device, address: string | null, detail: Phrase, at: number): void {
    const { trigger, live, index } = watcher;
    if (heldFor(trigger) === 0) {
      this.#fire(watcher, device, address, detail);
      return;
    }
    this.#arm(watcher, device.id, at);
    const hold = { automation: live.saved.definition.id, trigger: index, device: device.id, since: at };
    this.#options.work.track(this.#options.storage.saveHold(hold));
  }

  #arm(watcher: Watcher, device: DeviceId, since: number, resumed = false): void {
    const { agenda } = this.#options;
    const over = since + heldFor(watcher.trigger);
    const run = (): void => this.#heldLongEnough(watcher, device);
    const entry = resumed ? agenda.at(over, run) : agenda.lasting(over, run);
    watcher.holds.set(device, { since, entry });
  }

  /** Fires when the time is over and it is still so; waits on while the device has not reported since the restart. */
  #heldLongEnough(watcher: Watcher, id: DeviceId): void {
    const hold = watcher.holds.get(id);
    const device = this.#options.home.device(id);
    if (!hold || !device || hold.entry.at > this.#options.now()) return;
    const { trigger } = watcher;
    const is = stillSo(watcher, device, (numeric, of) => this.#bounds(numeric, of));
    if (is === null) return;
    this.#release(watcher, id);
    if (!is) return;
    const address = "property" in trigger ? trigger.property : null;
    const value = address === null ? undefined : device.state.get(address)?.value;
    const held = "for" in trigger ? trigger.for : undefined;
    const detail =
      trigger.type === "availability"
        ? onlineDetail(device, trigger.online, held)
        : valueDetail(device, address ?? "", value ?? "", held, this.#options.home);
    this.#fire(watcher, device, address, detail);
  }

  /** A device is gone, or does not belong to the target any more. */
  #forget(watcher: Watcher, device: DeviceId): void {
    watcher.inside.delete(device);
    this.#release(watcher, device);
  }

  #release(watcher: Watcher, device: DeviceId): void {
    const hold = watcher.holds.get(device);
    if (!hold) return;
    watcher.holds.delete(device);
    this.#options.agenda.cancel(hold.entry);
    const { live, index } = watcher;
    const key = { automation: live.saved.definition.id, trigger: index, device };
    this.#options.work.track(this.#options.storage.removeHold(key));
  }

  #fire(watcher: Watcher, device: Device, address: string | null, detail: Phrase): void {
    const chain = address === null ? [] : this.#options.guard.chainOf(device.id, address, this.#options.now());
    const cause: Cause = { type: watcher.trigger.type, trigger: watcher.index, dueAt: null, detail, chain };
    this.#options.work.track(this.#options.start(watcher.live, cause));
  }

  *#all(): Iterable<Watcher> {
    for (const watchers of this.#watchers.values()) yield* watchers;
  }
}
