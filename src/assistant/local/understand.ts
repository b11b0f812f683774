import { commandStep } from "./ground/commands.ts";
import { isComplete } from "./ground/compute.ts";
import { conditionHolds, type Rule, ruleOf } from "./ground/conditions.ts";
import { roomsOf } from "./ground/places.ts";
import { plannedStep, removeSceneStep, unplanStep, whyStep } from "./ground/planning.ts";
import { queryStep } from "./ground/queries.ts";
import { keepStep } from "./ground/scenes.ts";
import type { Situation } from "./ground/situation.ts";
import { lexicon } from "./lexicon/lexicon.ts";
import type { Act, State } from "./lexicon/types.ts";
import { clausesOf, stretchesOf } from "./parse/clauses.ts";
import { type Conditional, takeCondition } from "./parse/conditions.ts";
import { complete, completeQuestion } from "./parse/ellipsis.ts";
import type { Frame } from "./parse/frame.ts";
import { type Item, is, isMark, segment } from "./parse/items.ts";
import { askingOf, isQuestion } from "./parse/questions.ts";
import { readFrame } from "./parse/read.ts";
import { readScene, type SceneRequest } from "./parse/scenes.ts";
import { readTimer } from "./parse/timer.ts";
import { following, isRecurring, type Timed, takeTime, type When } from "./parse/times.ts";
import { takeWindows, type Window } from "./parse/windows.ts";
import type { DoStep, Step, Understanding } from "./plan.ts";
import { isSame } from "./same.ts";
import { corrected, type Reading, readingsOf } from "./text/spelling.ts";
import { MAX_SENTENCE, normalise, type Token, tokenise } from "./text/tokens.ts";
import { saysWord } from "./words.ts";

/** Decides what a sentence means in this home: pure, synchronous, without changing anything. */
export function understand(text: string, situation: Situation, previous: Frame | null): Understanding {
  if (text.length > MAX_SENTENCE) return { kind: "unknown", frames: [] };
  const source = normalise(text);
  const tokens = tokenise(source);
  if (tokens.length > MAX_TOKENS) return { kind: "unknown", frames: [] };
  const said = read({ tokens, text: source, ofHome: true }, source, situation, previous);
  const readings = isNamed(said) ? [] : readingsOf(source, tokens, lexicon(), situation.index);
  if (readings.length === 0) return asked(said, tokens, source, situation, previous);
  // What may be about the conversation is no command.
  if (readings.some(({ text: meant }) => saysWord(meant, "undo", ["it"]))) return { kind: "unknown", frames: [] };
  const understanding = agreed(
    readings.map((reading) => ({ ...read(reading, source, situation, previous), ofHome: reading.ofHome })),
  );
  return asked(understanding, readings[0]?.tokens ?? tokens, source, situation, previous);
}

function read({ tokens, text }: Reading, source: string, situation: Situation, previous: Frame | null): Understanding {
  const scene = readScene(text);
  if (scene) return sceneUnderstanding(scene, situation);
  return new Sentence(source, situation, previous).understand(segment(tokens, source, situation.index));
}

/** Whether words that mean nothing are accounted for: they are the name of a timer or what somebody is reminded of. */
function isNamed(understanding: Understanding): boolean {
  if (understanding.kind === "unknown") return false;
  return understanding.steps.every(
    (step) => step.kind === "timer" && (step.intent.op === "start" || step.intent.op === "ring"),
  );
}

/**
 * What all readings that mean something come to; unknown when one of them means something else, when a reading with a
 * word of this home means nothing though one with another word does, or when nothing but a name is said.
 */
function agreed(readings: readonly (Understanding & { readonly ofHome: boolean })[]): Understanding {
  const meaning = readings.filter((each) => !failed(each));
  const [meant, ...others] = meaning;
  const [first = { kind: "unknown", frames: [] }] = readings;
  if (!meant || meant.kind === "unknown") return first;
  const same = others.every((other) => isSame(meant, other));
  const beaten = meaning.every(({ ofHome }) => !ofHome) && readings.some(({ ofHome }) => ofHome);
  const bare = meant.steps.some((step) => step.kind === "do" && step.frame.bare);
  return same && !beaten && !bare ? meant : { kind: "unknown", frames: meant.frames };
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
  if (takeCondition(items) !== null || items.some(isConditionWord)) return understanding;
  return guessed(tokens, source, situation, previous) ?? understanding;
}

/** Nobody says more in one breath. */
const MAX_TOKENS = 300;
/** More commands in one sentence are handed on. */
const MAX_STRETCHES = 20;

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

/** What a scene is to hold, saved as one or not at all: a part that can't be done is said, and nothing is kept. */
function sceneUnderstanding(request: SceneRequest, situation: Situation): Understanding {
  const unknown: Understanding = { kind: "unknown", frames: [] };
  switch (request.kind) {
    case "unclear":
      return unknown;
    case "kept": {
      const step = keepStep(request.name, request.of, situation);
      return step ? { kind: "plan", steps: [step], frames: [] } : unknown;
    }
    case "listed": {
      const tokens = corrected(request.body, tokenise(request.body), lexicon(), situation.index);
      if (tokens.length > MAX_TOKENS) return unknown;
      const items = segment(tokens, request.body, situation.index);
      const held = new Sentence(request.body, situation, null, "scene").understand(items);
      if (held.kind === "unknown") return unknown;
      const { frames } = held;
      const refused = held.steps.flatMap((step): Step[] =>
        step.kind === "refuse"
          ? [step]
          : step.kind === "do"
            ? step.refusals.map((refusal) => ({ kind: "refuse", refusal }))
            : [],
      );
      if (refused.length > 0) return { kind: "plan", steps: refused, frames };
      const steps = held.steps.filter((step) => step.kind === "do");
      if (steps.length < held.steps.length) return unknown;
      return { kind: "plan", steps: [{ kind: "make-scene", name: request.name, steps }], frames };
    }
    default:
      return request satisfies never;
  }
}

/** What is said when a scene is told by how things are in it: "curtains closed". */
const ACT_OF_STATE: Readonly<Partial<Record<State, Act>>> = {
  on: "on",
  off: "off",
  open: "open",
  closed: "close",
  locked: "lock",
  unlocked: "unlock",
  playing: "play",
  paused: "pause",
  stopped: "stop",
  muted: "mute",
};

/** What is said of something that happens: "when the curtain closes". */
const STATE_OF_ACT: Readonly<Partial<Record<Act, State>>> = {
  on: "on",
  off: "off",
  open: "open",
  close: "closed",
  lock: "locked",
  unlock: "unlocked",
  play: "playing",
  pause: "paused",
  stop: "stopped",
};

/** States of a home or a room, said of nothing in particular. */
const AT_LARGE: ReadonlySet<State> = new Set<State>(["occupied", "clear", "wet", "hot", "cold"]);

/** Commands for now, or what a scene is to hold: states count as commands there, and how things are now does not. */
type Purpose = "now" | "scene" | "later";

/** The work on one sentence: what was said before in it fills in what comes after. */
class Sentence {
  readonly #source: string;
  readonly #situation: Situation;
  readonly #purpose: Purpose;
  readonly #frames: Frame[] = [];
  #before: Frame | null;

  constructor(source: string, situation: Situation, previous: Frame | null, purpose: Purpose = "now") {
    this.#source = source;
    this.#situation = situation;
    this.#before = previous;
    this.#purpose = purpose;
  }

  understand(items: readonly Item[]): Understanding {
    const conditional = conditionOf(items);
    if (!conditional && items.some(isConditionWord) && !items.some(isSun)) return { kind: "unknown", frames: [] };
    const steps = conditional ? this.#conditional(conditional) : this.#steps(items);
    if (steps === null || steps.length === 0) return { kind: "unknown", frames: this.#frames };
    return { kind: "plan", steps, frames: this.#frames };
  }

  /** Null when any part is not understood: then nothing is done. */
  #steps(items: readonly Item[]): Step[] | null {
    const steps: Step[] = [];
    /** A time at the beginning holds for what follows. */
    let leading: Timed = { ...NOW, rest: [] };
    let before: When | null = null;
    const stretches = stretchesOf(items, MAX_STRETCHES);
    if (stretches === null) return null;
    for (const [at, stretch] of stretches.entries()) {
      const timer = readTimer(stretch, this.#source);
      if (timer) {
        steps.push({ kind: "timer", intent: timer });
        continue;
      }
      const planning = this.#planning(stretch);
      if (planning) {
        steps.push(planning);
        continue;
      }
      const question = isQuestion(stretch);
      const said: Timed = question ? { ...NOW, rest: stretch } : (withTimer(stretch) ?? takeTime(stretch));
      const held = said.when === null && leading.when?.kind !== "for";
      const when: When | null = held ? leading.when : said.when && following(said.when, before);
      const { lasting } = held ? leading : said;
      if (at === 0 && when !== null && startsWithTime(stretch, said.rest)) leading = { ...said, when };
      before = when ?? before;
      for (const clause of question ? [said.rest] : clausesOf(said.rest)) {
        const step = this.#clause(clause, question, when !== null && when.kind !== "for");
        if (step === null || steps.length >= MAX_STRETCHES) return null;
        // "灯晚上十点" does not say what to do then.
        if (when !== null && step.kind === "do" && step.frame.bare) return null;
        steps.push(when === null ? step : timed(step, when, lasting));
      }
    }
    return together(this.#placed(steps));
  }

  /** "set A to 70 and raise B in the guest bedroom": where one must be chosen, the place that is said later may tell. */
  #placed(steps: readonly Step[]): Step[] {
    return steps.map((step, at) => {
      if (step.kind !== "ask" || step.frame.heads.some(({ places }) => places.length > 0)) return step;
      const later = steps.slice(at + 1).flatMap((each) => ("frame" in each ? [each.frame] : []));
      const places = later
        .map((frame) => frame.heads.find((head) => head.places.length > 0)?.places ?? frame.places)
        .find((each) => each.length > 0);
      if (!places) return step;
      const frame = {
        ...step.frame,
        places: step.frame.heads.length > 0 ? [] : [...places],
        heads: step.frame.heads.map((head) => ({ ...head, places })),
      };
      const found = commandStep(frame, this.#situation);
      return found ?? step;
    });
  }

  #clause(clause: readonly Item[], question: boolean, later: boolean): Step | null {
    const frame = readFrame(clause, this.#situation.index, question);
    frame.timeless = later || this.#purpose !== "now";
    const [state] = frame.states;
    if (this.#purpose === "scene" && frame.act === null && state) frame.act = ACT_OF_STATE[state] ?? null;
    const same =
      (question || frame.also || isFollowUp(clause)) && completeQuestion(frame, this.#before, this.#situation.index);
    if (same) this.#before = frame;
    else if (question) frame.asking = askingOf(frame);
    else complete(frame, this.#before, this.#frames.length > 0, this.#situation.index);
    this.#frames.push(frame);
    this.#before = frame;
    return stepOf(frame, this.#situation);
  }

  /** A condition that names no place is about that of the command: "turn on the fan in the study when it is above 28 there". */
  #conditionAt(condition: Frame, rest: readonly Item[]): Situation {
    const said = condition.heads.length > 0 || condition.places.some(({ kind }) => kind !== "there");
    if (said) return this.#situation;
    const command = readFrame(rest, this.#situation.index, false);
    const places = [...command.places, ...command.heads.flatMap((head) => head.places)];
    const rooms = places.length > 0 ? roomsOf(places, this.#situation) : null;
    const named = command.heads.flatMap(({ devices }) =>
      devices.flatMap((id) => this.#situation.index.devices.get(id)?.device.room?.id ?? []),
    );
    return withRooms(this.#situation, rooms?.ids ? [...rooms.ids] : named);
  }

  /** What is planned, cancelling it, and why something happened. */
  #planning(items: readonly Item[]): Step | null {
    return (
      plannedStep(items, this.#situation) ??
      removeSceneStep(items) ??
      unplanStep(items, this.#situation) ??
      whyStep(items, this.#situation)
    );
  }

  #conditional(conditional: Conditional): Step[] | null {
    const { unless, lead } = conditional;
    const bounds = takeWindows([...lead, ...conditional.condition]);
    if (!bounds) return null;
    const command = windowsOfCommand(conditional.rest);
    const windows = [...bounds.windows, ...command.windows];
    // "if it is above 26 at night" is about every night, and not a look at now.
    // How long it has been so is not known of now either.
    const standing = conditional.standing || windows.length > 0 || hasDuration(bounds.rest);
    if (standing && unless) return null;
    const frame = readFrame(bounds.rest, this.#situation.index, true);
    frame.timeless = standing;
    const change = frame.act === null || frame.states.length > 0 ? undefined : STATE_OF_ACT[frame.act];
    if (change) {
      frame.states.push(change);
      frame.act = null;
    }
    const [head] = frame.heads;
    frame.asking =
      head?.quantifier === "all" ? "all" : head?.quantifier === "any" || head?.plural === true ? "any" : "polar";
    if (frame.unknown.length > 0 || frame.blocked) return null;
    // A word like "dark" that is a value of some list says nothing about which.
    if (
      frame.heads.length === 0 &&
      frame.states.length === 0 &&
      frame.props.length === 0 &&
      !frame.above &&
      !frame.below
    )
      return null;
    if (frame.heads.length === 0 && frame.states.some((state) => !AT_LARGE.has(state))) return null;
    const found = queryStep(frame, this.#conditionAt(frame, command.rest));
    if (found?.kind !== "answer") return null;
    this.#frames.push(frame);
    // "… if it is above 23" in the guest room: the room of the command is that of the condition, and the other way round.
    this.#before = frame;
    const situation = withRooms(
      this.#situation,
      found.query.targets.flatMap(({ indexed }) => (indexed.device.room ? [indexed.device.room.id] : [])),
    );
    if (standing && command.rest.every(isTelling)) {
      const rule = ruleOf(frame, found.query, windows);
      const notice = textOf(conditional.condition, this.#source);
      return rule ? [{ kind: "whenever", rule, steps: [], notice }] : null;
    }
    const purpose = standing ? "later" : "now";
    // The room of the condition is that of the command, unless what is named is elsewhere.
    const [near, far] = [situation, this.#situation].map((each) =>
      new Sentence(this.#source, each, frame, purpose).#steps(command.rest),
    );
    const steps = near?.every(isSettled) || !far?.every(isSettled) ? near : far;
    if (!steps || steps.length === 0) return null;
    if (standing) return whenever(steps, ruleOf(frame, found.query, windows));
    const holds = conditionHolds(frame, found.query);
    if (holds === null) return null;
    return holds !== unless ? steps : [{ kind: "unmet", frame, query: found.query }];
  }
}

function isSun({ lex }: Item): boolean {
  return lex?.time.some(({ kind }) => kind === "sun") ?? false;
}

/** The condition of a sentence; "when it gets dark" is a time and none. */
function conditionOf(items: readonly Item[]): Conditional | null {
  const conditional = takeCondition(items);
  if (!conditional) return null;
  const words = conditional.condition.filter((item) => !isMark(item) && !is(item, "filler") && !is(item, "is"));
  const sun = words.length === 1 && words[0]?.lex?.time.some(({ kind }) => kind === "sun");
  return sun ? null : conditional;
}

/** Whether it is clear what is meant, and there is such a thing. */
function isSettled(step: Step): boolean {
  return step.kind !== "ask" && step.kind !== "refuse";
}

/** "tell me", 提醒我: nothing is to be done but that. */
function isTelling(item: Item): boolean {
  return isMark(item) || is(item, "filler") || is(item, "remind") || item.lex?.acts.includes("tell") === true;
}

function hasDuration(items: readonly Item[]): boolean {
  return items.some(({ measure }) => measure?.kind === "duration");
}

/** What was said, as it was said. */
function textOf(items: readonly Item[], source: string): string {
  const words = items.filter((item) => !isMark(item));
  return source.slice(words[0]?.first.start ?? 0, words.at(-1)?.end ?? 0).trim();
}

/** Nothing was said about time. */
const NOW = { when: null, lasting: null } as const;

/** "… turn on the air conditioner at night": a part of the day that goes with no clock bounds the condition. */
function windowsOfCommand(rest: readonly Item[]): { windows: readonly Window[]; rest: readonly Item[] } {
  const open = rest.some(isDayPart) && rest.every(({ measure }) => measure?.kind !== "clock");
  const taken = open ? takeWindows(rest) : null;
  return taken ?? { windows: [], rest };
}

/** "at night", 早上: a stretch of every day. */
function isDayPart({ lex }: Item): boolean {
  return lex?.time.some(({ kind }) => kind === "part") ?? false;
}

/** A word for a condition: without one that is understood, nothing is done. */
function isConditionWord(item: Item): boolean {
  return (
    is(item, "if") || is(item, "unless") || is(item, "whenever") || (is(item, "when") && item.first.kind === "word")
  );
}

/** "and the bedroom?" */
function isFollowUp(clause: readonly Item[]): boolean {
  const [first] = clause;
  return first !== undefined && is(first, "and");
}

/** What is talked about is in these rooms, when there is one. */
function withRooms(situation: Situation, rooms: readonly string[]): Situation {
  const unique = [...new Set(rooms)];
  return unique.length === 1
    ? { ...situation, focus: { ...situation.focus, rooms: unique }, room: unique[0] ?? situation.room }
    : situation;
}

function whenever(steps: readonly Step[], rule: Rule | null): Step[] | null {
  const doing = steps.filter((step) => step.kind === "do" || step.kind === "refuse");
  if (rule === null || doing.length < steps.length) return null;
  const able = doing.filter((step): step is DoStep => step.kind === "do" && step.doings.length > 0);
  const refused = doing.filter((step) => step.kind === "refuse" || step.doings.length === 0);
  return able.length > 0 ? [{ kind: "whenever", rule, steps: able, notice: null }, ...refused] : refused;
}

/** Commands for later; what can't be done is refused now. */
function timed(step: Step, when: When, lasting: number | null): Step {
  return step.kind === "do" && step.doings.length > 0 ? { kind: "later", when, lasting, steps: [step] } : step;
}

/** What recurs at one moment is one schedule: "every weekday at 7 open the curtains and start the kettle". */
function together(steps: readonly Step[]): Step[] {
  const result: Step[] = [];
  for (const step of steps) {
    const at = result.findIndex(
      (each) =>
        each.kind === "later" &&
        step.kind === "later" &&
        isRecurring(step.when) &&
        each.lasting === step.lasting &&
        JSON.stringify(each.when) === JSON.stringify(step.when),
    );
    const known = result[at];
    if (known?.kind === "later" && step.kind === "later")
      result[at] = { ...known, steps: [...known.steps, ...step.steps] };
    else result.push(step);
  }
  return result;
}

/** "turn off the lights with a 10 minute timer", "关灯设置1小时计时器": commands when the timer ends. */
function withTimer(items: readonly Item[]): Timed | null {
  const timer = items.findIndex((item) => is(item, "timer"));
  const duration = items.find((item) => item.measure?.kind === "duration");
  if (timer < 0 || duration?.measure?.kind !== "duration") return null;
  const about = (item: Item): boolean =>
    is(item, "timer") ||
    item === duration ||
    (item.lex?.acts.every((act) => act === "set" || act === "start") && item.lex.acts.length > 0) === true;
  const near = items.filter(
    (item, at) => about(item) || (Math.abs(at - timer) <= 3 && (is(item, "with") || is(item, "for") || is(item, "to"))),
  );
  return {
    when: { kind: "delay", seconds: duration.measure.seconds },
    lasting: null,
    rest: items.filter((item) => !near.includes(item)),
  };
}

function startsWithTime(stretch: readonly Item[], rest: readonly Item[]): boolean {
  const first = stretch.find((item) => !isMark(item) && !is(item, "filler"));
  return first !== undefined && !rest.includes(first);
}

function stepOf(frame: Frame, situation: Situation): Step | null {
  if (frame.blocked) return null;
  if (frame.asking !== null) return frame.unknown.length === 0 ? queryStep(frame, situation) : null;
  if (isRule(frame)) return null;
  if (frame.negated) return isComplete(frame) ? { kind: "leave" } : null;
  if (frame.untimed || hasIdleDuration(frame)) return null;
  if (frame.unknown.length > 0) return unknownTarget(frame);
  const [scene] = frame.heads.flatMap((head) => head.scenes);
  if (scene !== undefined && frame.heads.length === 1) return sceneStep(scene, frame);
  return commandStep(frame, situation);
}

/** "above 26", "somebody there": how things are, not what is to be done. */
function isRule({ above, below, states }: Frame): boolean {
  return above || below || states.some((state) => state === "occupied" || state === "clear");
}

/** "movie night", "movie night at 10 percent", "turn off movie night"; null when more was said than a scene can take. */
function sceneStep(scene: string, frame: Frame): Step | null {
  const { act, values, changes, places, actions, durations } = frame;
  const [value] = values;
  const more = changes.length + places.length + actions.length + durations.length;
  if (more > 0 || values.length > 1 || (value && value.quantity === null)) return null;
  const off = act === "off" || act === "close" || act === "stop";
  if (off && value) return null;
  return { kind: "scene", scene, value: value?.quantity?.value ?? null, off };
}

/** A duration that is neither a value nor an amount: when or for how long was not understood. */
function hasIdleDuration({ durations, props, changes, act }: Frame): boolean {
  return durations.length > 0 && props.length === 0 && changes.length === 0 && act !== "raise" && act !== "lower";
}

/** "turn on the jacuzzi": clear in everything but what is meant, which this home lacks. */
function unknownTarget(frame: Frame): Step | null {
  const { act, heads, unknown, values, props, changes } = frame;
  const plain = act === "on" || act === "off" || act === "open" || act === "close";
  if (!plain || heads.length > 0 || unknown.length > 3 || values.length + props.length + changes.length > 0)
    return null;
  if (!unknown.every((item, at) => at === 0 || item.from === unknown[at - 1]?.to)) return null;
  const said = unknown.map(({ said }) => said).join(unknown[0]?.first.kind === "han" ? "" : " ");
  return { kind: "refuse", refusal: { code: "no-device", said, place: null, nearest: null } };
}
