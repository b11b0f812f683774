import type { Device, DeviceId, Home, HomeEvent, HomeEventOf, Phrase } from "../../home/index.ts";
import { isInTarget, resolveTarget } from "../references/targets.ts";
import type { RunCause } from "../runs/run.ts";
import type { Agenda } from "../schedule/agenda.ts";
import type { AutomationStorage, Hold } from "../storage.ts";
import type { DeviceEvent, WatchedDevice } from "../triggers/kind.ts";
import { isEnabled, type LiveAutomation } from "./live.ts";
import type { LoopGuard } from "./loop-guard.ts";
import type { TaskTracker } from "./task-tracker.ts";
import { WatchedDevices } from "./watched-devices.ts";
import { heldFor, type Watcher, watchersOf } from "./watcher.ts";

export interface DeviceTriggersOptions {
  readonly home: Home;
  readonly agenda: Agenda;
  readonly storage: AutomationStorage;
  readonly guard: LoopGuard;
  readonly work: TaskTracker;
  readonly now: () => number;
  readonly start: (live: LiveAutomation, cause: RunCause) => Promise<unknown>;
}

/** Decides whether triggers on devices fire, at once or when their state has held for long enough. */
export class DeviceTriggers {
  readonly #options: DeviceTriggersOptions;
  readonly #watchers = new Map<LiveAutomation, Watcher[]>();
  readonly #devices = new WatchedDevices();

  constructor(options: DeviceTriggersOptions) {
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

  /** Takes over triggers that were rewritten with the same meaning: holds and states stay. */
  follow(live: LiveAutomation): void {
    const written = new Map(watchersOf(live).map(({ index, trigger }) => [index, trigger]));
    for (const watcher of this.#watchers.get(live) ?? [])
      watcher.trigger = written.get(watcher.index) ?? watcher.trigger;
  }

  /** Continues a `for` that began before the restart. */
  restoreHold(live: LiveAutomation, hold: Hold): void {
    const watcher = this.#watchers.get(live)?.find(({ index }) => index === hold.trigger);
    if (watcher) this.#arm(watcher, hold.device, hold.since, true);
  }

  /** Takes an event of the home, which may fire triggers. */
  note(event: HomeEvent): void {
    switch (event.type) {
      case "property-changed":
        for (const watcher of this.#devices.ofProperty(event.device, event.address)) this.#react(watcher, event);
        for (const watcher of this.#devices.following(event.device, event.address)) this.#boundChanged(watcher, event);
        return;
      case "property-cleared":
        // The state that was waited out does not hold any more, and the next value counts as the first.
        for (const watcher of this.#devices.ofProperty(event.device, event.address)) {
          this.#forget(watcher, event.device.id);
        }
        return;
      case "event-occurred":
        for (const watcher of this.#devices.ofEvent(event.device, event.event)) this.#react(watcher, event);
        return;
      case "availability-changed":
        for (const watcher of this.#devices.ofAvailability(event.device)) this.#react(watcher, event);
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
    const { trigger, watch } = watcher;
    const { home } = this.#options;
    const follows = watch.follows(trigger);
    for (const { device: of, address } of follows) {
      if (of !== null && home.device(of) === device) this.#devices.follow(watcher, device, address);
    }
    if (!isInTarget(watch.target(trigger), device, home)) {
      this.#forget(watcher, device.id);
      return;
    }
    this.#devices.add(watcher, device);
    for (const { device: of, address } of follows) {
      if (of === null && address !== watch.listensTo(trigger).address) this.#devices.follow(watcher, device, address);
    }
    this.#ask(watcher, device.id, (watched) => watch.begin(trigger, device, watched));
  }

  /** Asks the kind of a trigger about one device, and keeps the state that it sets. */
  #ask<Answer>(watcher: Watcher, device: DeviceId, question: (watched: WatchedDevice) => Answer): Answer {
    const { home, now } = this.#options;
    const held = watcher.holds.has(device);
    const watched: WatchedDevice = { home, now: now(), held, inside: watcher.inside.get(device) };
    const answer = question(watched);
    if (watched.inside !== undefined) watcher.inside.set(device, watched.inside);
    return answer;
  }

  /** Asks triggers again whose bound follows a changed value: their numbers may have crossed it. */
  #boundChanged(watcher: Watcher, event: HomeEventOf<"property-changed">): void {
    const { trigger, watch } = watcher;
    const { address } = watch.listensTo(trigger);
    if (address === null) return;
    for (const device of resolveTarget(watch.target(trigger), this.#options.home)) {
      const value = device.state.get(address)?.value;
      // A device that is compared with itself was handled before.
      if (value === undefined || (device === event.device && address === event.address)) continue;
      this.#react(watcher, { ...event, device, address, value }, event);
    }
  }

  /** @param source the change: of the device itself, or of the value that it is compared with */
  #react(watcher: Watcher, event: DeviceEvent, source: DeviceEvent = event): void {
    const { trigger, watch } = watcher;
    const { device } = event;
    const reaction = this.#ask(watcher, device.id, (watched) => watch.react(trigger, event, watched));
    switch (reaction) {
      case "fire":
        this.#becameSo(watcher, event, source);
        return;
      case "end":
        this.#release(watcher, device.id);
        return;
      case "look":
        this.#heldLongEnough(watcher, device.id);
        return;
      case "nothing":
        return;
      default:
        reaction satisfies never;
    }
  }

  #becameSo(watcher: Watcher, event: DeviceEvent, source: DeviceEvent): void {
    const { trigger, watch, live, index } = watcher;
    const { device, at } = event;
    // A retained value changed while nobody listened: nothing happened now, but it may have held for long enough.
    const retained = event.type === "property-changed" && event.cause === "retained";
    if (retained && watch.lasts(trigger) === undefined) return;
    if (heldFor(watcher) === 0) {
      const value = event.type === "property-changed" ? event.value : undefined;
      const detail = watch.detail(trigger, device, value, undefined, this.#options.home);
      this.#fire(watcher, source.device, addressOf(source), detail);
      return;
    }
    this.#arm(watcher, device.id, at);
    const hold = { automation: live.saved.definition.id, trigger: index, device: device.id, since: at };
    this.#options.work.track(this.#options.storage.saveHold(hold));
  }

  #arm(watcher: Watcher, device: DeviceId, since: number, resumed = false): void {
    const { agenda } = this.#options;
    const over = since + heldFor(watcher);
    const run = (): void => this.#heldLongEnough(watcher, device);
    const entry = resumed ? agenda.at(over, run) : agenda.lasting(over, run);
    watcher.holds.set(device, { since, entry });
  }

  /**
   * Fires when the time is over and the state still holds; waits on while the device has not reported since the
   * restart.
   */
  #heldLongEnough(watcher: Watcher, id: DeviceId): void {
    const hold = watcher.holds.get(id);
    const device = this.#options.home.device(id);
    if (!hold || !device || hold.entry.at > this.#options.now()) return;
    const { trigger, watch } = watcher;
    const is = this.#ask(watcher, id, (watched) => watch.stillSo(trigger, device, watched));
    if (is === null) return;
    this.#release(watcher, id);
    if (!is) return;
    const { address } = watch.listensTo(trigger);
    const value = address === null ? undefined : device.state.get(address)?.value;
    const detail = watch.detail(trigger, device, value, watch.lasts(trigger), this.#options.home);
    this.#fire(watcher, device, address, detail);
  }

  /** Drops the state of a device that is gone or does not belong to the target any more. */
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
    const cause: RunCause = { type: watcher.trigger.type, trigger: watcher.index, dueAt: null, detail, chain };
    this.#options.work.track(this.#options.start(watcher.live, cause));
  }

  *#all(): Iterable<Watcher> {
    for (const watchers of this.#watchers.values()) yield* watchers;
  }
}

/** The property or event that changed at a device; null: only whether it is online. */
function addressOf(event: DeviceEvent): string | null {
  switch (event.type) {
    case "property-changed":
      return event.address;
    case "event-occurred":
      return event.event;
    case "availability-changed":
      return null;
    default:
      return event satisfies never;
  }
}
