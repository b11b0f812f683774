import { riskOf } from "../decision/risk.ts";
import type { Effect, Refusal } from "../ground/context.ts";
import { isMark, isUnknown, playsAnyRole, playsRole } from "../parse/items.ts";
import { isQuestion } from "../parse/questions.ts";
import { namesDevice, namesKind, namesPlace } from "../parse/senses.ts";
import type { SentenceStep } from "../plan.ts";
import { type Interpretation, leftAsideItems } from "./interpretation.ts";
import { commandStepsIn, unusedWordsIn } from "./unused-words.ts";

/** Features of an interpretation. Counts are capped at 3; the others are 0 or 1. */
export const FEATURES = [
  "bias",
  "harmless",
  // Words left aside.
  "asideKnown",
  "asideAct",
  "asideTarget",
  "asidePlace",
  "asideValue",
  "asideTime",
  "asideBinding",
  "asideUnknown",
  "asideUnknownEdge",
  "asideUnknownObject",
  "asideUnknownThing",
  "asideLong",
  "asideUnnamed",
  "asideShare",
  "asideQuestion",
  "loose",
  "parts",
  "command",
  // Words read and not used.
  "unusedObject",
  "unusedPlace",
  "unusedProperty",
  "unusedValue",
  "unusedState",
  "unusedAct",
  "unusedChange",
  "unusedBinding",
  "unusedQuantifier",
  "unusedTime",
  // Its result.
  "several",
  "many",
  "timer",
  "later",
  "whenever",
  "scene",
  "answer",
  "refusedTarget",
  "refusedValue",
  "refusedAlone",
  "asks",
  "named",
  "kind",
  "pronoun",
  "everything",
  "unnamed",
  "inferred",
  "placed",
  "value",
  "change",
  "manyDevices",
  "long",
  "moodFirst",
  "bare",
  "subject",
  "verbFirst",
  "inflected",
  "spelled",
  "disputed",
] as const;
export type Feature = (typeof FEATURES)[number];

/** Values, keyed by feature; missing ones are 0. */
export type FeatureValues = Readonly<Partial<Record<Feature, number>>>;

/** The features of an interpretation; `spelled`: number of corrected words; `disputed`: another interpretation differs. */
export function interpretationFeatures(reading: Interpretation, spelled: number, disputed: boolean): FeatureValues {
  const { understanding, way } = reading;
  const steps = understanding.kind === "plan" ? understanding.steps : [];
  const values: Partial<Record<Feature, number>> = { bias: 1 };
  const put = (feature: Feature, value: number): void => {
    if (value > 0) values[feature] = Math.min(3, value);
  };
  if (way === "loose" || way === "parts" || way === "command") values[way] = 1;
  if (riskOf(steps) === "none") {
    put("harmless", 1);
    put("answer", steps.some(({ kind }) => kind === "answer") ? 1 : 0);
    put("asks", steps.some(({ kind }) => kind === "ask") ? 1 : 0);
    return values;
  }
  aside(reading, put);
  const unused = unusedWordsIn(steps);
  put("unusedObject", unused.objects);
  put("unusedPlace", unused.places);
  put("unusedProperty", unused.properties);
  put("unusedValue", unused.values);
  put("unusedState", unused.states);
  put("unusedAct", unused.acts);
  put("unusedChange", unused.changes);
  put("unusedBinding", unused.binding);
  put("unusedQuantifier", unused.quantifiers);
  put("unusedTime", unused.times);
  outcome(steps, put);
  if (values.unnamed && values.asideUnknown) put("asideUnnamed", 1);
  mood(reading, steps, put);
  put("long", reading.items.length > 12 ? 1 : 0);
  put("spelled", spelled);
  put("disputed", disputed ? 1 : 0);
  return values;
}

type Put = (feature: Feature, value: number) => void;

function aside(reading: Interpretation, put: Put): void {
  const left = leftAsideItems(reading);
  if (left.length === 0) return;
  const { said } = reading;
  let [known, act, target, place, value, time, binding, unknown, edge, object, thing] = Array<number>(11).fill(0);
  for (const item of left) {
    const { lex, measure } = item;
    if (isUnknown(item)) {
      unknown = (unknown ?? 0) + 1;
      const at = said.indexOf(item);
      const [before, after] = [said[at - 1], said[at + 1]];
      if (at === 0 || at === said.length - 1) edge = (edge ?? 0) + 1;
      if (before && ((before.lex?.acts.length ?? 0) > 0 || playsRole(before, "object"))) object = (object ?? 0) + 1;
      if (
        playsRole(before, "article") ||
        playsRole(before, "of") ||
        (after && (namesKind(after) || namesDevice(after)))
      )
        thing = (thing ?? 0) + 1;
      continue;
    }
    known = (known ?? 0) + 1;
    if ((lex?.acts.length ?? 0) > 0) act = (act ?? 0) + 1;
    if (namesDevice(item) || namesKind(item)) target = (target ?? 0) + 1;
    if (namesPlace(item)) place = (place ?? 0) + 1;
    if (measure?.kind === "quantity" || (lex?.level ?? lex?.color ?? null) !== null) value = (value ?? 0) + 1;
    if ((lex?.time.length ?? 0) > 0 || (measure !== null && measure.kind !== "quantity")) time = (time ?? 0) + 1;
    if (playsAnyRole(item, BINDING)) binding = (binding ?? 0) + 1;
  }
  put("asideKnown", known ?? 0);
  put("asideAct", act ?? 0);
  put("asideTarget", target ?? 0);
  put("asidePlace", place ?? 0);
  put("asideValue", value ?? 0);
  put("asideTime", time ?? 0);
  put("asideBinding", binding ?? 0);
  put("asideUnknown", unknown ?? 0);
  put("asideUnknownEdge", edge ?? 0);
  put("asideUnknownObject", object ?? 0);
  put("asideUnknownThing", thing ?? 0);
  const unexplained = left.filter(isUnknown);
  put("asideLong", unexplained.length > 3 ? 1 : 0);
  put("asideShare", left.length / Math.max(1, said.length));
  put("asideQuestion", isQuestion(left) ? 1 : 0);
}

const BINDING = [
  "not",
  "if",
  "unless",
  "until",
  "except",
  "only",
  "whenever",
  "when",
  "leave",
  "also",
  "past",
] as const;

function outcome(steps: readonly SentenceStep[], put: Put): void {
  put("several", steps.length > 1 ? 1 : 0);
  put("many", steps.length > 3 ? 1 : 0);
  for (const { kind } of steps) {
    if (kind === "timer" || kind === "later" || kind === "whenever" || kind === "scene" || kind === "answer")
      put(kind, 1);
    if (kind === "existing") put("timer", 1);
    if (kind === "ask") put("asks", 1);
  }
  refused(steps, put);
  const commands = commandStepsIn(steps);
  const done = commands.flatMap(({ doings }) => doings);
  const many = done.length > 5 && new Set(done.map(({ target }) => target.indexed.device.id)).size > 5;
  put("manyDevices", many ? 1 : 0);
  for (const { frame, inferred, doings } of commands) {
    for (const { type } of frame.heads) {
      if (type === "devices") put("named", 1);
      if (type === "kind") put("kind", 1);
      if (type === "it" || type === "them" || type === "other") put("pronoun", 1);
      if (type === "everything") put("everything", 1);
    }
    if (frame.heads.length === 0) put("unnamed", 1);
    if (inferred !== null) put("inferred", 1);
    if (frame.places.length > 0 || frame.heads.some(({ places }) => places.length > 0)) put("placed", 1);
    if (frame.bare) put("bare", 1);
    if (frame.values.length > 0) put("value", 1);
    if (frame.changes.length > 0 || doings.some(({ effects }) => effects.some(isClamped))) put("change", 1);
  }
}

/** Features of refusals: a missing target, or something that a device can't do. If nothing else is done, all may be misread. */
function refused(steps: readonly SentenceStep[], put: Put): void {
  const refusals = steps.flatMap((step) => {
    if (step.kind === "refuse") return [step.refusal];
    return step.kind === "do" ? step.refusals : [];
  });
  if (refusals.length === 0) return;
  const isTarget = ({ code }: Refusal): boolean => code === "no-device" || code === "no-room";
  put("refusedTarget", refusals.some(isTarget) ? 1 : 0);
  put("refusedValue", refusals.every(isTarget) ? 0 : 1);
  const done = commandStepsIn(steps).some(({ doings }) => doings.length > 0);
  put("refusedAlone", done ? 0 : 1);
}

function isClamped(effect: Effect): boolean {
  return effect.kind === "set" && effect.clamped === true;
}

/** Features of the wording: what comes first, and whether the verb is inflected as in a report ("opens", "opened"). */
function mood({ said }: Interpretation, steps: readonly SentenceStep[], put: Put): void {
  if (commandStepsIn(steps).length === 0) return;
  const first = said.find((item) => !isMark(item) && !playsRole(item, "filler"));
  if (first && isUnknown(first)) put("moodFirst", 1);
  if (first && (first.lex?.acts.length ?? 0) > 0) put("verbFirst", 1);
  const target = said.findIndex((item) => namesDevice(item) || namesKind(item));
  const verb = said.findIndex(({ lex }) => (lex?.acts.length ?? 0) > 0 || (lex?.roles.includes("object") ?? false));
  const next = said.slice(target + 1).find((item) => !isMark(item) && item.home?.rooms.length !== 1);
  // In a language without spaces the object comes before the verb.
  if (target >= 0 && (verb < 0 || verb >= target) && next?.grammar.spaces && isUnknown(next)) put("subject", 1);
  const inflected = said.some(
    ({ lex, home, plural, first: token, to, from }) =>
      lex !== null && home === null && lex.acts.length > 0 && plural && token.kind === "word" && to === from + 1,
  );
  if (inflected) put("inflected", 1);
}
