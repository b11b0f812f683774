import type { HomeView } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import { inLanguage, type Prompts, promptText } from "../prompts.ts";
import { quote } from "../tools/outline.ts";
import { type Catalogue, catalogueOf } from "./catalogue.ts";
import { type Moment, type NowBlock, nowBlock } from "./now.ts";

/** How much a model is told and offered: all of it, or what a small one can hold. */
export type ModelProfile = "full" | "small";

export interface Situation extends Moment {
  readonly text: string;
}

/** The new message, with what it shows of the home. */
export interface Message extends Omit<NowBlock, "places"> {
  readonly text: string;
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

  /** The new message: the block of now, then the person's own words. */
  message({ text, ...moment }: Situation): Message {
    const { places, ...shown } = nowBlock(this.#home, this.#prompts, this.#catalogue(), moment);
    return { text: filled(this.#prompts, moment.language, { ...places, text }), ...shown };
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

/** The text of `message.md`, without the lines that have nothing to tell: a line is filled whole or left out. */
function filled(prompts: Prompts, language: Language, places: Readonly<Record<string, string>>): string {
  const texts = prompts.texts.get("message");
  if (!texts) throw new Error("prompts/*/message.md is missing");
  const lines = inLanguage(texts, language).split("\n");
  return lines
    .filter((line) => [...line.matchAll(PLACE)].every(([, key = ""]) => key === "text" || places[key] !== ""))
    .map((line) => line.replace(PLACE, (_, key: string) => places[key] ?? ""))
    .join("\n");
}

const PLACE = /\{\{(\w+)\}\}/g;
