import { languageOf } from "../language/index.ts";
import { activityToStop } from "./activities/stop.ts";
import { certainDecision, decideBetween, handOnDecision, type SentenceDecision } from "./decision/decide.ts";
import { isSameUnderstanding, withoutSaidTwice } from "./equivalence.ts";
import type { DialogueContext } from "./ground/context.ts";
import { disambiguateByState } from "./ground/state-disambiguation.ts";
import { householdRuleIn } from "./household/rule.ts";
import { lexiconOf } from "./lexicon/lexicon.ts";
import { matchesRole } from "./lexicon/whole-text.ts";
import { emptyHomeMeaning } from "./names/phrases.ts";
import { splitCondition } from "./parse/clauses/conditions.ts";
import { isFollowUp } from "./parse/clauses/follow-up.ts";
import { modifierRoles } from "./parse/command-modifiers.ts";
import type { Frame, Head } from "./parse/frame.ts";
import { type Item, isMark, isUnknown, playsAnyRole, playsRole } from "./parse/items.ts";
import { isQuestion } from "./parse/questions.ts";
import { readScene } from "./parse/scenes.ts";
import { segment } from "./parse/segment.ts";
import { readFrame } from "./parse/slots/read.ts";
import { isRemovalWord } from "./parse/slots/removal.ts";
import { hasUnreadCondition, hasUnreadDate } from "./parse/time/unread-times.ts";
import { decidePastQuestion, withoutPast } from "./past/decide.ts";
import type { Understanding } from "./plan.ts";
import type { PlanRequest } from "./plans/request.ts";
import type { Interpretation } from "./readings/interpretation.ts";
import { pruningsOf } from "./readings/prunings.ts";
import { aboutAirConditioner, isBareTemperature } from "./sentence/bare-temperature.ts";
import { missingThingIn } from "./sentence/missing-things.ts";
import { planRequestIn } from "./sentence/plan-request.ts";
import { besideRinging, ringingOnDayTold } from "./sentence/ringing.ts";
import { isConditionWord } from "./sentence/rule.ts";
import { sceneUnderstanding } from "./sentence/scene-request.ts";
import { Sentence } from "./sentence/sentence.ts";
import { asksOfStrangePlace } from "./sentence/strange-place.ts";
import { wholeForm } from "./sentence/whole-forms.ts";
import { feelingStep } from "./talk/feelings.ts";
import { talkStep } from "./talk/steps.ts";
import {
  asksJudgement,
  feelsElsewhere,
  isOutOfScope,
  roomFeelingIn,
  type TalkRemainder,
  talkOf,
  withoutTalk,
} from "./talk/talk.ts";
import { type SpellingCandidate, spellingCandidates } from "./text/spelling.ts";
import { MAX_SENTENCE, MAX_TOKENS, normalise, type Token, tokenise } from "./text/tokens.ts";
import { asksForMore, saysWhen } from "./utterance/aside.ts";
import { actsOnQuestion } from "./utterance/asked-only.ts";
import { utteranceForms } from "./utterance/compiled-forms.ts";
import { isReport, withoutComplaints } from "./utterance/complaints.ts";
import { isConditional, utterancePiecesOf } from "./utterance/pieces.ts";
import { rewordSentence } from "./utterance/reword.ts";
import { handOnUnsupported } from "./utterance/unsupported.ts";
import { type Utterance, utteranceOf } from "./utterance/utterance.ts";

/**
 * Decides what a sentence means in this home: pure, synchronous, without changing anything.
 * @param replacing it replaces `previous`, and takes from it what it leaves out
 */
export function understand(
  text: string,
  given: DialogueContext,
  previous: Frame | null,
  replacing = false,
): Understanding {
  return decideSentence(text, given, previous, replacing).understanding;
}

/** The same, with the confidence and the readings behind it. */
export function decideSentence(
  text: string,
  given: DialogueContext,
  previous: Frame | null,
  replacing = false,
): SentenceDecision {
  if (text.length > MAX_SENTENCE) return handOnDecision("too long");
  const said = normalise(text);
  const context = { ...given, spoken: languageOf(text), replacing };
  const on = (part: string): SentenceDecision => decideOnText(rewordSentence(part), context, previous);
  const household = householdRuleIn(said, on, context);
  if (household) return household;
  const past = decidePastQuestion(said, on, context, previous);
  if (past) return past;
  const decision = withoutPast(handOnUnsupported(said, wholeForm(said, on, context) ?? on(said), context));
  const idle = actsOnQuestion(decision.understanding, said, (part) => on(part).understanding);
  return idle ? handOnDecision("not understood") : disambiguateByState(withoutSaidTwice(decision), context);
}

function decideOnText(source: string, context: Spoken, previous: Frame | null): SentenceDecision {
  const tokens = tokenise(source);
  if (tokens.length > MAX_TOKENS) return handOnDecision("too long");
  const talk = talkOf(tokens, context.index);
  if (talk) return certainDecision(talkStep(talk, context));
  if (feelsElsewhere(tokens) || asksJudgement(tokens) || utteranceForms().quotes.test(source.toLowerCase()))
    return handOnDecision("not understood");
  // In 老公，你去… the person addressed is asked to do it.
  const told = utteranceForms().permissions.test(source.toLowerCase());
  const beside = told ? null : withoutTalk(tokens, source, context.index);
  if (beside?.feels && isReport(utterancePiecesOf(segment(tokens, source, context.index), source)))
    return handOnDecision("not understood");
  const alone = beside === null ? null : decideBeside(beside, context, previous);
  if (alone) return alone;
  const decision = decideOnCommand(tokens, source, context, previous);
  // A feeling beside a command is its reason, and causes no act of its own.
  if (beside?.feels && actsApart(decision.understanding))
    return {
      ...handOnDecision("not understood"),
      understanding: { kind: "unknown", frames: decision.understanding.frames },
    };
  return decision.kind === "hand-on" ? lastly(tokens, source, context, decision) : decision;
}

/** Decides what stands beside talk, if it is understood alone and does not depend on what was removed. */
function decideBeside(
  { text, feels, warmth }: TalkRemainder,
  context: Spoken,
  previous: Frame | null,
): SentenceDecision | null {
  const tokens = tokenise(text);
  const items = segment(tokens, text, context.index);
  if (isConditional(items) || items.some((item) => playsRole(item, "remind")) || playsAnyRole(items[0], DENYING))
    return null;
  const decision = decideOnCommand(tokens, text, context, previous);
  const { items: said } = utteranceOf(items, text);
  if (warmth && isBareTemperature(readFrame(said, context.index, false))) {
    const meant = new Sentence(text, context, null, "now", new Set(), aboutAirConditioner()).understand(said);
    return isAble(meant) ? decideBetween([{ way: "core", said: items, items, understanding: meant }], 0) : null;
  }
  if (feels && !decision.understanding.frames.every(saysOfWhat)) return null;
  return isAble(decision.understanding) ? decision : null;
}

/** A denial may be about the feeling: 太热了|不是… */
const DENYING = modifierRoles("negation", "denial");

/** Whether the steps concern different devices. */
function actsApart(understanding: Understanding): boolean {
  if (understanding.kind === "unknown") return false;
  const [first, ...others] = understanding.steps.map((step) =>
    step.kind === "do" ? step.doings.map(({ target }) => target.indexed.device.id).join() : step.kind,
  );
  return others.some((each) => each !== first);
}

/** Whether it says what it is about: "turn it up" and "26 please" do not. */
function saysOfWhat({ heads, asking }: Frame): boolean {
  return asking !== null || (heads.length > 0 && heads.every(({ type }) => type !== "it" && type !== "them"));
}

/**
 * The last attempts where no command and no question was understood: the feeling of a room, out of scope, a missing device.
 */
function lastly(
  tokens: readonly Token[],
  source: string,
  context: DialogueContext,
  handedOn: SentenceDecision,
): SentenceDecision {
  const placed = roomFeelingIn(tokens, context.index);
  if (placed) return certainDecision(feelingStep(placed.feeling, placed.room, context));
  if (!isOutOfScope(tokens)) return absent(tokens, source, context) ?? handedOn;
  return { ...handedOn, understanding: { kind: "unknown", frames: handedOn.understanding.frames, beyond: true } };
}

/** A refusal for a device that this home lacks; null for anything else. */
function absent(tokens: readonly Token[], source: string, context: DialogueContext): SentenceDecision | null {
  if (tokens.length > LONGEST_GUESSED) return null;
  const items = segment(tokens, source, context.index);
  const told = missingThingIn(items, source, context);
  return told && decideBetween([{ way: "core", said: items, items, understanding: told }], 0);
}

/** Decides between the readings of a command or question; hands on what is asked about a place outside this home. */
function decideOnCommand(
  tokens: readonly Token[],
  source: string,
  context: Spoken,
  previous: Frame | null,
): SentenceDecision {
  const decision = decideAmongReadings(tokens, source, context, previous);
  if (decision.kind === "hand-on") return decision;
  const items = segment(tokens, source, context.index);
  return asksOfStrangePlace(items, source, decision.understanding) ? handOnDecision("not understood") : decision;
}

/** Decides between the readings of a command or a question. */
function decideAmongReadings(
  tokens: readonly Token[],
  source: string,
  context: Spoken,
  previous: Frame | null,
): SentenceDecision {
  const said = read({ tokens, text: source, ofHome: true }, source, context, previous);
  if (said.understanding.kind === "unknown" && isReport(utterancePiecesOf(said.items, source)))
    return handOnDecision("not understood");
  const spellings = isNamed(said.understanding, context)
    ? []
    : spellingCandidates(source, tokens, lexiconOf(tokens), context.index);
  if (spellings.length === 0) {
    const understanding = asked(said.understanding, tokens, source, context, previous);
    if (!failed(understanding)) return decideBetween([{ ...said, understanding }], 0);
    return decideBetween([{ ...said, understanding }, ...pruned(said, source, context, previous)], 0);
  }
  // A possible "undo" is about the conversation, and no command.
  if (spellings.some(({ text: meant }) => matchesRole(meant, "undo", ["it"]))) return handOnDecision("not understood");
  const readings = spellings.map((spelling) => ({
    ...read(spelling, source, context, previous),
    ofHome: spelling.ofHome,
  }));
  const agreeing = agreed(readings);
  const understanding = asked(agreeing, spellings[0]?.tokens ?? tokens, source, context, previous);
  // The name of an existing plan may be any word, and without such a plan nothing is done.
  if (failed(understanding) && asksOfPlans(said.understanding)) return decideBetween([said], 0);
  const reading = readings.find((each) => each.understanding === understanding) ?? said;
  // A misspelt word is not left out as well.
  return decideBetween([{ ...reading, understanding }], 1);
}

/** The context of a sentence, and whether it replaces the one before. */
type Spoken = DialogueContext & { readonly replacing: boolean };

/** Readings of a part of the sentence that mean something, where the whole means nothing. */
function pruned(
  said: Interpretation,
  source: string,
  context: DialogueContext,
  previous: Frame | null,
): readonly Interpretation[] {
  const { items } = said;
  // A sentence with an open condition must not be read without some of its words.
  if (items.length > LONGEST_PRUNED || isConditional(items) || hasUnreadCondition(items) || hasUnreadDate(items))
    return [];
  const pieces = utterancePiecesOf(items, source);
  if (pieces.some(saysWhen) || pieces.some(asksForMore)) return [];
  // "Which city" asks about something outside the home.
  if (items.some((item, at) => isUnknown(item) && playsRole(items[at - 1], "which"))) return [];
  return pruningsOf(items, pieces, source).flatMap(({ way, items: left }): Interpretation[] => {
    const utterance = utteranceOf(left, source);
    if (utterance.retracted) return [];
    const understanding = new Sentence(source, context, previous, "now", utterance.wished).understand(utterance.items);
    // A statement about a coffee orders none.
    if (understanding.frames.some(({ serving }) => serving)) return [];
    // In 鸡蛋开了没 the subject of the question was left out.
    if (understanding.frames.some(asksOfNothing)) return [];
    // In "lose the lamp" the unknown word may be the verb.
    if (understanding.frames.some(({ bare }) => bare)) return [];
    return isAble(understanding) ? [{ way, said: items, items: utterance.items, understanding }] : [];
  });
}

function asksOfNothing({ asking, heads, places, props }: Frame): boolean {
  return asking === "polar" && heads.every(({ text }) => text === "") && places.length + props.length === 0;
}

/** In items: longer sentences are read whole or not at all. */
const LONGEST_PRUNED = 40;

function read(
  { tokens, text }: SpellingCandidate,
  source: string,
  context: Spoken,
  previous: Frame | null,
): Interpretation {
  const made = readScene(text);
  const cut = segment(tokens, source, context.index);
  const items = cut.some(isSceneName) ? cut.map(asScene) : cut;
  const whole = (understanding: Understanding): Interpretation => ({ way: "whole", said: items, items, understanding });
  if (made) return whole(sceneUnderstanding(made, context));
  // "No more alarms" is about an alarm; its "no" is no repair.
  const existing = planRequestIn(items, source, context);
  if (existing) return whole({ kind: "plan", steps: [{ kind: "existing", request: existing }], frames: [] });
  // In 衣服不洗了，停下来 the first part is no reason.
  const ended = withoutComplaints(items, source);
  if (activityToStop(ended, context)) return whole(new Sentence(source, context, previous).understand(ended));
  const anew = (said: readonly Item[]): Understanding => new Sentence(source, context, previous).understand(said);
  const dated = ringingOnDayTold(items, source, anew);
  if (dated) return { way: "core", said: items, items, understanding: dated };
  const utterance = utteranceOf(items, source);
  // "Story time" may be the name of a scene.
  const scene = items.some(isSceneName) && isSceneAlone(items);
  if (utterance.report && !scene) return whole({ kind: "unknown", frames: [] });
  if (utterance.retracted) return whole({ kind: "plan", steps: [{ kind: "leave" }], frames: [] });
  // "Now the garden lights" continues the command before; its "now" is no urgency.
  const goesOn = previous !== null && utterance.replaced === null && isFollowUp(items) && !utterance.items.some(acts);
  if (!goesOn && (utterance.aside || utterance.wished.size > 0 || utterance.replaced !== null)) {
    const understanding = understandCore(utterance, source, context, previous);
    if (understanding && !(makesRule(understanding) && items.some(isRemovalWord)))
      return { way: "core", said: items, items: utterance.items, understanding };
    // A complaint beside a command never commands anything itself.
    if (utterance.complains) return whole({ kind: "unknown", frames: [] });
  }
  const instead = context.replacing ? previous : null;
  const meant = new Sentence(source, context, previous, "now", undefined, instead).understand(items);
  // A sentence that removes something makes no rule.
  if (makesRule(meant) && items.some(isRemovalWord)) return whole({ kind: "unknown", frames: meant.frames });
  if (meant.kind === "unknown") {
    const told = besideRinging(items, source, anew);
    if (told) return { way: "core", said: items, items, understanding: told };
  }
  if (!items.some(isSceneName) || isSceneAlone(items)) return whole(meant);
  // A scene may be named like anything else. If the sentence has a meaning without the scene, that is meant.
  const plain = segment(tokens, source, context.index, "unknown", false);
  const understanding = new Sentence(source, context, previous).understand(plain);
  // A question about a scene is not about rooms or devices with the same name.
  if (isQuestion(items) && !understanding.frames.some(({ heads }) => heads.some(isNamedHead))) return whole(meant);
  return isAble(understanding) ? { way: "named", said: plain, items: plain, understanding } : whole(meant);
}

/**
 * Understands the command of an utterance; null when it is not clear. The room of a reason goes before the speaker's; if the
 * command is about nothing in it, it must be clear without any room.
 */
function understandCore(
  { items, wished, replaced, place, topic }: Utterance,
  source: string,
  context: Spoken,
  previous: Frame | null,
): Understanding | null {
  const meant = replaced?.length ? readFrame(replaced, context.index, false) : null;
  const named = topic ? readFrame(topic, context.index, false) : null;
  const before = meant ?? named ?? (replaced || context.replacing ? previous : null);
  const attempt = (given: readonly Item[], where: Spoken): Understanding | null => {
    const understood = new Sentence(source, where, previous, "now", wished, before).understand(given);
    return isAble(understood) ? understood : null;
  };
  if (!place) return attempt(items, context);
  const here = items.filter((item) => !playsRole(item, "there") || item.home !== null);
  // "I don't need the light in here so bright" never means a light elsewhere.
  const there = playsRole(place, "here") ? null : attempt(items, { ...context, room: null });
  return attempt([place, ...here], context) ?? there;
}

/** Whether it has a verb: "and put the lamp at twenty while you're at it" is a command of its own. */
function acts({ lex }: Item): boolean {
  return (lex?.acts.length ?? 0) > 0;
}

/** Whether it names devices or a kind. */
function isNamedHead({ type }: Head): boolean {
  return type === "devices" || type === "kind";
}

function makesRule(understanding: Understanding): boolean {
  return (
    understanding.kind === "plan" && understanding.steps.some(({ kind }) => kind === "whenever" || kind === "later")
  );
}

/** Reads a name beside the word "scene" as the scene: "the floor lamp scene". */
function asScene(item: Item, at: number, items: readonly Item[]): Item {
  if (!isSceneName(item) || !(playsRole(items[at - 1], "scene") || playsRole(items[at + 1], "scene"))) return item;
  return { ...item, lex: null, home: { ...emptyHomeMeaning(), scenes: item.home?.scenes ?? [] } };
}

function isSceneName({ home }: Item): boolean {
  return (home?.scenes.length ?? 0) > 0;
}

/** Whether the items only name a scene: "movie night, please", "the scene movie night". */
function isSceneAlone(items: readonly Item[]): boolean {
  const words = items.filter((item) => !isMark(item) && !playsRole(item, "filler"));
  return words.length === 1 || words.some((item) => playsRole(item, "scene") && !isSceneName(item));
}

/** Whether it is understood without a refusal, and any choice has a name or place. */
function isAble(understanding: Understanding): boolean {
  return (
    understanding.kind === "plan" &&
    understanding.steps.every((step) => {
      if (step.kind === "do") return step.refusals.length === 0;
      if (step.kind === "ask") return step.frame.heads.length + step.frame.places.length > 0;
      return step.kind !== "refuse";
    })
  );
}

/**
 * Whether unknown words are explained as the name of a timer or the subject of a reminder; for an existing plan, one with
 * that name must exist.
 */
function isNamed(understanding: Understanding, { plans }: DialogueContext): boolean {
  if (understanding.kind === "unknown") return false;
  return understanding.steps.every((step) => {
    if (step.kind === "existing") return !isNameGiven(step.request) || plans?.fits(step.request) === true;
    return step.kind === "timer" && (step.intent.op === "start" || step.intent.op === "ring");
  });
}

function asksOfPlans(understanding: Understanding): boolean {
  return understanding.kind === "plan" && understanding.steps.every(({ kind }) => kind === "existing");
}

function isNameGiven(request: PlanRequest): boolean {
  return request.op !== "another" && request.which.words.length > 0;
}

/**
 * The understanding that all meaningful readings share. Unknown when they differ, when a reading with a word of this home
 * means nothing though one with another word does, or when only a name is said.
 */
function agreed(readings: readonly (Interpretation & { readonly ofHome: boolean })[]): Understanding {
  const meaning = readings.filter(({ understanding }) => !failed(understanding));
  const [meant, ...others] = meaning;
  const [first] = readings;
  if (!meant || meant.understanding.kind === "unknown") return first?.understanding ?? { kind: "unknown", frames: [] };
  const same = others.every((other) => isSameUnderstanding(meant.understanding, other.understanding));
  const beaten = meaning.every(({ ofHome }) => !ofHome) && readings.some(({ ofHome }) => ofHome);
  const bare = meant.understanding.steps.some((step) => step.kind === "do" && step.frame.bare);
  return same && !beaten && !bare ? meant.understanding : { kind: "unknown", frames: meant.understanding.frames };
}

/** The understanding, or a question about a likely misspelling when there is none. */
function asked(
  understanding: Understanding,
  tokens: readonly Token[],
  source: string,
  context: DialogueContext,
  previous: Frame | null,
): Understanding {
  if (!failed(understanding) || tokens.length > LONGEST_GUESSED) return understanding;
  // A condition that is not understood is no misspelt name.
  const items = segment(tokens, source, context.index);
  if (splitCondition(items) !== null || items.some(isConditionWord) || hasUnreadCondition(items)) return understanding;
  // A removal is no misspelt plan, and a date is no value.
  if (items.some(isRemovalWord) || hasUnreadDate(items)) return understanding;
  return guessed(tokens, source, context, previous) ?? understanding;
}

/** In tokens: longer sentences are not guessed at. */
const LONGEST_GUESSED = 24;

/** Whether nothing was understood but that a device is missing. */
function failed(understanding: Understanding): boolean {
  if (understanding.kind === "unknown") return true;
  return (
    understanding.steps.length === 1 &&
    understanding.steps[0]?.kind === "refuse" &&
    understanding.steps[0].refusal.code === "no-device"
  );
}

/** Asks whether a misspelt name is meant that happens to be another word, instead of acting on it. */
function guessed(
  tokens: readonly Token[],
  source: string,
  context: DialogueContext,
  previous: Frame | null,
): Understanding | null {
  const items = segment(tokens, source, context.index, "any");
  const understanding = new Sentence(source, context, previous).understand(items);
  if (understanding.kind === "unknown" || understanding.steps.length !== 1) return null;
  const [step] = understanding.steps;
  if (step?.kind === "answer" || step?.kind === "ask") return understanding;
  if (step?.kind !== "do" || step.doings.length === 0) return null;
  const options = step.doings.map(({ target }) => target);
  return { ...understanding, steps: [{ kind: "ask", frame: step.frame, options }] };
}
