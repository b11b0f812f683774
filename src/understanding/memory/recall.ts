import type { DialogueContext } from "../ground/context.ts";
import { segmentText } from "../parse/segment.ts";
import { normalise } from "../text/tokens.ts";
import { type CompiledMemoryForms, eventCalled, everyGroupsIn, groupsIn } from "./compiled-forms.ts";
import { matchEntity, namePairIn } from "./entities.ts";
import { isOpenQuestion } from "./open-questions.ts";
import { propertyCalled } from "./preferences.ts";
import type { MemoryQuestion, MemoryRequest } from "./request.ts";

/** What of the memory a question may be about; null where it is none. */
export function memoryQuestionsIn(
  text: string,
  context: DialogueContext,
  language: CompiledMemoryForms,
): MemoryRequest | null {
  const questions = [...questionsIn(text, context, language)];
  return questions.length > 0 ? { op: "ask", questions } : null;
}

function* questionsIn(text: string, context: DialogueContext, language: CompiledMemoryForms): Iterable<MemoryQuestion> {
  const { forms } = language;
  const all = groupsIn(language, "askAll", text);
  if (all) {
    yield { of: "all", me: all["me"] !== undefined, sure: true };
    return;
  }
  for (const { noun, does, name } of everyGroupsIn(language, "askTime", text)) {
    const words = noun ?? does ?? name ?? "";
    const event = eventCalled(language, words);
    if (event === null && name === undefined) continue;
    // For "when do I get up" an alarm may answer too.
    const sure = event !== null && event !== "wakeup" && isOwn(text, forms);
    yield { of: "time", event, name: event ?? bare(words, forms.article), sure };
  }
  for (const { property = "", thing } of everyGroupsIn(language, "askLike", text)) {
    const type = propertyCalled(property, forms);
    if (type !== null) yield { of: "favourite", property: type, sure: true };
    const meant = thing === undefined ? null : matchEntity(thing, context, forms);
    if (meant?.kind === "one") yield { of: "liking", thing: meant.thing, sure: false };
  }
  for (const { name, thing } of everyGroupsIn(language, "askName", text)) {
    const meant = thing === undefined ? null : matchEntity(thing, context, forms);
    if (meant?.kind === "one") yield { of: "names", thing: meant.thing, sure: false };
    if (name !== undefined) yield { of: "name", name: bare(name, forms.article), sure: false };
  }
  for (const { about = "" } of everyGroupsIn(language, "askAbout", text))
    yield { of: "about", words: about.trim(), asked: null, sure: true };
  for (const { about = "", more = "" } of everyGroupsIn(language, "askFact", text)) {
    const words = `${about} ${more}`.trim();
    if (!isOfHome(words.replace(forms.reached, " "), context)) yield { of: "about", words, asked: text, sure: false };
  }
  if (isOpenQuestion(text, language) && !isOfHome(text.replace(forms.reached, " "), context))
    yield { of: "free", asked: text, sure: false };
}

/** Whether the words are about a device, a room or a property, whose state answers the question. */
function isOfHome(words: string, { index }: DialogueContext): boolean {
  return segmentText(normalise(words), index).some(
    ({ home, lex }) =>
      (home !== null && home.devices.length + home.rooms.length + home.floors.length + home.scenes.length > 0) ||
      (lex !== null && (lex.props.length > 0 || lex.kinds.some((kind) => index.ofKind(kind).size > 0))),
  );
}

function isOwn(text: string, { mine, ours }: CompiledMemoryForms["forms"]): boolean {
  return mine.test(text) || ours.test(text);
}

/** The request to forget something; null for other texts. */
export function forgetRequestIn(
  text: string,
  context: DialogueContext,
  language: CompiledMemoryForms,
): MemoryRequest | null {
  const { forms } = language;
  if (groupsIn(language, "forgetAll", text)) return { op: "forget-all" };
  if (groupsIn(language, "forgetIt", text)) return { op: "forget-last" };
  for (const groups of everyGroupsIn(language, "unnames", text)) {
    const pair = namePairIn(groups, context, forms);
    if (pair) return { op: "forget", what: pair.name, event: null, name: pair.name, sure: false };
  }
  const found = groupsIn(language, "forget", text);
  if (!found) return null;
  const what = bare(found["what"] ?? "", forms.article);
  const event = eventCalled(language, what);
  return { op: "forget", what, event, name: null, sure: event !== null && isOwn(text, forms) };
}

function bare(words: string, article: RegExp): string {
  return words.trim().replace(article, "").trim();
}
