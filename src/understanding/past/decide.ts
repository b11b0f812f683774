import { certainDecision, handOnDecision, type SentenceDecision } from "../decision/decide.ts";
import type { DialogueContext } from "../ground/context.ts";
import { queryStep } from "../ground/queries.ts";
import { ofLanguages } from "../languages.ts";
import { emptyFrame, type Frame } from "../parse/frame.ts";
import { type PastSpanMention, pastSpansIn } from "../parse/time/past-spans.ts";
import type { AnswerStep, SentenceStep } from "../plan.ts";
import { PatternForms, Patterns } from "../text/patterns.ts";
import { tokenise } from "../text/tokens.ts";
import { utteranceForms } from "../utterance/compiled-forms.ts";
import type { Rewording } from "../utterance/forms/rewording.ts";
import { END_MARKS } from "../utterance/reword.ts";
import type { PastForm, SaidWhat } from "./forms.ts";
import { mergeSpans } from "./merge.ts";
import type { PastQuestion, PastWhat } from "./question.ts";
import { type PastSpan, resolveSpan } from "./span.ts";

interface Known {
  readonly forms: PatternForms<PastForm>;
  readonly openings: Patterns;
  readonly closings: readonly RegExp[];
  readonly turned: PatternForms<Rewording>;
  readonly goesOn: readonly RegExp[];
}

const known: () => Known = ofLanguages((languages) => {
  const all = languages.flatMap(({ past }) => past ?? []);
  const around = all.flatMap((each) => each.framing);
  return {
    forms: new PatternForms(all.flatMap((each) => each.forms)),
    openings: new Patterns(around.filter(({ sticky }) => sticky)),
    closings: around.filter(({ sticky }) => !sticky),
    turned: new PatternForms(all.flatMap((each) => each.turned ?? [])),
    goesOn: all.flatMap((each) => each.goesOn),
  };
});

/** In UTF-16 units: longer sentences ask for more than one thing. */
const LONGEST = 160;

/**
 * Decides a question about the past: what is asked, of which span, and about what. Null for other sentences; handed on where
 * it is one and not understood, because the current state is no answer to it.
 * @param on decides what a question about now means
 */
export function decidePastQuestion(
  said: string,
  on: (part: string) => SentenceDecision,
  context: DialogueContext,
  previous: Frame | null,
): SentenceDecision | null {
  if (said.length > LONGEST) return null;
  const text = plainText(said);
  const spans = pastSpansIn(text);
  const goesOn = previous?.asking != null ? followUp(text, spans, context, previous) : null;
  if (goesOn) return goesOn;
  const asked = formOf(text, spans);
  if (asked?.what?.kind === "since") return sinceAsked(asked.plain, on);
  if (asked?.what?.kind === "now") return nowAsked(asked.plain, on);
  if (asked) {
    const question = questionOf(asked.what, asked.than, spans, context);
    if (question && !context.history && isOfNow(question) && on(said).kind !== "hand-on") return null;
    return question && grounded(question, asked.plain, on);
  }
  const own = mergeSpans(spans);
  const strict = own !== null && own.span !== null && isOver(own.span, context);
  if (!strict && previous?.past == null) return null;
  if (spans.some(({ span }) => span?.kind === "now") || (spans.length > 0 && !strict)) return null;
  const decision = on(spans.length > 0 ? cut(text, spans, "") : said);
  const step = answerOf(decision);
  const question = step && askedOf(step, own, context);
  return step && question ? withPast(decision, step, question) : null;
}

/** The text in lower case and simplified characters, without courtesy and the last mark. */
function plainText(said: string): string {
  let text = said.toLowerCase().replace(/[’‘]/gu, "'").replace(END_MARKS, "").replace(/\s+/gu, " ").trim();
  for (const { kind, text: usual, start } of tokenise(text))
    if (kind === "character" && text[start] !== usual) text = text.slice(0, start) + usual + text.slice(start + 1);
  const { openings, turned } = known();
  const own = utteranceForms().openings;
  let told = false;
  for (;;) {
    const asked = openings.lengthAt(text, 0);
    const length = asked || own.lengthAt(text, 0);
    const rest = text.slice(length).replace(/^[\s,，、]+/u, "");
    if (length === 0 || rest === "") break;
    told ||= asked > 0;
    text = rest;
  }
  text = withoutClosings(text);
  for (const { said: pattern, plain } of told ? turned.in(text) : []) {
    const groups = pattern.exec(text)?.groups;
    const turn = groups ? plain(groups) : null;
    if (turn !== null) return turn.trim();
  }
  return text.trim();
}

/** The text without empty words at its end: "in total", 来着. */
function withoutClosings(text: string): string {
  return known().closings.reduce((rest, closing) => rest.replace(closing, ""), text);
}

/** The text without its spans, or with numbered marks for them. */
function cut(text: string, spans: readonly PastSpanMention[], mark: string): string {
  let rest = "";
  let at = 0;
  for (const [place, { start, end }] of spans.entries()) {
    rest += text.slice(at, start) + (mark === "" ? "" : `${mark}${place}`);
    at = end;
  }
  return (rest + text.slice(at))
    .replace(/\s+/gu, " ")
    .replace(/ (?=[,，])/gu, "")
    .replace(/^[\s,，、]+|[\s,，、]+$/gu, "");
}

/** Asks the first question about now that is understood for "since when"; null where none is. */
function sinceAsked(plain: readonly string[], on: (part: string) => SentenceDecision): SentenceDecision | null {
  for (const text of plain) {
    const decision = on(text);
    const step = answerOf(decision);
    if (!step || decision.understanding.kind === "unknown") continue;
    step.frame.asking = "since";
    const steps = [{ ...step, query: { ...step.query, asking: "since" as const } }];
    return { ...decision, understanding: { ...decision.understanding, steps } };
  }
  return null;
}

/** The first of the questions about now that is understood; null where none is. */
function nowAsked(plain: readonly string[], on: (part: string) => SentenceDecision): SentenceDecision | null {
  const decisions = plain.map(on);
  return decisions.find((decision) => answerOf(decision) !== null) ?? null;
}

/** Whether the current state may answer it too: since when something is on, what a device has used. */
function isOfNow({ what, span }: Found): boolean {
  if (span !== null || what === null) return false;
  return (what.kind === "change" && what.of === "last") || (what.kind === "energy" && what.than === null);
}

/** The form that matched, with its groups. */
interface Asked {
  readonly what: SaidWhat | null;
  readonly plain: readonly string[];
  /** Index of the span to compare with. */
  readonly than: number | null;
}

function formOf(text: string, spans: readonly PastSpanMention[]): Asked | null {
  const { forms } = known();
  const bare = spans.length > 0 ? withoutClosings(cut(text, spans, "")) : text;
  const marked = spans.length > 0 ? cut(text, spans, "§") : "";
  const timed = spans.some(({ span, all }) => span?.kind !== "now" || all);
  const now = spans.length > 0 && !timed;
  // Forms are tried on the text with marks for spans, then without.
  for (const [given, isMarked] of [
    [marked, true],
    [bare, false],
  ] as const) {
    if (given === "") continue;
    for (const form of forms.in(given)) {
      if ((form.marked ?? false) !== isMarked || (form.needsSpan && !timed)) continue;
      if (form.needsNow && !now) continue;
      const found = form.said.exec(given);
      const groups = found?.groups ?? {};
      const asked = found && form.asks(groups);
      if (asked) return { ...asked, than: groups["than"] === undefined ? null : Number(groups["than"]) };
    }
  }
  return null;
}

function questionOf(
  what: SaidWhat | null,
  than: number | null,
  spans: readonly PastSpanMention[],
  context: DialogueContext,
):
  | (PastQuestion & { readonly what: PastWhat })
  | (Omit<PastQuestion, "what"> & { readonly what: null; readonly all: boolean })
  | null {
  const other = than === null ? null : (spans[than]?.span ?? null);
  const rest = spans.filter((_, at) => at !== than && spans[at]?.span?.kind !== "now");
  const own = mergeSpans(rest);
  if (own === null && rest.length > 0) return null;
  const span = own?.span ?? null;
  // A span in the future is not in the past.
  if (span !== null && resolveSpan(span, context.now, zoneOf(context)) === null) return null;
  const all = own?.all ?? false;
  if (what === null) return { what, span, all };
  switch (what.kind) {
    case "compared":
      return other && { what: { ...what, than: other }, span };
    case "energy": {
      const { more, ...asked } = what;
      if (more === null) return { what: { ...asked, than: null }, span };
      return other && { what: { ...asked, than: { span: other, more } }, span };
    }
    case "state":
      return { what: all ? { kind: "state", how: "always" } : what, span };
    case "change":
      // 空调昨天开了一夜吗 asks about all night.
      return { what: all && what.of === "any" ? { kind: "state", how: "always" } : what, span };
    case "lasting":
    case "value":
      return { what, span };
    case "since":
    case "now":
      return null;
    default:
      return what satisfies never;
  }
}

type Found = NonNullable<ReturnType<typeof questionOf>>;

/** The question about the past, for the targets of the first question about now that is understood. */
function grounded(found: Found, plain: readonly string[], on: (part: string) => SentenceDecision): SentenceDecision {
  if (plain.length === 0 && found.what !== null) return certainDecision(ofHome({ ...found, what: found.what }));
  let refused: SentenceDecision | null = null;
  for (const text of plain) {
    const decision = on(text);
    const step = answerOf(decision);
    if (step) {
      const what = found.what ?? whatOf(step, "all" in found && found.all);
      // A function of a device has no energy counter of its own.
      if (what === null || (what.kind === "energy" && step.frame.props.length > 0)) continue;
      return withPast(decision, step, { what, span: found.span });
    }
    if (decision.kind === "act" && isRefused(decision)) refused ??= decision;
  }
  return refused ?? handOnDecision("not understood");
}

/** A question about the home as a whole. */
function ofHome(past: PastQuestion): AnswerStep {
  const frame: Frame = { ...emptyFrame([]), asking: "value", past };
  return { kind: "answer", frame, query: { asking: "value", targets: [], properties: [], inferred: null }, past };
}

function answerOf({ kind, understanding }: SentenceDecision): AnswerStep | null {
  if (kind !== "act" || understanding.kind === "unknown") return null;
  const [step, ...others] = understanding.steps;
  return step?.kind === "answer" && others.length === 0 ? step : null;
}

function isRefused({ understanding }: SentenceDecision): boolean {
  if (understanding.kind === "unknown") return false;
  const [step, ...others] = understanding.steps;
  return others.length === 0 && step?.kind === "refuse";
}

/** What a question about now asks of the past; null where the past cannot tell that. */
function whatOf({ frame, query }: AnswerStep, all: boolean): PastWhat | null {
  const { asking } = query;
  if (query.limit !== undefined || asking === "where" || asking === "why" || asking === "since") return null;
  if (frame.states.length > 0 && !frame.alternatives && !(frame.above || frame.below))
    return { kind: "state", how: all ? "always" : null };
  const told = query.properties.some((property) => property !== null);
  return told ? { kind: "value", of: "then", when: false } : null;
}

/** What is asked of the past: the question before, or a new one about the span. */
function askedOf(step: AnswerStep, own: ReturnType<typeof mergeSpans>, context: DialogueContext): PastQuestion | null {
  const before = step.frame.past;
  const span = own?.span ?? before?.span ?? null;
  if (span !== null && resolveSpan(span, context.now, zoneOf(context)) === null) return null;
  const what = before ? carried(before.what, step) : whatOf(step, own?.all ?? false);
  return what && { what, span };
}

/** The question before for a new subject: the humidity was never open. */
function carried(what: PastWhat, step: AnswerStep): PastWhat | null {
  const valued = step.query.asking === "value" && step.frame.states.length === 0;
  const states = what.kind === "change" || what.kind === "state" || what.kind === "lasting";
  return states && valued ? whatOf(step, false) : what;
}

/** The question before for another span: "and yesterday?" */
function followUp(
  text: string,
  spans: readonly PastSpanMention[],
  context: DialogueContext,
  previous: Frame,
): SentenceDecision | null {
  const own = mergeSpans(spans);
  if (own?.span == null) return null;
  const marked = spans.length === 1 ? cut(text, spans, "§") : "§0";
  const rest = spans.length === 1 ? "" : cut(text, spans, "");
  if (rest !== "" || !known().goesOn.some((pattern) => pattern.test(marked))) return null;
  if (resolveSpan(own.span, context.now, zoneOf(context)) === null) return null;
  const before = previous.past ?? null;
  const frame: Frame = { ...previous, heads: [...previous.heads], places: [...previous.places], past: null };
  if (own.span.kind === "now") {
    const step = before && queryStep(frame, context);
    return step?.kind === "answer" ? certainDecision(step) : null;
  }
  if (
    before &&
    previous.heads.length + previous.places.length + previous.props.length === 0 &&
    before.what.kind === "energy"
  )
    return certainDecision(ofHome(atOther(before, own.span)));
  const step: SentenceStep | null = queryStep(frame, context);
  if (step?.kind !== "answer") return null;
  const question = before ? atOther(before, own.span) : null;
  const what = question ? question.what : whatOf(step, own.all);
  if (what === null) return null;
  const past: PastQuestion = question ?? { what, span: own.span };
  step.frame.past = past;
  return certainDecision({ ...step, past });
}

function atOther({ what, span }: PastQuestion, other: PastSpan): PastQuestion {
  if (what.kind === "compared") return { what: { ...what, than: other }, span };
  if (what.kind === "energy" && what.than !== null)
    return { what: { ...what, than: { ...what.than, span: other } }, span };
  return { what, span: other };
}

function withPast(decision: SentenceDecision, step: AnswerStep, past: PastQuestion): SentenceDecision {
  const { understanding } = decision;
  if (understanding.kind === "unknown") return decision;
  const meant = { ...past, span: momentIn(past) };
  step.frame.past = meant;
  return { ...decision, understanding: { ...understanding, steps: [{ ...step, past: meant }] } };
}

/** How warm it was "at noon" asks about 12:00, not about the hours around it. */
function momentIn({ what, span }: PastQuestion): PastSpan | null {
  const then = what.kind === "value" && what.of === "then";
  if (!then || span?.kind !== "day" || span.part !== "noon") return span;
  return { kind: "at", moment: { day: span.day, part: "noon", clock: { hour: 12, minute: 0, meridiem: null } } };
}

/** Removes the past question from the frames of a decision about now, so that it does not carry over. */
export function withoutPast(decision: SentenceDecision): SentenceDecision {
  if (decision.understanding.kind === "plan")
    for (const step of decision.understanding.steps)
      if (step.kind === "answer" && step.past === undefined) step.frame.past = null;
  return decision;
}

/** Whether a span lies in the past, or refers to the past by itself. */
function isOver(span: PastSpan, context: DialogueContext): boolean {
  if (span.kind === "now") return false;
  const place = resolveSpan(span, context.now, zoneOf(context));
  if (place === null) return false;
  return !place.open || span.kind === "last" || span.kind === "since";
}

function zoneOf({ timezone = "UTC" }: DialogueContext): string {
  return timezone;
}
