import { createHash } from "node:crypto";
import { z } from "zod";
import { type HomeView, JiaError } from "../../home/index.ts";
import { type Language, message, messages, textOf } from "../../language/index.ts";
import { describeEntry, homeThings, labelOf, type MemoryEntry, type ThingNames } from "../../people/memory/index.ts";
import { memoryForms } from "../../understanding/memory/compiled-forms.ts";
import { mentions, unsaidIn } from "../../understanding/memory/matching.ts";
import { isPersonal, readMemory } from "../../understanding/memory/read.ts";
import { contextWithoutConversation, type MemoryPorts, memoryDraftOf } from "../memory/drafts.ts";
import type { Prompts } from "../prompts.ts";
import { isNarration, wishSignsOf } from "../wishes/orders.ts";
import type { KeyAliases } from "./forms/argument-shape.ts";
import { contentResult, defineTool, type Tool, type ToolApproval, type ToolContext, type ToolResult } from "./tool.ts";

const Arguments = z.strictObject({
  text: z.string().min(1).max(300).optional(),
  forget: z.string().min(1).max(300).optional(),
});
type Arguments = z.output<typeof Arguments>;

const NAMES: KeyAliases = {
  text: ["remember", "fact", "note", "content", "value", "add"],
  forget: ["delete", "remove", "drop"],
};

/** The result of a call that waits for a yes. */
const HELD = { content: { done: false, waits_for: "a yes of the person" }, outcomes: [], failures: [] } as const;

/** The tool that remembers and forgets. What the person's own words of this turn do not ask for waits for a yes. */
export function rememberTool(home: HomeView, prompts: Prompts, options: MemoryPorts): Tool {
  return defineTool(prompts, {
    name: "remember",
    kind: "write",
    schema: Arguments,
    examples: [{ text: "WORDS" }, { forget: "WORDS" }],
    names: NAMES,
    run: async (args, context) => await new Call(home, options, context).run(args),
  });
}

class Call {
  readonly #options: MemoryPorts;
  readonly #context: ToolContext;
  readonly #names: ThingNames;

  constructor(home: HomeView, options: MemoryPorts, context: ToolContext) {
    this.#options = options;
    this.#context = context;
    this.#names = homeThings(home, context.now, options.scene);
  }

  async run({ text, forget }: Arguments): Promise<ToolResult> {
    const { memory } = this.#options;
    if (memory.speakerOf(this.#context.origin).kind === "stranger") throw new JiaError("memory-denied");
    if (forget !== undefined) return await this.#forget(forget, text);
    return text === undefined ? this.#list() : await this.#remember(text);
  }

  #list(): ToolResult {
    const { language } = this.#context;
    const words = messages(language).memory;
    const items = this.#entries().map((entry) => describeEntry(entry, this.#names, language));
    const sentence =
      items.length === 0
        ? words.knowsNothing({ about: "" })
        : words.list({ items: items.slice(-MOST_LISTED), more: Math.max(0, items.length - MOST_LISTED) });
    return { ...contentResult({ remembered: items }), sentence };
  }

  async #remember(text: string): Promise<ToolResult> {
    const { origin, language, now, named } = this.#context;
    const own = named?.text ?? "";
    const asked = { text };
    if (!this.#agreed(asked)) {
      const unsaid = unsaidIn(text, own, FORMS());
      if (unsaid.length > 0) {
        const detail = textOf(message("memory.notSaid"), language);
        return { content: { done: false, error: detail, words: unsaid }, outcomes: [], failures: [detail], misses: [] };
      }
      if (!this.#wishesToRemember(own))
        return { ...HELD, approval: this.#approval(messages(language).memory.askRemember({ text }), asked) };
    }
    const dialogue = contextWithoutConversation(text, this.#options.indexFor(origin), language, now);
    const draft = memoryDraftOf(text, dialogue, this.#names);
    const words = messages(language).memory;
    const added = await this.#options.memory.add({ ...draft, personal: isPersonal(own === "" ? text : own) }, origin);
    const what = describeEntry(added.entry, this.#names, language);
    const sentence = added.known
      ? words.knownAlready({ what })
      : added.entry.kind === "fact"
        ? words.noted
        : words.got({ what });
    return { ...contentResult({ remembered: what }), sentence };
  }

  async #forget(words: string, text: string | undefined): Promise<ToolResult> {
    const { origin, language, named } = this.#context;
    const own = named?.text ?? "";
    const found = this.#entries().filter((entry) => this.#isCalled(entry, words));
    const asked = { forget: words, ...(text !== undefined && { text }) };
    if (found.length === 0) {
      const detail = messages(language).memory.knowsNothing({ about: words });
      return { content: { done: false, error: detail }, outcomes: [], failures: [detail], misses: [] };
    }
    const items = found.map((entry) => labelOf(entry, this.#names, language));
    // With a replacement it is a change, and needs the words for remembering.
    const wished = named?.wishes.forgets === true || (text !== undefined && this.#wishesToRemember(own));
    const said = mentions(own, words, FORMS()) || found.every((entry) => this.#isCalled(entry, own));
    if (!this.#agreed(asked) && (!wished || !said || found.length > 1))
      return { ...HELD, approval: this.#approval(messages(language).memory.askForget({ items }), asked) };
    const remembered = text === undefined ? null : await this.#remember(text);
    if (remembered && remembered.failures.length + (remembered.approval ? 1 : 0) > 0) return remembered;
    const ids = found.map(({ id }) => id);
    const gone = await this.#options.memory.forget(ids, origin);
    if (remembered) return remembered;
    return { ...contentResult({ forgotten: gone.length }), sentence: messages(language).memory.forgot({ items }) };
  }

  /** The entries that the speaker may hear. */
  #entries(): readonly MemoryEntry[] {
    return this.#options.memory.list(this.#context.origin);
  }

  #isCalled(entry: MemoryEntry, words: string): boolean {
    const languages = memoryForms().map(({ language }) => language);
    const told = [entry.text, ...languages.map((language) => this.#toldIn(entry, language))].join("\n");
    return mentions(told, words, FORMS());
  }

  #toldIn(entry: MemoryEntry, language: Language): string {
    return `${labelOf(entry, this.#names, language)} ${describeEntry(entry, this.#names, language)}`;
  }

  /** Whether the person's own words ask to remember something, or state it in a form that asks for that. */
  #wishesToRemember(own: string): boolean {
    const { named, origin, language, room, now } = this.#context;
    if (!named || named.asking) return false;
    const signs = wishSignsOf(own);
    if (named.wishes.remembers && !isNarration(new Set([...signs].filter((sign) => sign !== "tale")))) return true;
    const dialogue = contextWithoutConversation(own, this.#options.indexFor(origin), language, now);
    return readMemory(own, { ...dialogue, room })?.op === "remember";
  }

  #agreed(asked: Arguments): boolean {
    return this.#context.consent !== undefined && this.#context.consent === tokenOf(asked);
  }

  #approval(question: string, asked: Arguments): ToolApproval {
    return {
      subject: asked.text ?? asked.forget ?? "",
      question,
      commands: [],
      consent: tokenOf(asked),
      arguments: asked,
    };
  }
}

/** Most entries that are listed; the rest is counted. */
const MOST_LISTED = 5;

const FORMS = () => memoryForms().map(({ forms }) => forms);

/** The token of exactly what a yes is for. */
function tokenOf(asked: Arguments): string {
  return createHash("sha256")
    .update(JSON.stringify(["remember", asked.text ?? "", asked.forget ?? ""]))
    .digest("base64url");
}
