import { JiaError, type Origin } from "../../home/index.ts";
import { type Language, languageOf, message, type Named } from "../../language/index.ts";
import { describeEntry, type Memory, type NewEntry, type ThingNames } from "../../people/memory/index.ts";
import type { DialogueContext } from "../../understanding/ground/context.ts";
import { type HomeEntity, type NameConflict, nameConflict } from "../../understanding/memory/entities.ts";
import { readToRemember } from "../../understanding/memory/read.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";

/** Where the assistant keeps what people ask it to remember, and how it finds names. */
export interface MemoryPorts {
  readonly memory: Memory;
  /** The index of names, including those that the speaker uses. */
  readonly indexFor: (origin: Origin) => HomeIndex;
  /** The names of a scene by id; null when there is none. */
  readonly scene: (id: string) => Named | null;
}

/** The context for words outside a conversation: no room, no focus. */
export function contextWithoutConversation(
  text: string,
  index: HomeIndex,
  language: Language,
  now: number,
): DialogueContext {
  const focus = { devices: [], rooms: [], address: null };
  return { index, language, spoken: languageOf(text), room: null, focus, now };
}

/**
 * The entry for words to remember: a name, a time or a preference where the words give one, otherwise a fact.
 * @throws JiaError `memory-name-taken`; `ambiguous-name` where several things may be meant; `invalid-request` for a name that is none
 */
export function memoryDraftOf(text: string, context: DialogueContext, names: ThingNames): NewEntry {
  const read = readToRemember(text, context);
  switch (read.op) {
    case "remember": {
      const { entry, personal } = read;
      return entry.kind === "fact" ? { kind: "fact", text, personal } : { ...entry, text, personal };
    }
    case "name-one-of": {
      const known = read.options.slice(0, MOST_OPTIONS).map(({ indexed }) => indexed.device.handle);
      throw new JiaError("ambiguous-name", { name: read.name, known: known.join(", ") });
    }
    case "refuse-name":
      if (read.trouble.kind === "no-thing") return { kind: "fact", text, personal: false };
      throw nameError(read.name, read.trouble, names, context.language);
    case "half":
      throw new JiaError("invalid-request", { detail: message("memory.halfOfDay", { name: read.name }) });
    default:
      return read satisfies never;
  }
}

/** Most options that an error lists. */
const MOST_OPTIONS = 5;

/** Checks that a new name is free. @throws JiaError `memory-name-taken`; `invalid-request` for a reserved word */
export function checkName(entry: NewEntry, context: DialogueContext, names: ThingNames): void {
  if (entry.kind !== "name") return;
  const trouble = nameConflict(entry.name, entry.of, context);
  if (trouble) throw nameError(entry.name, trouble, names, context.language);
}

function nameError(name: string, trouble: NameConflict, names: ThingNames, language: Language): JiaError {
  switch (trouble.kind) {
    case "reserved":
      return new JiaError("invalid-request", { detail: message("memory.reserved", { name }) });
    case "taken":
      return new JiaError("memory-name-taken", { name, thing: calledThing(trouble.by, names, language) });
    default:
      return trouble satisfies never;
  }
}

function calledThing(thing: HomeEntity, names: ThingNames, language: Language): string {
  return names.thing(thing, language) ?? thing.id;
}

/** The text of an entry that came without words, from its description. */
export function entryText(entry: NewEntry, names: ThingNames, language: Language): string {
  return describeEntry({ ...entry, id: "", person: null, at: 0, by: null, until: null }, names, language);
}
