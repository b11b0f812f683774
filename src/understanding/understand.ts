import { languageOf } from "../language/index.ts";
import { activityToStop } from "./activities/stop.ts";
import { certainly, decideOn, notTaken, type SentenceDecision } from "./decision/decide.ts";
import type { PlanRequest } from "./existing/request.ts";
import { withOnlyNotYet } from "./ground/not-yet.ts";
import type { Situation } from "./ground/situation.ts";
import { householdRuleIn } from "./household/rule.ts";
import { lexiconOf } from "./lexicon/lexicon.ts";
import { emptyHomeMeaning } from "./names/phrases.ts";
import { takeCondition } from "./parse/conditions.ts";
import { isFollowUp } from "./parse/following.ts";
import type { Frame, Head } from "./parse/frame.ts";
import { type Item, is, isAny, isMark, isUnknown, segment } from "./parse/items.ts";
import { leavesConditionOpen, leavesDateOpen } from "./parse/open.ts";
import { isQuestion } from "./parse/questions.ts";
import { readFrame } from "./parse/read.ts";
import { readScene } from "./parse/scenes.ts";
import { takesAway } from "./parse/taking.ts";
import { turning } from "./parse/turning.ts";
import { ofNow, pastIn } from "./past/asked.ts";
import type { Understanding } from "./plan.ts";
import { pruningsOf } from "./readings/prunings.ts";
import type { Reading } from "./readings/reading.ts";
import { isSame, withoutSaidTwice } from "./same.ts";
import { absentIn } from "./sentence/absent.ts";
import { besideRinging, ringingOnDayTold } from "./sentence/beside-ringing.ts";
import { aboutAirConditioner, areDegreesAlone } from "./sentence/degrees-alone.ts";
import { existingIn } from "./sentence/existing.ts";
import { sceneUnderstanding } from "./sentence/made-scene.ts";
import { isConditionWord } from "./sentence/rule.ts";
import { Sentence } from "./sentence/sentence.ts";
import { wholeForm } from "./sentence/whole-forms.ts";
import { feelingStep } from "./talk/feelings.ts";
import { talkStep } from "./talk/steps.ts";
import { asksBeyond, type Beside, besideTalk, isElsewhere, judgesHome, placedFeeling, talkOf } from "./talk/talk.ts";
import { type Spelling, spellingsOf } from "./text/spelling.ts";
import { MAX_SENTENCE, MAX_TOKENS, normalise, type Token, tokenise } from "./text/tokens.ts";
import { asksForMore, saysWhen } from "./utterance/aside.ts";
import { actsOnQuestion } from "./utterance/asked-only.ts";
import { withoutBeyond } from "./utterance/beyond.ts";
import { isReport, withoutComplaints } from "./utterance/complaints.ts";
import { utteranceForms } from "./utterance/forms.ts";
import { isConditional, piecesOf } from "./utterance/pieces.ts";
import { type Utterance, utteranceOf } from "./utterance/utterance.ts";
import { inPlainWords } from "./utterance/wording.ts";
import { saysWord } from "./words.ts";

/**
 * Decides what a sentence means in this home: pure, synchronous, without changing anything.
 * @param replacing it is meant instead of `previous`, and takes from it what it leaves out
 */
export function understand(text: string, given: Situation, previous: Frame | null, replacing = false): Understanding {
  return decide(text, given, previous, replacing).understanding;
}

/** The same, with how sure it is and why. */
export function decide(text: string, given: Situation, previous: Frame | null, replacing = false): SentenceDecision {
  if (text.length > MAX_SENTENCE) return notTaken("too long");
  const said = normalise(text);
  const situation = { ...given, spoken: languageOf(text), replacing };
  const on = (part: string): SentenceDecision => decideOnText(inPlainWords(part), situation, previous);
  const household = householdRuleIn(said, on, situation);
  if (household) return household;
  const past = pastIn(said, on, situation, previous);
  if (past) return past;
  const decision = ofNow(withoutBeyond(said, wholeForm(said, on, situation) ?? on(said), situation));
  const idle = actsOnQuestion(decision.understanding, said, (part) => on(part).understanding);
  return idle ? notTaken("not understood") : withOnlyNotYet(withoutSaidTwice(decision), situation);
}

function decideOnText(source: string, situation: Spoken, previous: Frame | null): SentenceDecision {
  const tokens = tokenise(source);
  if (tokens.length > MAX_TOKENS) return notTaken("too long");
  const talk = talkOf(tokens, situation.index);
  if (talk) return certainly(talkStep(talk, situation));
  if (isElsewhere(tokens) || judgesHome(tokens) || utteranceForms().quotes.test(source.toLowerCase()))
    return notTaken("not understood");
  // 老公，你去…: who is called is not only called, but told to do it.
  const told = utteranceForms().permissions.test(source.toLowerCase());
  const beside = told ? null : besideTalk(tokens, source, situation.index);
  if (beside?.feels && isReport(piecesOf(segment(tokens, source, situation.index), source)))
    return notTaken("not understood");
  const alone = beside === null ? null : decideBeside(beside, situation, previous);
  if (alone) return alone;
  const decision = decideOnCommand(tokens, source, situation, previous);
  // How it feels is why: it does nothing of its own beside another act.
  if (beside?.feels && actsApart(decision.understanding))
    return { ...notTaken("not understood"), understanding: { kind: "unknown", frames: decision.understanding.frames } };
  return decision.kind === "hand-on" ? lastly(tokens, source, situation, decision) : decision;
}

/** What stands beside everyday talk, where it can be understood without it and nothing depends on what was left out. */
function decideBeside(
  { text, feels, warmth }: Beside,
  situation: Spoken,
  previous: Frame | null,
): SentenceDecision | null {
  const tokens = tokenise(text);
  const items = segment(tokens, text, situation.index);
  if (isConditional(items) || items.some((item) => is(item, "remind")) || isAny(items[0], DENYING)) return null;
  const decision = decideOnCommand(tokens, text, situation, previous);
  const { items: said } = utteranceOf(items, text);
  if (warmth && areDegreesAlone(readFrame(said, situation.index, false))) {
    const meant = new Sentence(text, situation, null, "now", new Set(), aboutAirConditioner()).understand(said);
    return isAble(meant) ? decideOn([{ way: "core", said: items, items, understanding: meant }], 0) : null;
  }
  if (feels && !decision.understanding.frames.every(saysOfWhat)) return null;
  return isAble(decision.understanding) ? decision : null;
}

/** 太热了|不是…: what is felt may be denied with it. */
const DENYING = turning("negation", "denial");

/** Whether something is done with one device, and something else with another. */
function actsApart(understanding: Understanding): boolean {
  if (understanding.kind === "unknown") return false;
  const [first, ...others] = understanding.steps.map((step) =>
    step.kind === "do" ? step.doings.map(({ target }) => target.indexed.device.id).join() : step.kind,
  );
  return others.some((each) => each !== first);
}

/** Whether it says itself what it is about: "turn it up" and "26 please" do not. */
function saysOfWhat({ heads, asking }: Frame): boolean {
  return asking !== null || (heads.length > 0 && heads.every(({ type }) => type !== "it" && type !== "them"));
}

/** What is left where no command and no question was understood: how a room feels, or what is not for a home. */
function lastly(
  tokens: readonly Token[],
  source: string,
  situation: Situation,
  handedOn: SentenceDecision,
): SentenceDecision {
  const placed = placedFeeling(tokens, situation.index);
  if (placed) return certainly(feelingStep(placed.feeling, placed.room, situation));
  if (!asksBeyond(tokens)) return absent(tokens, source, situation) ?? handedOn;
  return { ...handedOn, understanding: { kind: "unknown", frames: handedOn.understanding.frames, beyond: true } };
}

/** That this home has none of what something shall be done with. */
function absent(tokens: readonly Token[], source: string, situation: Situation): SentenceDecision | null {
  if (tokens.length > LONGEST_GUESSED) return null;
  const items = segment(tokens, source, situation.index);
  const told = absentIn(items, source, situation);
  return told && decideOn([{ way: "core", said: items, items, understanding: told }], 0);
}

/** Decides between the readings of a command or a question. */
function decideOnCommand(
  tokens: readonly Token[],
  source: string,
  situation: Spoken,
  previous: Frame | null,
): SentenceDecision {
  const said = read({ tokens, text: source, ofHome: true }, source, situation, previous);
  if (said.understanding.kind === "unknown" && isReport(piecesOf(said.items, source)))
    return notTaken("not understood");
  const spellings = isNamed(said.understanding, situation)
    ? []
    : spellingsOf(source, tokens, lexiconOf(tokens), situation.index);
  if (spellings.length === 0) {
    const understanding = asked(said.understanding, tokens, source, situation, previous);
    if (!failed(understanding)) return decideOn([{ ...said, understanding }], 0);
    return decideOn([{ ...said, understanding }, ...pruned(said, source, situation, previous)], 0);
  }
  // What may be about the conversation is no command.
  if (spellings.some(({ text: meant }) => saysWord(meant, "undo", ["it"]))) return notTaken("not understood");
  const readings = spellings.map((spelling) => ({
    ...read(spelling, source, situation, previous),
    ofHome: spelling.ofHome,
  }));
  const agreeing = agreed(readings);
  const understanding = asked(agreeing, spellings[0]?.tokens ?? tokens, source, situation, previous);
  // The name of what there is may be any word, and where there is none of that name nothing is done.
  if (failed(understanding) && asksOfPlans(said.understanding)) return decideOn([said], 0);
  const reading = readings.find((each) => each.understanding === understanding) ?? said;
  // What may be a word with a letter wrong is no word too many.
  return decideOn([{ ...reading, understanding }], 1);
}

/** What a sentence is understood against, and whether it replaces what was said before. */
type Spoken = Situation & { readonly replacing: boolean };

/** What may be meant where all that was said means nothing: readings of a part of it that mean something. */
function pruned(said: Reading, source: string, situation: Situation, previous: Frame | null): readonly Reading[] {
  const { items } = said;
  // What may depend on more than was understood is no command with a word too many.
  if (items.length > LONGEST_PRUNED || isConditional(items) || leavesConditionOpen(items) || leavesDateOpen(items))
    return [];
  const pieces = piecesOf(items, source);
  if (pieces.some(saysWhen) || pieces.some(asksForMore)) return [];
  // "which city": it asks about what is nothing of a home.
  if (items.some((item, at) => isUnknown(item) && is(items[at - 1], "which"))) return [];
  return pruningsOf(items, pieces, source).flatMap(({ way, items: left }): Reading[] => {
    const utterance = utteranceOf(left, source);
    if (utterance.retracted) return [];
    const understanding = new Sentence(source, situation, previous, "now", utterance.wished).understand(
      utterance.items,
    );
    // Who tells of a coffee asks for none.
    if (understanding.frames.some(({ serving }) => serving)) return [];
    // 鸡蛋开了没: what was asked about is what fell away.
    if (understanding.frames.some(asksOfNothing)) return [];
    // "lose the lamp": a name beside a word that nothing explains says nothing of what to do.
    if (understanding.frames.some(({ bare }) => bare)) return [];
    return isAble(understanding) ? [{ way, said: items, items: utterance.items, understanding }] : [];
  });
}

function asksOfNothing({ asking, heads, places, props }: Frame): boolean {
  return asking === "polar" && heads.every(({ text }) => text === "") && places.length + props.length === 0;
}

/** Longer sentences, in items, are read whole or not at all. */
const LONGEST_PRUNED = 40;

function read({ tokens, text }: Spelling, source: string, situation: Spoken, previous: Frame | null): Reading {
  const made = readScene(text);
  const cut = segment(tokens, source, situation.index);
  const items = cut.some(isSceneName) ? cut.map(asScene) : cut;
  const whole = (understanding: Understanding): Reading => ({ way: "whole", said: items, items, understanding });
  if (made) return whole(sceneUnderstanding(made, situation));
  // "no more alarms" is about an alarm: "no" puts nothing right there.
  const existing = existingIn(items, source, situation);
  if (existing) return whole({ kind: "plan", steps: [{ kind: "existing", request: existing }], frames: [] });
  // 衣服不洗了，停下来: what is no longer done is no reason.
  const ended = withoutComplaints(items, source);
  if (activityToStop(ended, situation)) return whole(new Sentence(source, situation, previous).understand(ended));
  const anew = (said: readonly Item[]): Understanding => new Sentence(source, situation, previous).understand(said);
  const dated = ringingOnDayTold(items, source, anew);
  if (dated) return { way: "core", said: items, items, understanding: dated };
  const utterance = utteranceOf(items, source);
  // "Story time" is how a scene may be called.
  const scene = items.some(isSceneName) && isSceneAlone(items);
  if (utterance.report && !scene) return whole({ kind: "unknown", frames: [] });
  if (utterance.retracted) return whole({ kind: "plan", steps: [{ kind: "leave" }], frames: [] });
  // "Now the garden lights" after a command goes on with it: "now" is no urgency there.
  const goesOn = previous !== null && utterance.replaced === null && isFollowUp(items) && !utterance.items.some(acts);
  if (!goesOn && (utterance.aside || utterance.wished.size > 0 || utterance.replaced !== null)) {
    const understanding = understandCore(utterance, source, situation, previous);
    if (understanding && !(makesRule(understanding) && items.some(takesAway)))
      return { way: "core", said: items, items: utterance.items, understanding };
    // What complained beside a command commands nothing, whatever comes of that.
    if (utterance.complains) return whole({ kind: "unknown", frames: [] });
  }
  const instead = situation.replacing ? previous : null;
  const meant = new Sentence(source, situation, previous, "now", undefined, instead).understand(items);
  // Who takes something away makes no rule, whatever else is said.
  if (makesRule(meant) && items.some(takesAway)) return whole({ kind: "unknown", frames: meant.frames });
  if (meant.kind === "unknown") {
    const told = besideRinging(items, source, anew);
    if (told) return { way: "core", said: items, items, understanding: told };
  }
  if (!items.some(isSceneName) || isSceneAlone(items)) return whole(meant);
  // A scene may be called as anything is: what could be said if it were not there is meant without it.
  const plain = segment(tokens, source, situation.index, "unknown", false);
  const understanding = new Sentence(source, situation, previous).understand(plain);
  // A question about a scene is none about the room or the devices that it happens to be called like.
  if (isQuestion(items) && !understanding.frames.some(({ heads }) => heads.some(isNamedHead))) return whole(meant);
  return isAble(understanding) ? { way: "named", said: plain, items: plain, understanding } : whole(meant);
}

/**
 * What the commands of an utterance come to, null when that is not clear. The room that a reason is about goes before the
 * speaker's; where the command is about nothing in it, it must be clear without any room.
 */
function understandCore(
  { items, wished, replaced, place, topic }: Utterance,
  source: string,
  situation: Spoken,
  previous: Frame | null,
): Understanding | null {
  const meant = replaced?.length ? readFrame(replaced, situation.index, false) : null;
  const named = topic ? readFrame(topic, situation.index, false) : null;
  const before = meant ?? named ?? (replaced || situation.replacing ? previous : null);
  const attempt = (given: readonly Item[], where: Spoken): Understanding | null => {
    const understood = new Sentence(source, where, previous, "now", wished, before).understand(given);
    return isAble(understood) ? understood : null;
  };
  if (!place) return attempt(items, situation);
  const here = items.filter((item) => !is(item, "there") || item.home !== null);
  // "I don't need the light in here so bright": where there is none here, none elsewhere is meant.
  const there = is(place, "here") ? null : attempt(items, { ...situation, room: null });
  return attempt([place, ...here], situation) ?? there;
}

/** "And put the lamp at twenty while you're at it" commands by itself. */
function acts({ lex }: Item): boolean {
  return (lex?.acts.length ?? 0) > 0;
}

/** Devices or a kind of them, by name. */
function isNamedHead({ type }: Head): boolean {
  return type === "devices" || type === "kind";
}

function makesRule(understanding: Understanding): boolean {
  return (
    understanding.kind === "plan" && understanding.steps.some(({ kind }) => kind === "whenever" || kind === "later")
  );
}

/** "the floor lamp scene": of all that is called so the scene. */
function asScene(item: Item, at: number, items: readonly Item[]): Item {
  if (!isSceneName(item) || !(is(items[at - 1], "scene") || is(items[at + 1], "scene"))) return item;
  return { ...item, lex: null, home: { ...emptyHomeMeaning(), scenes: item.home?.scenes ?? [] } };
}

function isSceneName({ home }: Item): boolean {
  return (home?.scenes.length ?? 0) > 0;
}

/** Only the name of a scene, or what is said of scenes alone: "movie night, please", "the scene movie night". */
function isSceneAlone(items: readonly Item[]): boolean {
  const words = items.filter((item) => !isMark(item) && !is(item, "filler"));
  return words.length === 1 || words.some((item) => is(item, "scene") && !isSceneName(item));
}

/** Whether it is understood, no part of it is refused, and where it asks, something was said of what is meant. */
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
 * Whether words that mean nothing are accounted for: they are the name of a timer, or what somebody is reminded of, and where
 * that is one that there is, there is one of that name.
 */
function isNamed(understanding: Understanding, { plans }: Situation): boolean {
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
 * What all readings that mean something come to; unknown when one of them means something else, when a reading with a
 * word of this home means nothing though one with another word does, or when nothing but a name is said.
 */
function agreed(readings: readonly (Reading & { readonly ofHome: boolean })[]): Understanding {
  const meaning = readings.filter(({ understanding }) => !failed(understanding));
  const [meant, ...others] = meaning;
  const [first] = readings;
  if (!meant || meant.understanding.kind === "unknown") return first?.understanding ?? { kind: "unknown", frames: [] };
  const same = others.every((other) => isSame(meant.understanding, other.understanding));
  const beaten = meaning.every(({ ofHome }) => !ofHome) && readings.some(({ ofHome }) => ofHome);
  const bare = meant.understanding.steps.some((step) => step.kind === "do" && step.frame.bare);
  return same && !beaten && !bare ? meant.understanding : { kind: "unknown", frames: meant.understanding.frames };
}

/** The understanding, or a question about what may be meant when there is none. */
function asked(
  understanding: Understanding,
  tokens: readonly Token[],
  source: string,
  situation: Situation,
  previous: Frame | null,
): Understanding {
  if (!failed(understanding) || tokens.length > LONGEST_GUESSED) return understanding;
  // A rule that is not understood is no name with a letter wrong.
  const items = segment(tokens, source, situation.index);
  if (takeCondition(items) !== null || items.some(isConditionWord) || leavesConditionOpen(items)) return understanding;
  // What is taken away is no plan with a letter wrong, nor is a date a value.
  if (items.some(takesAway) || leavesDateOpen(items)) return understanding;
  return guessed(tokens, source, situation, previous) ?? understanding;
}

/** Longer sentences, in tokens, are not guessed at. */
const LONGEST_GUESSED = 24;

/** Whether nothing came of it but that something is not there. */
function failed(understanding: Understanding): boolean {
  if (understanding.kind === "unknown") return true;
  return (
    understanding.steps.length === 1 &&
    understanding.steps[0]?.kind === "refuse" &&
    understanding.steps[0].refusal.code === "no-device"
  );
}

/** A name with a letter wrong that happens to be another word: asks whether it is meant instead of doing it. */
function guessed(
  tokens: readonly Token[],
  source: string,
  situation: Situation,
  previous: Frame | null,
): Understanding | null {
  const items = segment(tokens, source, situation.index, "any");
  const understanding = new Sentence(source, situation, previous).understand(items);
  if (understanding.kind === "unknown" || understanding.steps.length !== 1) return null;
  const [step] = understanding.steps;
  if (step?.kind === "answer" || step?.kind === "ask") return understanding;
  if (step?.kind !== "do" || step.doings.length === 0) return null;
  const options = step.doings.map(({ target }) => target);
  return { ...understanding, steps: [{ kind: "ask", frame: step.frame, options }] };
}
