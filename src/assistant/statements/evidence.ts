import { type Device, type DeviceId, lapseOf, type Outcome } from "../../home/index.ts";
import { lexicon } from "../../understanding/lexicon/lexicon.ts";
import type { ClockTime } from "../../understanding/parse/measure/measures.ts";
import { readMeasure } from "../../understanding/parse/measure/quantities.ts";
import { type Token, tokenise } from "../../understanding/text/tokens.ts";
import type { PastFact } from "../past/index.ts";
import { allSucceeded, lastOutcomes } from "../replies/outcomes.ts";
import { shownState } from "../tools/devices/outline.ts";

/** Most strings and numbers of one result that are taken; the model sees a cut result as well. */
const MAX_VALUES = 5_000;

/** A plan that the prompt shows, in the home's own words. */
export interface ShownPlan {
  readonly text: string;
  /** Only an automation can be paused. */
  readonly paused: boolean;
}

/** The outcomes of an earlier turn of the conversation. */
export interface EarlierOutcomes {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly outcomes: readonly Outcome[];
}

/** Collects what a turn has shown: outcomes of commands, results of reads, and what the prompt shows. */
export class Evidence {
  /** Devices whose state is known: read, commanded, or shown in the prompt. */
  readonly devices = new Set<DeviceId>();
  /** Devices that the turn is about: read, commanded or named by the person. "It is off" means them. */
  readonly #about = new Set<DeviceId>();
  /** The other devices in the speaker's room. */
  readonly #present = new Set<DeviceId>();
  /** Stems of the words in results. */
  readonly words = new Set<string>();
  /** Words, and their stems, of the home's own sentences about what was done or is planned. */
  readonly told = new Set<string>();
  /** Numbers in results. */
  readonly numbers = new Set<number>();
  /** Numbers in the shown state of a device, keyed by device. */
  readonly #own = new Map<DeviceId, Set<number>>();
  /** Measured values with units of shown devices, keyed by device. */
  readonly #measures = new Map<DeviceId, readonly Measured[]>();
  /** The set that takes the numbers of the content being added. */
  #sink: Set<number> = this.numbers;
  /** Times of day in results, in minutes from midnight. */
  readonly #clocks = new Set<number>();
  /** Devices of which a list shows a measured value. */
  readonly #valued = new Set<DeviceId>();
  /** Words for what a device can do; they show no state. */
  readonly able = new Set<string>();
  /** The tool `explain` was called: only its result tells who or what did something. */
  causes = false;
  /** A tool was called. */
  called = false;
  /** A tool of an outside server was called: it may have told the model anything about this home. */
  outside = false;
  /** Plans that the prompt shows with what they do. */
  plans: readonly ShownPlan[] = [];
  /** Facts from reads of the history. */
  past: readonly PastFact[] = [];
  /** Outcomes of earlier turns of the conversation. */
  wishes: readonly EarlierOutcomes[] = [];
  /** A part of the last calls failed or was not tried, and no later call has made up for it. */
  failed = false;
  /** Minutes from midnight in the home's time zone; null when unknown. */
  minuteNow: number | null = null;
  /** Ids of the speaker's rooms: of several devices with one name, those there are meant. */
  near: ReadonlySet<string> = new Set();
  /** The moment of the turn, in milliseconds since the epoch. */
  readonly now: number;
  #outcomes: readonly Outcome[] = [];

  constructor(now: number) {
    this.now = now;
  }

  /** Adds facts about the past. */
  addPast(facts: readonly PastFact[]): void {
    this.past = [...this.past, ...facts];
  }

  /** Adds a sentence of the home's own: what is planned, why something is so. */
  addTold(text: string): void {
    this.addContent(text);
    for (const { text: word, stem } of tokenise(text.slice(0, 5_000))) {
      this.told.add(word);
      this.told.add(stem);
    }
  }

  /** Adds a device that the turn is about, with its current values. */
  addReading(device: Device): void {
    this.#about.add(device.id);
    this.#addShown(device);
  }

  /** Adds a device that the prompt shows because it is in the speaker's room. */
  addPresent(device: Device): void {
    this.#present.add(device.id);
    this.#addShown(device);
  }

  /** Adds a device of which a list shows only whether it is on, open or unlocked. */
  addListed({ id, handle, name, aliases }: Device): void {
    this.devices.add(id);
    this.#addNames([handle, name, ...aliases]);
  }

  /** Adds a device of which a measured value is shown, such as the temperature of a room. */
  addMeasured(device: Device): void {
    this.#valued.add(device.id);
    this.#addShown(device);
  }

  /** Whether values of the device were shown, and not only its place in a list. */
  hasValues(id: DeviceId): boolean {
    return this.#valued.has(id) || this.#about.has(id) || this.#present.has(id);
  }

  /** The devices that a statement without a subject is about. */
  get subjects(): ReadonlySet<DeviceId> {
    return this.#about.size > 0 ? this.#about : this.#present;
  }

  /** Whether the turn is about devices: they were read, commanded or named. */
  get isOfDevices(): boolean {
    return this.#about.size > 0;
  }

  #addShown(device: Device): void {
    const { id, handle, name, aliases } = device;
    this.devices.add(id);
    const fresh = ({ address }: { readonly address: string }) => {
      const state = device.state.get(address);
      return state !== undefined && lapseOf(device, state, this.now) === null;
    };
    this.#addNames([handle, name, ...aliases, ...device.spec.properties.keys()]);
    const measures = [...device.spec.properties.values()].flatMap((property) => {
      const value = fresh(property) ? device.state.get(property.address)?.value : undefined;
      if (typeof value !== "number" || property.values.length > 0) return [];
      return [{ value, unit: property.unit, kind: measuredType(property.type) }];
    });
    this.#measures.set(id, measures);
    // The volume of one device must not prove a temperature of another.
    const own = this.#own.get(id) ?? new Set<number>();
    this.#own.set(id, own);
    this.#sink = own;
    this.addContent(shownState(device, fresh));
    // "-18 °C" is read as 18.
    for (const { value } of measures) this.#addNumber(value);
    this.#sink = this.numbers;
  }

  /** Adds the result of a tool: plain data of any shape. */
  addContent(content: unknown): void {
    const waiting: unknown[] = [content];
    for (let seen = 0; waiting.length > 0 && seen < MAX_VALUES; seen += 1) {
      const next = waiting.pop();
      if (typeof next === "string") this.#addText(next.slice(0, 500));
      else if (typeof next === "number") this.#addNumber(next);
      else if (Array.isArray(next)) {
        this.#addNumber(next.length);
        waiting.push(...next);
      } else if (typeof next === "object" && next !== null) {
        const shown = this.#shownNow(next);
        waiting.push(...Object.values(shown), ...Object.keys(shown));
      }
    }
  }

  addDevices(ids: Iterable<DeviceId>): void {
    for (const id of ids) {
      this.devices.add(id);
      this.#about.add(id);
    }
  }

  addOutcomes(outcomes: readonly Outcome[]): void {
    this.#outcomes = [...this.#outcomes, ...outcomes];
    for (const outcome of outcomes) {
      this.addDevices([outcome.device]);
      if ("property" in outcome) this.#addWritten(outcome);
    }
  }

  /** Adds the new value of an outcome, in place of the value before. */
  #addWritten({ device, value, before }: Extract<Outcome, { property: string }>): void {
    const own = this.#own.get(device) ?? new Set<number>();
    this.#own.set(device, own);
    if (typeof before === "number" && before !== value) for (const each of roundings(before)) own.delete(each);
    this.#sink = own;
    this.addContent(value);
    this.#sink = this.numbers;
  }

  /** How many commands were sent: "it took two tries". */
  get tries(): number {
    return this.#outcomes.length;
  }

  /** The last outcome of each property and action. */
  get outcomes(): readonly Outcome[] {
    return lastOutcomes(this.#outcomes);
  }

  /** Whether all calls succeeded. */
  get allGood(): boolean {
    return !this.failed && allSucceeded(this.#outcomes);
  }

  /** Whether nothing was read or done. */
  get empty(): boolean {
    return this.devices.size === 0 && this.words.size === 0;
  }

  /** A result about a device without stale values, and without what it can do. */
  #shownNow(content: object): object {
    const { set, read, invoke, state, ...shown } = content as Readonly<Record<string, unknown>>;
    for (const token of [set, read, invoke].flatMap(textsOf).flatMap((text) => tokenise(text.slice(0, 500)))) {
      this.able.add(token.text);
      this.able.add(token.stem);
    }
    if (shown["online"] === false || typeof state !== "object" || state === null) return shown;
    const doubted = Object.keys(shown["not_certain"] ?? {});
    const certain = Object.entries(state).filter(([address]) => !doubted.includes(address));
    return { ...shown, state: Object.fromEntries(certain) };
  }

  #addText(text: string): void {
    // A timestamp in UTC is no time of day in the home.
    if (INSTANT.test(text)) return;
    const tokens = tokenise(text);
    for (const [at, token] of tokens.entries()) {
      const measure = readMeasure(tokens, at, lexicon());
      if (measure?.kind === "clock") for (const minute of minutesOf(measure.clock)) this.#clocks.add(minute);
      this.#addToken(token);
    }
  }

  /** Adds words of names; their numbers prove nothing ("Socket 2"). */
  #addNames(names: readonly string[]): void {
    for (const { kind, text, stem } of names.flatMap((name) => tokenise(name))) {
      if (kind === "number") continue;
      this.words.add(text);
      this.words.add(stem);
    }
  }

  /** Whether a number stands in a result or in the shown state of one of these devices. */
  hasNumber(value: number, devices: Iterable<DeviceId>): boolean {
    return this.numbers.has(value) || [...devices].some((id) => this.#own.get(id)?.has(value) === true);
  }

  /** Whether the states of all of these devices were shown. */
  showsAll(devices: readonly DeviceId[]): boolean {
    return devices.length > 0 && devices.every((id) => this.#own.has(id));
  }

  /** Whether a number stands in the shown state of one of these devices. */
  ownsNumber(value: number, devices: readonly DeviceId[]): boolean {
    return devices.some((id) => this.#own.get(id)?.has(value) === true);
  }

  /** Whether one of these devices shows this value in this unit, as people round it. */
  hasMeasure(value: number, unit: string, devices: Iterable<DeviceId>): boolean {
    return this.#measuresOf(devices).some((each) => each.unit === unit && roundings(each.value).includes(value));
  }

  /** The units of the shown values of these devices that equal this value, as people round it. */
  unitsOf(value: number, devices: Iterable<DeviceId>): readonly (string | null)[] {
    return this.#measuresOf(devices).flatMap((each) => (roundings(each.value).includes(value) ? [each.unit] : []));
  }

  /** Whether a number is the difference of two shown values of one type and unit of these devices. */
  reckons(value: number, devices: Iterable<DeviceId>): boolean {
    const known = this.#measuresOf(devices).slice(0, MAX_RECKONED);
    return known.some((one) =>
      known.some(
        (other) =>
          one.unit === other.unit && one.kind === other.kind && equalsRounded(Math.abs(one.value - other.value), value),
      ),
    );
  }

  /** Whether a time of day is now plus a remaining time that these devices show. */
  reckonsClock(clock: ClockTime, devices: Iterable<DeviceId>): boolean {
    const { minuteNow } = this;
    if (minuteNow === null) return false;
    const left = this.#measuresOf(devices).flatMap(({ value, unit }) => {
      const minutes = unit === null ? undefined : MINUTES[unit];
      return minutes === undefined ? [] : [value * minutes];
    });
    return left.some((each) =>
      minutesOf(clock).some((minute) => Math.abs(((minuteNow + each) % MINUTES_A_DAY) - minute) <= NEAR_MINUTES),
    );
  }

  #measuresOf(devices: Iterable<DeviceId>): Measured[] {
    return [...devices].flatMap((id) => this.#measures.get(id) ?? []);
  }

  /** Whether a time of day stands in a result. */
  hasClock(clock: ClockTime): boolean {
    return minutesOf(clock).some((minute) => this.#clocks.has(minute));
  }

  #addToken({ kind, text, stem, value }: Token): void {
    if (kind === "number") this.#addNumber(value);
    this.words.add(text);
    this.words.add(stem);
  }

  #addNumber(value: number): void {
    for (const each of roundings(value)) this.#sink.add(each);
  }
}

/** A value as people and devices round it. */
function roundings(value: number): number[] {
  return [value, Math.round(value), Math.round(value * 10) / 10];
}

/** The type of a property without its prefix: `target-temperature` and `temperature` are of one kind. */
export function measuredType(type: string): string {
  return type.replace(/^(?:target|relative|current)-/, "");
}

/** Whether a computed number equals a stated one, as people round it. */
export function equalsRounded(reckoned: number, said: number): boolean {
  return Math.abs(reckoned - said) <= (Number.isInteger(said) ? 0.5 : 0.05) + 1e-9;
}

interface Measured {
  readonly value: number;
  readonly unit: string | null;
  /** The type of the property without its prefix. */
  readonly kind: string;
}

const MINUTES: Readonly<Record<string, number>> = { seconds: 1 / 60, minutes: 1, hours: 60 };
const MINUTES_A_DAY = 24 * 60;
/** Most minutes by which people round an end time. */
const NEAR_MINUTES = 2;

/** Most values of which differences are tried. */
const MAX_RECKONED = 60;

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** The minutes from midnight that a clock time may mean: two without am or pm. */
function minutesOf({ hour, minute, meridiem }: ClockTime): number[] {
  const half = hour % 12;
  const hours = { am: [half], pm: [half + 12], either: hour > 12 || hour === 0 ? [hour] : [half, half + 12] };
  return hours[meridiem ?? "either"].map((each) => each * 60 + minute);
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
