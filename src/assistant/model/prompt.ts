import type { DeviceId, HomeView } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import { type Prompts, promptText } from "../prompts.ts";
import { quote } from "../tools/outline.ts";
import { type Catalogue, catalogueOf, hintLines, MAX_HINTS } from "./catalogue.ts";

/** How much a model is told and offered: all of it, or what a small one can hold. */
export type ModelProfile = "full" | "small";

export interface Situation {
  readonly text: string;
  readonly language: Language;
  /** Id of the speaker's room, null when it is not known. */
  readonly room: string | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Devices that the text seems to name, most likely first. */
  readonly devices: readonly DeviceId[];
}

/** The new message, with the state that it shows. */
export interface Message {
  readonly text: string;
  /** The devices whose state stands in it. */
  readonly devices: readonly DeviceId[];
}

/** Builds what a model is told. The system prompt is kept until the home's catalogue changes. */
export class PromptBuilder {
  readonly #home: HomeView;
  readonly #prompts: Prompts;
  readonly #rules: "system" | "system-small";
  /** The home's catalogue and what it was made of. */
  #made: { readonly revision: number; readonly rooms: number; readonly catalogue: Catalogue } | null = null;

  constructor(home: HomeView, prompts: Prompts, profile: ModelProfile = "full") {
    this.#home = home;
    this.#prompts = prompts;
    this.#rules = profile === "small" ? "system-small" : "system";
  }

  /** Rules and catalogue: the same bytes for every turn in a language until the catalogue changes. */
  system(language: Language): string {
    const { text } = this.#catalogue();
    return promptText(this.#prompts, this.#rules, language, { home: quote(this.#home.name), catalogue: text });
  }

  /** The new message: the time, the place and the state that it seems to be about, then the person's own words. */
  message({ text, language, room, now, devices }: Situation): Message {
    const place = room === null ? undefined : this.#home.layout.room(room);
    const shown = devices.slice(0, MAX_HINTS);
    const lines = hintLines(this.#home, shown, this.#catalogue().complete, now);
    const content = promptText(this.#prompts, "message", language, {
      time: localTime(now, this.#home.timezone, language),
      timezone: this.#home.timezone,
      room: place ? `${quote(place.id)} ${quote(place.name)}` : "-",
      state: lines.length > 0 ? `\n${lines.join("\n")}` : " -",
      text,
    });
    return { text: content, devices: shown };
  }

  #catalogue(): Catalogue {
    const { revision, layout } = this.#home;
    const rooms = layout.rooms.length;
    if (this.#made?.revision !== revision || this.#made.rooms !== rooms) {
      this.#made = { revision, rooms, catalogue: catalogueOf(this.#home) };
    }
    return this.#made.catalogue;
  }
}

/** "Tuesday 2026-11-24 22:50" in the home's time zone. */
function localTime(now: number, timezone: string, language: Language): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const weekday = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: timezone }).format(now);
  return `${weekday} ${zoned.toPlainDate().toString()} ${zoned.toPlainTime().toString({ smallestUnit: "minute" })}`;
}
