import { durationPhrase, message } from "../../language/index.ts";
import { type Trigger, toMs } from "../definition/index.ts";
import { whoPhrase } from "../describe/words.ts";
import type { RunCause } from "../runs/run.ts";
import type { Agenda, AgendaEntry } from "../schedule/agenda.ts";
import type { AutomationStorage, Hold } from "../storage.ts";
import { type ArrivalOrDeparture, type Resident, whereaboutsHold } from "../surroundings/residents.ts";
import { triggerKindOf } from "../triggers/index.ts";
import type { PeopleWatch } from "../triggers/kind.ts";
import { isEnabled, type LiveAutomation } from "./live.ts";
import type { TaskTracker } from "./task-tracker.ts";

export interface PresenceTriggersOptions {
  readonly agenda: Agenda;
  readonly storage: AutomationStorage;
  readonly work: TaskTracker;
  readonly now: () => number;
  readonly residents: () => readonly Resident[];
  /** The name of a person, by id. */
  readonly nameOf: (person: string) => string | null;
  readonly start: (live: LiveAutomation, cause: RunCause) => Promise<unknown>;
}

/** A presence trigger of an automation. */
interface Watcher {
  readonly live: LiveAutomation;
  /** Index among the triggers. */
  readonly index: number;
  readonly trigger: Trigger;
  readonly watch: PeopleWatch<Trigger>;
  /** Waits for the end of a `for`, keyed by the person, or by the group for triggers on a whole group. */
  readonly holds: Map<string, AgendaEntry>;
}

/** Decides whether presence triggers fire, at once or when their state has held for long enough. */
export class PresenceTriggers {
  readonly #options: PresenceTriggersOptions;
  readonly #watchers = new Map<LiveAutomation, readonly Watcher[]>();

  constructor(options: PresenceTriggersOptions) {
    this.#options = options;
  }

  add(live: LiveAutomation): void {
    this.remove(live);
    if (!isEnabled(live)) return;
    const watchers = live.saved.definition.triggers.flatMap((trigger, index): Watcher[] => {
      const { watch } = triggerKindOf(trigger);
      return watch.by === "people" ? [{ live, index, trigger, watch, holds: new Map() }] : [];
    });
    if (watchers.length > 0) this.#watchers.set(live, watchers);
  }

  remove(live: LiveAutomation): void {
    for (const { holds } of this.#watchers.get(live) ?? []) {
      for (const entry of holds.values()) this.#options.agenda.cancel(entry);
    }
    this.#watchers.delete(live);
  }

  /** Continues a `for` that began before the restart. */
  restoreHold(live: LiveAutomation, { trigger, device, since }: Hold): void {
    const watcher = this.#watchers.get(live)?.find(({ index }) => index === trigger);
    const key = keyOfHold(device);
    if (watcher && key !== null) this.#arm(watcher, key, since);
  }

  /** Takes an arrival or departure. */
  note(event: ArrivalOrDeparture): void {
    for (const watcher of [...this.#watchers.values()].flat()) {
      const { trigger, watch } = watcher;
      for (const key of [...watcher.holds.keys()]) if (watch.ends(trigger, key, event)) this.#release(watcher, key);
      if (!watch.fires(trigger, event, this.#options.residents(), this.#options.now())) continue;
      const key = watch.keyOf(trigger, event);
      if (watch.lasts(trigger) === undefined) this.#fire(watcher, key);
      else if (!watcher.holds.has(key)) this.#hold(watcher, key, event.at);
    }
  }

  #hold(watcher: Watcher, key: string, since: number): void {
    this.#arm(watcher, key, since);
    const { live, index } = watcher;
    const hold = { automation: live.saved.definition.id, trigger: index, device: holdKey(key), since };
    this.#options.work.track(this.#options.storage.saveHold(hold));
  }

  #arm(watcher: Watcher, key: string, since: number): void {
    const { agenda } = this.#options;
    const { trigger, watch } = watcher;
    const over = since + toMs(watch.lasts(trigger) ?? 0);
    watcher.holds.set(
      key,
      agenda.lasting(over, () => {
        this.#release(watcher, key);
        const is = whereaboutsHold(watch.heldOf(trigger, key), this.#options.residents(), this.#options.now());
        if (is === true) this.#fire(watcher, key);
      }),
    );
  }

  #release(watcher: Watcher, key: string): void {
    const entry = watcher.holds.get(key);
    if (!entry) return;
    watcher.holds.delete(key);
    this.#options.agenda.cancel(entry);
    const { live, index } = watcher;
    const hold = { automation: live.saved.definition.id, trigger: index, device: holdKey(key) };
    this.#options.work.track(this.#options.storage.removeHold(hold));
  }

  #fire({ live, index, trigger, watch }: Watcher, key: string): void {
    const { person, is } = watch.heldOf(trigger, key);
    const who = whoPhrase(person, this.#options.nameOf);
    const lasting = watch.lasts(trigger);
    const lasts = lasting === undefined ? "" : durationPhrase(toMs(lasting));
    const detail = message("conditions.presence", { who, home: is === "home", lasts });
    this.#options.work.track(
      this.#options.start(live, { type: trigger.type, trigger: index, dueAt: null, detail, chain: [] }),
    );
  }
}

const HOLD = "person ";

/** The key of a stored wait, distinct from device ids. */
function holdKey(key: string): string {
  return `${HOLD}${key}`;
}

function keyOfHold(device: string): string | null {
  return device.startsWith(HOLD) ? device.slice(HOLD.length) : null;
}
