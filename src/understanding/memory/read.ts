import type { DialogueContext } from "../ground/situation.ts";
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

/** The longest text that is looked at, in UTF-16 units: nobody has more remembered in one breath. */
const LONGEST = 400;
/** The same of all but facts. */
const LONGEST_BUT_FACTS = 140;

/** What a sentence asks of the memory: to remember, to tell or to forget. Null where it is about anything else. */
export function readMemory(said: string, situation: DialogueContext): MemoryRequest | null {
  const text = plain(said);
  if (text.length === 0 || text.length > LONGEST) return null;
  for (const language of memoryForms()) {
    const told = groupsIn(language, "remember", text);
    const found =
      forgetRequestIn(text, situation, language) ??
      (told ? behindRemember(told, text, situation, language) : entryIn(text, situation, language, false)) ??
      (text.length > LONGEST_BUT_FACTS ? null : memoryQuestionsIn(text, situation, language));
    if (found) return found;
  }
  return null;
}

/** What a text that shall be remembered comes to, in whatever words it is put: a fact where it is nothing else. */
export function readToRemember(said: string, situation: DialogueContext): Remember {
  const text = plain(said);
  let asked: string | null = null;
  for (const language of memoryForms()) {
    const what = groupsIn(language, "remember", text)?.["what"];
    asked ??= what ?? null;
    const found = entryIn(what ?? text, situation, language, true);
    if (found) return found;
  }
  // As it was said, without what only asks for it.
  const fact = asked ?? text;
  return factOf(fact, null, isPersonal(fact));
}

/** Without the marks that end it, and with one kind of apostrophe. */
function plain(said: string): string {
  return said
    .normalize("NFKC")
    .replace(/\s+/gu, " ")
    .replace(/[\s.。!！?？]+$/u, "")
    .trim();
}

/** What stands behind "remember that"; null where that is a command, a reminder or a scene. */
function behindRemember(
  { what = "", until, that }: Groups,
  text: string,
  situation: DialogueContext,
  language: CompiledMemoryForms,
): MemoryRequest | null {
  const { forms } = language;
  if (forms.notWhat.some((pattern) => pattern.test(what)) || (!forms.facts.test(what) && holdsCommand(what, situation)))
    return null;
  const entry = entryIn(what, situation, language, true);
  const tells = that !== undefined || forms.tells.test(what);
  const found = entry ?? (tells ? factOf(what, subjectOf(what, forms), isMine(what, forms)) : null);
  if (!found || text.includes("?")) return null;
  return found.op === "remember" && until !== undefined ? { ...found, until } : found;
}

/** A name, a time or a preference that a text tells. @param told it was asked to be remembered */
function entryIn(
  text: string,
  situation: DialogueContext,
  language: CompiledMemoryForms,
  told: boolean,
): Remember | null {
  if (text.length > LONGEST_BUT_FACTS) return null;
  return (
    nameIn(text, situation, language, told) ??
    timeIn(text, situation, language, told) ??
    likingIn(text, situation, language)
  );
}

function* groupsOf(language: CompiledMemoryForms, lists: readonly PatternList[], text: string): Iterable<Groups> {
  for (const list of lists) yield* everyGroupsIn(language, list, text);
}

function nameIn(
  text: string,
  situation: DialogueContext,
  language: CompiledMemoryForms,
  told: boolean,
): Remember | null {
  const { forms } = language;
  for (const groups of groupsOf(language, told ? ["names", "namesTold"] : ["names"], text)) {
    const pair = namePairIn(groups, situation, forms);
    if (!pair) continue;
    const { name, meant, thing } = pair;
    const personal = groups["mine"] !== undefined || isMine(text, forms);
    if (!meant) return { op: "refuse-name", name, trouble: { kind: "no-thing", thing } };
    if (meant.kind === "several") return { op: "name-one-of", name, options: meant.options, text, personal };
    const trouble = nameConflict(name, meant.thing, situation);
    if (trouble) return { op: "refuse-name", name, trouble };
    return remembered({ kind: "name", name, of: meant.thing }, text, personal);
  }
  return null;
}

function timeIn(
  text: string,
  situation: DialogueContext,
  language: CompiledMemoryForms,
  told: boolean,
): Remember | null {
  const { forms } = language;
  for (const groups of groupsOf(language, told ? ["times", "timesTold"] : ["times"], text)) {
    const { noun, does, name, when = "", days = "", more } = groups;
    const words = noun ?? does ?? name ?? "";
    const event = eventCalled(language, words);
    if (event === null && (name === undefined || isOfHome(name, situation))) continue;
    const times = timesSaid(`${days} ${when}${more === undefined ? "" : `, ${more}`}`, event, situation, forms);
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

/** One time, or several of different days: "eleven on weekdays and midnight at weekends". Empty where anything else is said. */
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

/** Whether a word means a device, a room, or something that is planned: that is at a time because somebody set it so. */
function isOfHome(name: string, situation: DialogueContext): boolean {
  return segmentText(normalise(name), situation.index).some(
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

function likingIn(text: string, situation: DialogueContext, language: CompiledMemoryForms): Remember | null {
  const { forms } = language;
  for (const { thing = "", value = "", part, later } of everyGroupsIn(language, "likes", text)) {
    const liking = preferenceIn(thing, value, partSaid(part ?? later, forms), situation, forms);
    if (liking) return remembered(liking, text, isMine(text, forms));
  }
  for (const { thing = "", property, value = "" } of everyGroupsIn(language, "favourites", text)) {
    const type = property === undefined ? "color" : propertyCalled(property, forms);
    // "My favourite film": nothing of the home has one.
    if (type === null) return factOf(text, null, isMine(text, forms));
    const about = thing.trim();
    const liking =
      about === ""
        ? favouriteSaid(type, value, situation)
        : preferenceIn(about, value, null, situation, {
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

/** What a fact is about, where it says that it is otherwise than before. */
function subjectOf(text: string, { changed, subject }: MemoryForms): string | null {
  return changed.test(text) ? (subject.exec(text)?.groups?.["subject"] ?? null) : null;
}

/** It is of the speaker, and not of all who live here. */
function isMine(text: string, { mine, ours }: MemoryForms): boolean {
  return mine.test(text) && !ours.test(text);
}

/** The same in whatever language it is said. */
export function isPersonal(text: string): boolean {
  return memoryForms().some(({ forms }) => isMine(text, forms));
}

/** Whether something is to be done, by the whole or by a sentence of it: that is no fact. */
function holdsCommand(text: string, situation: DialogueContext): boolean {
  const sentences = text.split(/(?<=[.;!?。；！？])\s*/u).filter((sentence) => sentence.trim() !== "");
  return commands(text, situation) || (sentences.length > 1 && sentences.some((each) => commands(each, situation)));
}

function commands(text: string, situation: DialogueContext): boolean {
  const meant = understand(text, { ...situation, focus: { devices: [], rooms: [], address: null } }, null);
  if (meant.kind === "unknown") return meant.frames.some(({ items, asking }) => asking === null && items.some(acts));
  return meant.steps.some((step) => {
    if (step.kind === "do" || step.kind === "ask") return step.frame.items.some(acts);
    return COMMANDING.has(step.kind);
  });
}

/** Steps by which something is done or planned. */
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
