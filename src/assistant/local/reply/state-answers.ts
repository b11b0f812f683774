import type { Property } from "../../../home/index.ts";
import type { DeviceState } from "../../../language/index.ts";
import {
  kindName,
  type Language,
  type Messages,
  messages,
  nameIn,
  packOf,
  type Sensing,
} from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { StateQuery } from "../../../understanding/ground/query.ts";
import { checkState, stateProperty, worksAlways } from "../../../understanding/ground/states.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import { playsRole } from "../../../understanding/parse/items.ts";
import {
  actualStateText,
  type FactResult,
  foundState,
  foundValue,
  lastText,
  lastValueText,
  measuredOf,
  openingName,
  type ReplyContext,
  replyName,
  unknownText,
} from "./facts.ts";
import { isLeafSensor } from "./names.ts";
import { applianceStatus } from "./status.ts";
import { scopeIn, subjectsIn } from "./subjects.ts";
import { deviceSummary } from "./summary.ts";

type Answers = Messages["answers"];

/** At most so many names are told. */
const MOST = 6;
/** At most so many past states of offline or overdue devices are told. */
const MOST_LAST = 3;

/** Answers "which" and "how many". */
export function countAnswerText(frame: Frame, query: StateQuery, teller: ReplyContext): string {
  const { dialogue } = teller;
  const { language } = dialogue;
  const { answers } = messages(language);
  // "On" does not count windows, unless they were named.
  const switched = frame.states.some((state) => state === "on" || state === "off");
  const asked = frame.heads.some(({ kinds, devices }) => kinds.length + devices.length > 0);
  const targets = query.targets.map((target, at) => ({ target, property: query.properties[at] ?? null }));
  const meant = targets.filter(({ target }) => asked || !switched || !isLeafSensor(target));
  const found = meant.map(({ target, property }) => ({
    target,
    found: findForQuestion(frame, target, property, dialogue),
  }));
  const those = found
    .filter((each) => each.found === null || (each.found.kind === "now" && each.found.holds))
    .map(({ target }) => target);
  const apart = apartText(found, frame, teller);
  const kinds = kindsOf(frame, language);
  const subjects = subjectsIn(those, frame, query, teller);
  const text = conditionText(frame, answers);
  if (text === "") return answers.number(subjects, kinds, scopeIn(frame, query, teller));
  const said =
    those.length === 0 && found.some((each) => each.found?.kind === "last" && each.found.holds)
      ? ""
      : those.length === 0
        ? noneText(kinds, text, apart, frame, query, teller)
        : query.asking === "which"
          ? answers.which(subjects, text)
          : answers.count(subjects, text);
  return packOf(language).grammar.sentences([said, apart]);
}

/** Answers whether any of several is above or below a value. */
export function anyComparisonText(frame: Frame, query: StateQuery, teller: ReplyContext): string {
  const { language } = teller.dialogue;
  const { answers } = messages(language);
  const found = query.targets.map((target, at) => ({
    target,
    found: findForQuestion(frame, target, query.properties[at] ?? null, teller.dialogue),
  }));
  const those = found.flatMap((each) => (each.found?.kind === "now" && each.found.holds ? [each.target] : []));
  const apart = apartText(found, frame, teller);
  const text = conditionText(frame, answers);
  return packOf(language).grammar.sentences([
    those.length > 0
      ? answers.some(subjectsIn(those, frame, query, teller), text, true)
      : noneText(kindsOf(frame, language), text, apart, frame, query, teller),
    apart,
  ]);
}

/** Words the devices whose state is not sure: with their last known state, or by name alone. */
function apartText(
  each: readonly { readonly target: DeviceTarget; readonly found: FactResult | null }[],
  frame: Frame,
  teller: ReplyContext,
): string {
  const { language } = teller.dialogue;
  const { answers, knowledge } = messages(language);
  const { grammar } = packOf(language);
  const last = each.flatMap(({ target, found }) => (found?.kind === "last" ? [{ target, found }] : []));
  const unknown = each
    .filter(({ found }) => found?.kind === "unknown" || found?.kind === "unclear")
    .map(({ target }) => target);
  const [state] = frame.states;
  const told = state && last.length <= MOST_LAST ? last : [];
  const unsure = [...unknown, ...(told.length > 0 ? [] : last.map(({ target }) => target))];
  const names = unsure.slice(0, MOST).map((target) => replyName(target, teller));
  return grammar.sentences([
    ...(state
      ? told.map(({ target, found }) => {
          const text = found.holds ? answers.stateText(state, true) : actualStateText(state, target, teller.dialogue);
          return lastText(target, found, text, teller);
        })
      : []),
    ...(names.length > 0 ? [knowledge.unsure(names, unsure.length - names.length)] : []),
  ]);
}

/** Answers "is", "are any" and "are all". */
export function stateAnswerText(frame: Frame, state: DeviceState, query: StateQuery, teller: ReplyContext): string {
  const { dialogue } = teller;
  const { language } = dialogue;
  const { answers } = messages(language);
  const { grammar } = packOf(language);
  const works = worksText(state, frame, query, teller);
  if (works !== null) return works;
  const found = query.targets.map((target) => ({ target, found: foundState(state, target, dialogue) }));
  const those = (holds: boolean): DeviceTarget[] =>
    found.flatMap((each) => (each.found?.kind === "now" && each.found.holds === holds ? [each.target] : []));
  const [yes, no] = [those(true), those(false)];
  if ((state === "occupied" || state === "clear") && yes.length + no.length > 0)
    return presence(
      state,
      state === "occupied" ? yes : no,
      state === "occupied" ? no : yes,
      apartText(found, frame, teller),
      teller,
    );
  // 有灯开着吗 asks for any.
  const any = query.asking === "any" || frame.items.some((item) => playsRole(item, "there_is"));
  const felt = state === "hot" || state === "cold";
  const [only] = found;
  if (only && (found.length === 1 || felt) && (!any || felt || only.found?.kind !== "now"))
    return statedOfOne(state, only.target, only.found, query.properties[0] ?? null, teller);
  const apart = apartText(found, frame, teller);
  const text = answers.stateText(state, true);
  const whole = query.asking === "all" || (query.asking === "polar" && !any && asksOfAll(frame, state));
  if (whole || (query.asking === "polar" && no.length === 0 && yes.length > 1)) {
    if (no.length > 0) return grammar.sentences([notAllText(no, state, frame, query, teller), apart]);
    if (apart === "") return answers.all(subjectsIn(yes, frame, query, teller), text);
    return grammar.sentences([yes.length > 0 ? answers.which(subjectsIn(yes, frame, query, teller), text) : "", apart]);
  }
  // Mixed states take no yes or no.
  const several = frame.heads.length > 1 || frame.heads.some(({ plural }) => plural);
  if (yes.length > 0 && no.length > 0 && query.asking === "polar" && !any && several)
    return grammar.sentences([answers.which(subjectsIn(yes, frame, query, teller), text), apart]);
  if (yes.length > 0) return grammar.sentences([answers.some(subjectsIn(yes, frame, query, teller), text, any), apart]);
  // A last known state may hold still, so "none" would be wrong.
  if (found.some((each) => each.found?.kind === "last" && each.found.holds)) return apart;
  return grammar.sentences([noneText(kindsOf(frame, language), text, apart, frame, query, teller), apart]);
}

/** Resting states: a question about one of these asks whether nothing was forgotten. */
const AT_REST: ReadonlySet<DeviceState> = new Set<DeviceState>(["off", "closed", "locked", "muted", "online"]);

/** Words that a device without a switch works, while it reports. Null for any other question. */
function worksText(state: DeviceState, frame: Frame, query: StateQuery, teller: ReplyContext): string | null {
  const { language } = teller.dialogue;
  const { answers } = messages(language);
  const ways = query.targets.map(worksAlways);
  const [way] = ways;
  const able = query.targets.every((target) => checkState(state, target).kind === "absent");
  if (!way || ways.includes(null) || !able || !(state === "on" || state === "off" || state === "stopped")) return null;
  const [only, ...others] = query.targets;
  const lapsed = query.targets.filter(({ indexed: { device } }) => device.online === false || device.state.size === 0);
  if (lapsed.length > 0)
    return packOf(language).grammar.sentences(lapsed.slice(0, MOST).map((target) => deviceSummary(target, teller)));
  const text = answers.working[way];
  if (only && others.length === 0) {
    const whole = { ...only, service: null };
    const is = answers.yesNo(state === "on", replyName(whole, teller), text, text);
    return packOf(language).grammar.sentences([is, way === "cools" ? deviceSummary(whole, teller) : ""]);
  }
  const subjects = subjectsIn(query.targets, frame, query, teller);
  return state === "on" ? answers.all(subjects, text) : answers.notAll(subjects, text);
}

/** Whether a question asks about all targets: "are both lamps on", "are the lights off". */
function asksOfAll({ heads }: Frame, state: DeviceState): boolean {
  return AT_REST.has(state) || heads.some(({ quantifier }) => quantifier === "both" || quantifier === "all");
}

/** Words that no target is in the state; with `apart` only as far as it is known. */
function noneText(
  kinds: readonly string[],
  text: string,
  apart: string,
  frame: Frame,
  query: StateQuery,
  teller: ReplyContext,
): string {
  const { answers, knowledge } = messages(teller.dialogue.language);
  const scope = scopeIn(frame, query, teller);
  return apart === "" ? answers.none(kinds, text, scope) : knowledge.noneKnown(kinds, text, scope);
}

/** Words the targets that are not in the state, grouped by their actual state. */
function notAllText(
  no: readonly DeviceTarget[],
  state: DeviceState,
  frame: Frame,
  query: StateQuery,
  teller: ReplyContext,
): string {
  const { language } = teller.dialogue;
  const { answers } = messages(language);
  const byText = new Map<string, DeviceTarget[]>();
  for (const target of no) {
    const text = actualStateText(state, target, teller.dialogue);
    byText.set(text, [...(byText.get(text) ?? []), target]);
  }
  return packOf(language).grammar.sentences(
    [...byText].map(([text, targets], at) => {
      const subjects = subjectsIn(targets, frame, query, teller);
      return at === 0 ? answers.notAll(subjects, text) : answers.which(subjects, text);
    }),
  );
}

/** Words who is there. A presence sensor can tell that nobody is; a motion sensor can only tell that it sees no motion. */
function presence(
  asked: "occupied" | "clear",
  somebody: readonly DeviceTarget[],
  others: readonly DeviceTarget[],
  apart: string,
  teller: ReplyContext,
): string {
  const { language } = teller.dialogue;
  const { knowledge } = messages(language);
  const names = (targets: readonly DeviceTarget[]): string[] =>
    targets.slice(0, MOST).map((target) => replyName(target, teller));
  const seesMotion = (target: DeviceTarget): boolean => stateProperty("occupied", target)?.type === "motion-state";
  const sensing = (targets: readonly DeviceTarget[]): Sensing => {
    const rooms = targets.map(({ indexed: { device } }) => device.room && nameIn(language, device.room));
    const known = rooms.filter((room) => room !== null);
    return {
      names: names(targets),
      rooms: known.length < rooms.length ? null : [...new Set(known)].slice(0, MOST),
      moving: targets.every(seesMotion),
    };
  };
  const told: string[] = [];
  if (somebody.length > 0) told.push(knowledge.somebody(asked === "occupied", sensing(somebody)));
  else {
    const still = others.filter(seesMotion);
    const empty = others.filter((target) => !seesMotion(target));
    if (empty.length > 0) told.push(knowledge.nobody(names(empty)));
    if (still.length > 0) told.push(knowledge.noMotion(sensing(still)));
  }
  return packOf(language).grammar.sentences([...told, apart]);
}

function statedOfOne(
  state: DeviceState,
  target: DeviceTarget,
  found: FactResult | null,
  property: Property | null,
  teller: ReplyContext,
): string {
  const { language } = teller.dialogue;
  const { answers } = messages(language);
  if (!found || found.kind === "unclear") return deviceSummary(target, teller);
  if (found.kind === "unknown") return unknownText(target, found, teller);
  const measured = state === "low" || state === "hot" || state === "cold" ? property : null;
  if (found.kind === "last" && measured) return lastValueText(target, measured, found, teller);
  const text = found.holds ? answers.stateText(state, true) : actualStateText(state, target, teller.dialogue);
  if (found.kind === "last") return lastText(target, found, text, teller);
  const name = openingName(target, state, teller);
  if (state === "wet") return answers.yesNo(found.holds, name, answers.wet(found.holds), answers.wet(false));
  if (measured && found.state) {
    const is = answers.stateText(state, found.holds);
    return answers.measured(found.holds, is, measuredOf(target, measured, found.state.value, teller));
  }
  if ((state === "stopped" || (state === "on" && !found.holds)) && found.state) {
    const ended = applianceStatus(target, found.state, language);
    // An appliance that never ran has not finished: neither yes nor no would be true.
    if (ended !== null && state === "stopped" && (found.holds ? !ended.finished : ended.keeps))
      return answers.is(name, ended.text);
    if (ended !== null) return answers.yesNo(found.holds, name, ended.text, ended.text);
  }
  return answers.yesNo(found.holds, name, text, answers.stateText(state, false));
}

/** What is known of a target for the states, the limit or the listed values of a question; null where the question has none. */
export function findForQuestion(
  frame: Frame,
  target: DeviceTarget,
  property: Property | null,
  context: DialogueContext,
): FactResult | null {
  if (frame.states.length > 0) {
    const each = frame.states.flatMap((state) => foundState(state, target, context) ?? []);
    return (
      each.find((found) => found.kind === "now" && !found.holds) ??
      each.find(({ kind }) => kind !== "now") ??
      each[0] ??
      null
    );
  }
  if (!property) return null;
  const limit = frame.values[0]?.quantity?.value;
  if (limit !== undefined && (frame.above || frame.below)) {
    return foundValue(property, target, context, ({ value }) =>
      typeof value === "number" ? (frame.above ? value > limit : value < limit) : false,
    );
  }
  const listed = frame.values.flatMap((value) => value.listed);
  if (listed.length === 0) return null;
  return foundValue(property, target, context, ({ value }) => {
    const description = property.values.find((each) => each.value === value)?.description.toLowerCase();
    return description !== undefined && listed.includes(description);
  });
}

/** The kinds of a question in words; empty for devices of any kind. */
function kindsOf({ heads }: Frame, language: Language): string[] {
  return [...new Set(heads.flatMap(({ kinds }) => kinds.slice(0, 1).map((kind) => kindName(kind, language))))];
}

function conditionText(frame: Frame, answers: Answers): string {
  const [state] = frame.states;
  if (state) return answers.stateText(state, true);
  const text = frame.values[0]?.text ?? "";
  const limit = frame.above ? "above" : frame.below ? "below" : null;
  return limit === null ? text : answers.beyond(limit, text);
}
