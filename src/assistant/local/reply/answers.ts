import type { Property } from "../../../home/index.ts";
import {
  kindName,
  type Language,
  type Messages,
  messages,
  nameIn,
  packOf,
  propertyName,
  valueText,
} from "../../../language/index.ts";
import type { Situation, Target } from "../ground/situation.ts";
import { inState } from "../ground/states.ts";
import type { State } from "../lexicon/types.ts";
import type { Frame } from "../parse/frame.ts";
import type { Query } from "../plan.ts";
import { targetName } from "./names.ts";

type Answers = Messages["answers"];

/** More values than this are not read out. */
const MOST = 6;

/** The answer to a question, from the state as it is now. */
export function answerText(frame: Frame, query: Query, situation: Situation, clock: (at: number) => string): string {
  const { answers } = messages(situation.language);
  const name = (target: Target): string => targetName(target, situation.index, situation.language);
  switch (query.asking) {
    case "where":
      return packOf(situation.language).grammar.sentences(
        query.targets.slice(0, MOST).map((target) => answers.where(name(target), roomOf(target, situation.language))),
      );
    case "since":
      return since(frame, query, situation, clock);
    case "howMany":
    case "which":
      return counted(frame, query, situation);
    case "any":
    case "all":
    case "polar":
    case "value":
    case "why":
      break;
    default:
      query.asking satisfies never;
  }
  const [state] = frame.states;
  if (state && !frame.alternatives && query.asking !== "value") return stated(frame, state, query, situation);
  return packOf(situation.language).grammar.sentences(
    query.targets
      .slice(0, MOST)
      .map((target, at) => valued(frame, query, target, query.properties[at] ?? null, situation)),
  );
}

function roomOf({ indexed: { device } }: Target, language: Language): string | null {
  return device.room && nameIn(language, device.room);
}

function since(frame: Frame, query: Query, situation: Situation, clock: (at: number) => string): string {
  const { answers } = messages(situation.language);
  return packOf(situation.language).grammar.sentences(
    query.targets.slice(0, MOST).map((target, at) => {
      const { device } = target.indexed;
      const property = query.properties[at] ?? target.indexed.capabilities.power[0] ?? null;
      const known = property ? device.state.get(property.address) : undefined;
      const name = targetName(target, situation.index, situation.language);
      if (!property || !known)
        return answers.unknownValue(name, property ? propertyName(property, situation.language) : "");
      const [state] = frame.states;
      const text =
        state && inState(state, target) !== null
          ? answers.stateText(state, inState(state, target) === true)
          : valueText(property, known.value, situation.language);
      return answers.since(name, text, clock(known.changedAt));
    }),
  );
}

/** Whether a target is what is asked about: in the states, and of the listed values. */
function holds(frame: Frame, target: Target, property: Property | null): boolean {
  if (frame.states.length > 0) return frame.states.every((state) => inState(state, target) === true);
  const listed = frame.values.flatMap((value) => value.listed);
  if (listed.length > 0 && property) {
    const value = target.indexed.device.state.get(property.address)?.value;
    const description = property.values.find((each) => each.value === value)?.description.toLowerCase();
    return description !== undefined && listed.includes(description);
  }
  return true;
}

function kindOf(frame: Frame, language: Language): string {
  const [kind] = frame.heads[0]?.kinds ?? [];
  return kind === undefined ? "" : kindName(kind, language);
}

function conditionText(frame: Frame, answers: Answers): string {
  const [state] = frame.states;
  return state ? answers.stateText(state, true) : (frame.values[0]?.text ?? "");
}

function counted(frame: Frame, query: Query, situation: Situation): string {
  const { language } = situation;
  const { answers } = messages(language);
  const holding = query.targets.filter((target, at) => holds(frame, target, query.properties[at] ?? null));
  const names = holding.map((target) => targetName(target, situation.index, language));
  const text = conditionText(frame, answers) || answers.here;
  const kind = kindOf(frame, language);
  if (query.asking === "howMany") return answers.count(names.length, kind, text, names);
  return names.length === 0
    ? answers.none(kind, text)
    : answers.count(names.length, kind, text, names.length > 8 ? names.slice(0, 8) : names);
}

/** Answers "is", "are any" and "are all". */
function stated(frame: Frame, state: State, query: Query, situation: Situation): string {
  const { language } = situation;
  const { answers } = messages(language);
  const name = (target: Target): string => targetName(target, situation.index, language);
  const yes = query.targets.filter((target) => inState(state, target) === true);
  const no = query.targets.filter((target) => inState(state, target) === false);
  const [only] = query.targets;
  const felt = state === "hot" || state === "cold";
  if ((query.targets.length === 1 || felt) && only && (query.asking !== "any" || felt)) {
    const property = query.properties[0] ?? null;
    const value = property ? only.indexed.device.state.get(property.address)?.value : undefined;
    if ((state === "low" || state === "hot" || state === "cold") && property && value !== undefined) {
      return answers.compared(
        yes.length > 0,
        name(only),
        propertyName(property, language),
        valueText(property, value, language),
      );
    }
    return answers.yesNo(
      yes.length > 0,
      name(only),
      yes.length > 0 ? answers.stateText(state, true) : actual(state, only, answers),
    );
  }
  const kind = kindOf(frame, language);
  if (query.asking === "all" || (query.asking === "polar" && no.length === 0 && yes.length > 1)) {
    if (no.length === 0) return answers.all(yes.length, kind, answers.stateText(state, true));
    return answers.notAll(no.slice(0, MOST).map(name), no[0] ? actual(state, no[0], answers) : "");
  }
  if (yes.length === 0) return answers.none(kind, answers.stateText(state, true));
  return answers.some(yes.slice(0, MOST).map(name), answers.stateText(state, true));
}

const OPPOSITES: Readonly<Partial<Record<State, State>>> = {
  on: "off",
  off: "on",
  open: "closed",
  closed: "open",
  locked: "unlocked",
  unlocked: "locked",
  occupied: "clear",
  clear: "occupied",
  online: "offline",
  offline: "online",
};

/** What something is when it is not in the state that was asked about. */
function actual(state: State, target: Target, answers: Answers): string {
  const opposite = OPPOSITES[state];
  if (opposite && inState(opposite, target) === true) return answers.stateText(opposite, true);
  const other = (["playing", "paused", "stopped"] as const).find((each) => inState(each, target) === true);
  return other ? answers.stateText(other, true) : answers.stateText(state, false);
}

function valued(frame: Frame, query: Query, target: Target, property: Property | null, situation: Situation): string {
  const { language } = situation;
  const { answers } = messages(language);
  const name = targetName(target, situation.index, language);
  if (!property) return summary(target, situation);
  const value = target.indexed.device.state.get(property.address)?.value;
  const called = propertyName(property, language);
  if (value === undefined) return answers.unknownValue(name, called);
  const among = frame.alternatives ? frame.states.find((state) => inState(state, target) === true) : undefined;
  const text = among ? answers.stateText(among, true) : valueText(property, value, language);
  const said = frame.values[0]?.quantity;
  if (said && typeof value === "number" && (frame.above || frame.below || query.asking === "polar")) {
    const yes = frame.above ? value > said.value : frame.below ? value < said.value : value === said.value;
    return answers.compared(yes, name, called, text);
  }
  const listed = frame.values.flatMap((each) => each.listed);
  if (listed.length > 0 && query.asking === "polar" && !frame.alternatives) {
    return answers.compared(holds(frame, target, property), name, called, text);
  }
  if (typeof value === "boolean" && query.asking === "polar") return answers.compared(value, name, called, text);
  return answers.value(name, called, text);
}

/** Types worth telling about a device when nothing in particular was asked. */
const TOLD =
  /^(on|status|mode|brightness|target-temperature|temperature|relative-humidity|current-position|volume|playing-state|locked|contact-state|motion-state|occupancy-status|battery-level|pm2\.5-density|condition|illumination|submersion-state|fan-level)$/;

/** What is worth telling of a device when nothing in particular was asked. */
export function summary(target: Target, situation: Situation): string {
  const { language } = situation;
  const { answers } = messages(language);
  const { device, capabilities } = target.indexed;
  const main = new Set(capabilities.main.map(({ key }) => key));
  const told = [...device.spec.properties.values()]
    .filter(({ type, address }) => TOLD.test(type) && device.state.has(address))
    .sort((a, b) => Number(main.has(b.service)) - Number(main.has(a.service)))
    .slice(0, 4);
  const parts = told.map((property) => {
    const value = device.state.get(property.address)?.value ?? "";
    const text = valueText(property, value, language);
    if (property.type === "on") return text;
    return answers.part(propertyName(property, language), text);
  });
  return answers.summary(targetName(target, situation.index, language), parts);
}
