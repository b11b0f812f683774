import type { DialogueContext } from "../ground/context.ts";
import type { Item } from "../parse/items.ts";
import { segmentText } from "../parse/segment.ts";
import { normalise } from "../text/tokens.ts";
import { understand } from "../understand.ts";
import {
  type CompiledMemoryForms,
  eventCalled,
  everyGroupsIn,
  groupsIn,
  memoryForms,
  type PatternList,
} from "./compiled-forms.ts";
import { type DailyTime, dailyTimeIn } from "./daily-times.ts";
import { nameConflict, namePairIn } from "./entities.ts";
import type { DayEvent, MemoryForms } from "./forms.ts";
import { favouriteSaid, partSaid, preferenceIn, propertyCalled } from "./preferences.ts";
import { forgetRequestIn, memoryQuestionsIn } from "./recall.ts";
import type { MemoryEntryDraft, MemoryRequest } from "./request.ts";

type Groups = Readonly<Record<string, string | undefined>>;
type Remember = Extract<MemoryRequest, { readonly op: "remember" | "name-one-of" | "refuse-name" | "half" }>;

/** In UTF-16 units: the longest text that is read. */
const LONGEST = 400;
/** The same for everything but facts. */
const LONGEST_BUT_FACTS = 140;

/** Reads a request to remember, tell or forget something. Null for other sentences. */
export function readMemory(said: string, context: DialogueContext): MemoryRequest | null {
  const text = plain(said);
  if (text.length === 0 || text.length > LONGEST) return null;
  for (const language of memoryForms()) {
    const told = groupsIn(language, "remember", text);
    const found =
      forgetRequestIn(text, context, language) ??
      (told ? behindRemember(told, text, context, language) : entryIn(text, context, language, false)) ??
      (text.length > LONGEST_BUT_FACTS ? null : memoryQuestionsIn(text, context, language));
    if (found) return found;
  }
  return null;
}

/** Reads a text that shall be remembered; a fact where it is nothing else. */
export function readToRemember(said: string, context: DialogueContext): Remember {
  const text = plain(said);
  let asked: string | null = null;
  for (const language of memoryForms()) {
    const what = groupsIn(language, "remember", text)?.["what"];
    asked ??= what ?? null;
    const found = entryIn(what ?? text, context, language, true);
    if (found) return found;
  }
  // The fact as it was said, without the request.
  const fact = asked ?? text;
  return factOf(fact, null, isPersonal(fact));
}

/** The text without marks at its end, and with one kind of apostrophe. */
function plain(said: string): string {
  return said
    .normalize("NFKC")
    .replace(/\s+/gu, " ")
    .replace(/[\s.。!！?？]+$/u, "")
    .trim();
}

/** The entry behind "remember that"; null where that is a command, a reminder or a scene. */
function behindRemember(
  { what = "", until, that }: Groups,
  text: string,
  context: DialogueContext,
  language: CompiledMemoryForms,
): MemoryRequest | null {
  const { forms } = language;
  if (forms.notWhat.some((pattern) => pattern.test(what)) || (!forms.facts.test(what) && holdsCommand(what, context)))
    return null;
  const entry = entryIn(what, context, language, true);
  const tells = that !== undefined || forms.tells.test(what);
  const found = entry ?? (tells ? factOf(what, subjectOf(what, forms), isMine(what, forms)) : null);
  if (!found || text.includes("?")) return null;
  return found.op === "remember" && until !== undefined ? { ...found, until } : found;
}

/**
 * A name, a time or a preference in a text.
 * @param told it was asked to be remembered
 */
function entryIn(
  text: string,
  context: DialogueContext,
  language: CompiledMemoryForms,
  told: boolean,
): Remember | null {
  if (text.length > LONGEST_BUT_FACTS) return null;
  return (
    nameIn(text, context, language, told) ?? timeIn(text, context, language, told) ?? likingIn(text, context, language)
  );
}

function* groupsOf(language: CompiledMemoryForms, lists: readonly PatternList[], text: string): Iterable<Groups> {
  for (const list of lists) yield* everyGroupsIn(language, list, text);
}

function nameIn(text: string, context: DialogueContext, language: CompiledMemoryForms, told: boolean): Remember | null {
  const { forms } = language;
  for (const groups of groupsOf(language, told ? ["names", "namesTold"] : ["names"], text)) {
    const pair = namePairIn(groups, context, forms);
    if (!pair) continue;
    const { name, entity, thing } = pair;
    const personal = groups["mine"] !== undefined || isMine(text, forms);
    if (!entity) return { op: "refuse-name", name, trouble: { kind: "no-thing", thing } };
    if (entity.kind === "several") return { op: "name-one-of", name, options: entity.options, text, personal };
    const trouble = nameConflict(name, entity.thing, context);
    if (trouble) return { op: "refuse-name", name, trouble };
    return remembered({ kind: "name", name, of: entity.thing }, text, personal);
  }
  return null;
}

function timeIn(text: string, context: DialogueContext, language: CompiledMemoryForms, told: boolean): Remember | null {
  const { forms } = language;
  for (const groups of groupsOf(language, told ? ["times", "timesTold"] : ["times"], text)) {
    const { noun, does, name, when = "", days = "", more } = groups;
    const words = noun ?? does ?? name ?? "";
    const event = eventCalled(language, words);
    if (event === null && (name === undefined || isOfHome(name, context))) continue;
    const times = timesSaid(`${days} ${when}${more === undefined ? "" : `, ${more}`}`, event, context, forms);
    const [time, ...others] = times;
    if (!time) continue;
    const called = event ?? words.trim().replace(forms.article, "");
    const personal = isMine(text, forms);
    if (times.includes("half")) return { op: "half", event, name: called, personal };
    const entryOf = (each: DailyTime): MemoryEntryDraft => ({ kind: "time", name: called, ...each });
    const said = [time, ...others].filter((each) => each !== "half");
    const [entry, ...also] = said.map(entryOf);
    if (entry) return { ...remembered(entry, text, personal), ...(also.length > 0 && { also }) };
  }
  return null;
}

/**
 * One time, or several for different days: "eleven on weekdays and midnight at weekends". Empty where anything else is said.
 */
function timesSaid(
  when: string,
  event: DayEvent | null,
  { index }: DialogueContext,
  forms: MemoryForms,
): readonly (DailyTime | "half")[] {
  const whole = dailyTimeIn(when, event, index, forms);
  if (whole !== null) return [whole];
  const parts = when.split(forms.and).map((part) => dailyTimeIn(part, event, index, forms));
  const times = parts.filter((part) => part !== null);
  return parts.length > 1 && times.length === parts.length ? times : [];
}

/** Whether a word means a device, a room or a plan, whose time is set and not remembered. */
function isOfHome(name: string, context: DialogueContext): boolean {
  return segmentText(normalise(name), context.index).some(
    ({ home, lex, measure }) =>
      measure !== null ||
      (home !== null && home.devices.length + home.rooms.length + home.scenes.length > 0) ||
      (lex !== null && lex.kinds.length + lex.props.length > 0) ||
      (lex?.roles.some((role) => PLANNED.has(role)) ?? false),
  );
}

const PLANNED: ReadonlySet<string> = new Set([
  "timer",
  "alarm",
  "wake",
  "remind",
  "automation",
  "scene",
  "rings",
  "calls",
]);

function likingIn(text: string, context: DialogueContext, language: CompiledMemoryForms): Remember | null {
  const { forms } = language;
  for (const { thing = "", value = "", part, later } of everyGroupsIn(language, "likes", text)) {
    const liking = preferenceIn(thing, value, partSaid(part ?? later, forms), context, forms);
    if (liking) return remembered(liking, text, isMine(text, forms));
  }
  for (const { thing = "", property, value = "" } of everyGroupsIn(language, "favourites", text)) {
    const type = property === undefined ? "color" : propertyCalled(property, forms);
    // "My favourite film" is no property of a home, and remembered as a fact.
    if (type === null) return factOf(text, null, isMine(text, forms));
    const about = thing.trim();
    const liking =
      about === ""
        ? favouriteSaid(type, value, context)
        : preferenceIn(about, value, null, context, {
            ...forms,
            command: forms.commandOf.replace("{property}", () => property ?? ""),
          });
    if (liking) return remembered({ part: null, ...liking }, text, isMine(text, forms));
  }
  return null;
}

function remembered(entry: MemoryEntryDraft, text: string, personal: boolean): Remember {
  return { op: "remember", entry, text, personal, until: null };
}

function factOf(text: string, subject: string | null, personal: boolean): Remember {
  return remembered({ kind: "fact", subject }, text, personal);
}

/** The subject of a fact that says that something changed; null for others. */
function subjectOf(text: string, { changed, subject }: MemoryForms): string | null {
  return changed.test(text) ? (subject.exec(text)?.groups?.["subject"] ?? null) : null;
}

/** Whether it belongs to the speaker, not to everybody. */
function isMine(text: string, { mine, ours }: MemoryForms): boolean {
  return mine.test(text) && !ours.test(text);
}

/** The same in any language. */
export function isPersonal(text: string): boolean {
  return memoryForms().some(({ forms }) => isMine(text, forms));
}

/** Whether the text, or a sentence of it, is a command, which is no fact. */
function holdsCommand(text: string, context: DialogueContext): boolean {
  const sentences = text.split(/(?<=[.;!?。；！？])\s*/u).filter((sentence) => sentence.trim() !== "");
  return commands(text, context) || (sentences.length > 1 && sentences.some((each) => commands(each, context)));
}

function commands(text: string, context: DialogueContext): boolean {
  const meant = understand(text, { ...context, focus: { devices: [], rooms: [], address: null } }, null);
  if (meant.kind === "unknown") return meant.frames.some(({ items, asking }) => asking === null && items.some(acts));
  return meant.steps.some((step) => {
    if (step.kind === "do" || step.kind === "ask") return step.frame.items.some(acts);
    return COMMANDING.has(step.kind);
  });
}

/** Kinds of steps that do or plan something. */
const COMMANDING: ReadonlySet<string> = new Set([
  "timer",
  "later",
  "whenever",
  "existing",
  "make-scene",
  "keep-scene",
  "remove-scene",
  "unplan",
  "scene",
]);

function acts({ lex }: Item): boolean {
  return (lex?.acts.length ?? 0) > 0;
}
