import { type Device, type DeviceId, lapseOf, type Outcome } from "../../home/index.ts";
import { lexicon } from "../../understanding/lexicon/lexicon.ts";
import { type ClockTime, readMeasure } from "../../understanding/parse/quantities.ts";
import { type Token, tokenise } from "../../understanding/text/tokens.ts";
import { allSucceeded, settled } from "../replies/outcomes.ts";
import { shownState } from "../tools/outline.ts";

/** Strings and numbers of one result that are looked at; what is longer is cut for the model as well. */
const MAX_VALUES = 5_000;

/** What a turn has shown so far: the outcomes of its commands, and what was read. */
export class Evidence {
  /** Devices that were read or commanded. */
  readonly devices = new Set<DeviceId>();
  /** Stems of the words in results. */
  readonly words = new Set<string>();
  /** Those of results that tell what was done or is planned, in the home's own words. */
  readonly told = new Set<string>();
  readonly numbers = new Set<number>();
  /** Minutes of the day that stand in results. */
  readonly #clocks = new Set<number>();
  /** Words for what a device can do: they show nothing that is so. */
  readonly able = new Set<string>();
  /** A tool was called. */
  called = false;
  /** Part of what was called last was refused, not found or not tried, and nothing has made up for it since. */
  failed = false;
  /** The room of the speaker: of several with one name that are read, those there are meant. */
  near: ReadonlySet<string> = new Set();
  /** The moment of the turn, in milliseconds since the epoch. */
  readonly now: number;
  #outcomes: readonly Outcome[] = [];

  constructor(now: number) {
    this.now = now;
  }

  /** Takes what the home has told in sentences of its own: what is planned, why something is so. */
  addTold(text: string): void {
    this.addContent(text);
    for (const { text: word, stem } of tokenise(text.slice(0, 5_000))) {
      this.told.add(word);
      this.told.add(stem);
    }
  }

  /** Takes a device with the values that are so now. */
  addReading(device: Device): void {
    const { id, handle, name, aliases } = device;
    this.devices.add(id);
    const fresh = ({ address }: { readonly address: string }) => {
      const state = device.state.get(address);
      return state !== undefined && lapseOf(device, state, this.now) === null;
    };
    this.addContent([handle, name, ...aliases, ...device.spec.properties.keys()]);
    this.addContent(shownState(device, fresh));
  }

  /** Takes what a tool has answered. */
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
    for (const id of ids) this.devices.add(id);
  }

  addOutcomes(outcomes: readonly Outcome[]): void {
    this.#outcomes = [...this.#outcomes, ...outcomes];
    for (const outcome of outcomes) {
      this.devices.add(outcome.device);
      if ("property" in outcome) this.addContent(outcome.value);
    }
  }

  /** What came of each property and action in the end. */
  get outcomes(): readonly Outcome[] {
    return settled(this.#outcomes);
  }

  /** Whether everything that was called ended well. */
  get allGood(): boolean {
    return !this.failed && allSucceeded(this.#outcomes);
  }

  /** Whether nothing was read or done. */
  get empty(): boolean {
    return this.devices.size === 0 && this.words.size === 0;
  }

  /** What a tool answers of a device, without what was so last, and without what it can do. */
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
    // A moment in UTC is no time of day in the home.
    if (INSTANT.test(text)) return;
    const tokens = tokenise(text);
    for (const [at, token] of tokens.entries()) {
      const measure = readMeasure(tokens, at, lexicon());
      if (measure?.kind === "clock") for (const minute of minutesOf(measure.clock)) this.#clocks.add(minute);
      this.#addToken(token);
    }
  }

  /** Whether this time of day stands in a result. */
  hasClock(clock: ClockTime): boolean {
    return minutesOf(clock).some((minute) => this.#clocks.has(minute));
  }

  #addToken({ kind, text, stem, value }: Token): void {
    if (kind === "number") this.#addNumber(value);
    this.words.add(text);
    this.words.add(stem);
  }

  #addNumber(value: number): void {
    this.numbers.add(value);
    this.numbers.add(Math.round(value));
    this.numbers.add(Math.round(value * 10) / 10);
  }
}

const INSTANT = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** The minutes of the day that a time may be. */
function minutesOf({ hour, minute, meridiem }: ClockTime): number[] {
  const half = hour % 12;
  const hours = { am: [half], pm: [half + 12], either: hour > 12 || hour === 0 ? [hour] : [half, half + 12] };
  return hours[meridiem ?? "either"].map((each) => each * 60 + minute);
}

function textsOf(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}
