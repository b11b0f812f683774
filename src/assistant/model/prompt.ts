import type { HomeView } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import { inLanguage, type Prompts, promptText } from "../prompts.ts";
import { quote } from "../tools/devices/outline.ts";
import { type HomeCatalogue, homeCatalogue } from "./catalogue/catalogue.ts";
import { type NowBlock, type NowContext, nowBlock } from "./now/now-block.ts";

/** The size of prompts and tools: "full", or "small" for small models. */
export type ModelProfile = "full" | "small";

export interface PromptContext extends NowContext {
  readonly text: string;
}

/** The new message, with the evidence in it. */
export interface PromptMessage extends Omit<NowBlock, "places"> {
  readonly text: string;
}

/** Builds the prompts of a model. The catalogue is kept until the home changes. */
export class PromptBuilder {
  readonly #home: HomeView;
  readonly #prompts: Prompts;
  readonly #rules: "system" | "system-small";
  /** The catalogue with the revision and the number of rooms that it was made from. */
  #made: { readonly revision: number; readonly rooms: number; readonly catalogue: HomeCatalogue } | null = null;

  constructor(home: HomeView, prompts: Prompts, profile: ModelProfile = "full") {
    this.#home = home;
    this.#prompts = prompts;
    this.#rules = profile === "small" ? "system-small" : "system";
  }

  /** The system prompt with rules and catalogue: the same bytes for a language until the catalogue changes. */
  system(language: Language): string {
    const { text } = this.#catalogue();
    return promptText(this.#prompts, this.#rules, language, { home: quote(this.#home.name), catalogue: text });
  }

  /** The new message: the block of now, then the person's words. */
  message({ text, ...moment }: PromptContext): PromptMessage {
    const { places, ...shown } = nowBlock(this.#home, this.#prompts, this.#catalogue(), moment);
    return { text: filled(this.#prompts, moment.language, { ...places, text }), ...shown };
  }

  #catalogue(): HomeCatalogue {
    const { revision, layout } = this.#home;
    const rooms = layout.rooms.length;
    if (this.#made?.revision !== revision || this.#made.rooms !== rooms) {
      this.#made = { revision, rooms, catalogue: homeCatalogue(this.#home) };
    }
    return this.#made.catalogue;
  }
}

/** The text of `message.md` with its places filled; a line with an empty value is left out. */
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
