import type { Property, Value } from "../../../home/index.ts";
import { type Language, messages, nameIn, packOf, saidValue, truthText, truthWord } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { rangeLimit } from "../../../understanding/ground/limits.ts";
import { bestOpeningSource } from "../../../understanding/ground/openings.ts";
import type { StateQuery } from "../../../understanding/ground/query.ts";
import { isInState } from "../../../understanding/ground/states.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { Frame } from "../../../understanding/parse/frame.ts";
import {
  actualStateText,
  foundState,
  foundValue,
  lastText,
  lastValueText,
  measuredOf,
  openingName,
  type ReplyContext,
  replyName,
  unknownText,
  valueSentence,
} from "./facts.ts";
import { oneReadingPerRoom } from "./one-reading.ts";
import { powerText } from "./power.ts";
import { anyComparisonText, countAnswerText, findForQuestion, stateAnswerText } from "./state-answers.ts";
import { deviceSummary } from "./summary.ts";

/** At most so many values are told. */
const MOST = 6;

/** Words the answer to a question from the known states; what is old or unknown is told as such. */
export function answerText(
  frame: Frame,
  query: StateQuery,
  context: DialogueContext,
  clock: (at: number) => string,
  known: Pick<ReplyContext, "since" | "mains"> = {},
): string {
  const { answers, knowledge } = messages(context.language);
  const teller: ReplyContext = { dialogue: context, clock, ...known };
  const { grammar } = packOf(context.language);
  const [state] = frame.states;
  if (state === "online" || state === "offline") {
    const lost = query.targets.flatMap(({ indexed }) => indexed.device.lostSince ?? [])[0];
    if (lost !== undefined) return knowledge.lost(clock(lost));
  }
  const { limit } = query;
  if (limit !== undefined)
    return grammar.sentences(
      query.targets
        .slice(0, MOST)
        .flatMap((target, at) => limitText(target, query.properties[at], limit, teller) ?? []),
    );
  switch (query.asking) {
    case "where":
      return grammar.sentences(
        query.targets
          .slice(0, MOST)
          .map((target) => answers.where(replyName(target, teller), roomOf(target, context.language))),
      );
    case "since":
      return grammar.sentences(
        query.targets
          .slice(0, MOST)
          .map((target, at) => sinceText(frame, target, query.properties[at] ?? null, teller)),
      );
    case "howMany":
    case "which":
      return countAnswerText(frame, query, teller);
    case "any":
    case "all":
    case "polar":
    case "value":
    case "why":
      break;
    default:
      query.asking satisfies never;
  }
  const functions = switchedFunction(frame, query, teller);
  if (functions !== null) return functions;
  if (state && !frame.alternatives && query.asking !== "value") return stateAnswerText(frame, state, query, teller);
  const isAny = query.asking === "any" || query.asking === "polar";
  if (isAny && query.targets.length > 1 && (frame.above || frame.below)) return anyComparisonText(frame, query, teller);
  const power = powerText(frame, query, teller);
  if (power !== null) return power;
  const once = query.asking === "value" ? oneReadingPerRoom(frame, query, teller) : query;
  const rooms = query.asking === "value" ? roomReadingsText(once, teller) : null;
  if (rooms !== null) return rooms;
  return grammar.sentences(
    once.targets.slice(0, MOST).map((target, at) => valued(frame, once, target, once.properties[at] ?? null, teller)),
  );
}

/** "Is the motion detection of the doorbell on?": answers for that function, not the device. Null for any other question. */
function switchedFunction({ states, props }: Frame, query: StateQuery, teller: ReplyContext): string | null {
  const [state, ...others] = states;
  const [target, ...more] = query.targets;
  const [property] = query.properties;
  if (query.asking !== "polar" || (state !== "on" && state !== "off") || others.length + more.length > 0) return null;
  if (!target || !property || property.type === "on" || !props.includes(property.type)) return null;
  const found = foundValue(property, target, teller.dialogue);
  const value = found?.kind === "now" ? found.state?.value : undefined;
  if (typeof value !== "boolean") return null;
  const measured = measuredOf(target, property, value, teller);
  return messages(teller.dialogue.language).answers.compared(value === (state === "on"), measured);
}

/** Readings of the air of several rooms in one sentence; null for other properties, or where one is not known. */
function roomReadingsText(query: StateQuery, teller: ReplyContext): string | null {
  const { language } = teller.dialogue;
  const told = query.targets.slice(0, MOST).map((target, at) => {
    const property = query.properties[at] ?? null;
    const found = property && foundValue(property, target, teller.dialogue);
    return property && found?.kind === "now" && found.state
      ? measuredOf(target, property, found.state.value, teller)
      : null;
  });
  const [first] = told;
  if (!first || told.length < 2) return null;
  const rooms = told.flatMap((each) =>
    each?.ambient && each.type === first.type && each.room !== null ? [{ room: each.room, value: each.value }] : [],
  );
  const apart = new Set(rooms.map(({ room }) => room)).size === told.length;
  return apart ? messages(language).answers.ambients(first.property, first.type, rooms) : null;
}

/** Limits of PM2.5 in µg/m³ and the words for air below them; from the daily limit of the WHO and the standard of China. */
const AIR = [
  [15, "good"],
  [35, "fair"],
  [75, "poor"],
] as const;

function roomOf({ indexed: { device } }: DeviceTarget, language: Language): string | null {
  return device.room && nameIn(language, device.room);
}

/** The end of the range of a property, in words; null where the range is not known. */
function limitText(
  target: DeviceTarget,
  property: Property | null | undefined,
  limit: NonNullable<StateQuery["limit"]>,
  teller: ReplyContext,
): string | null {
  const last = property ? rangeLimit(property, limit) : null;
  if (!property || last === null) return null;
  const found = foundValue(property, target, teller.dialogue);
  const reached = found?.kind === "now" && found.state?.value === last && isInState("off", target) !== true;
  return messages(teller.dialogue.language).answers.limit(measuredOf(target, property, last, teller), limit, reached);
}

/** Since when a state holds; a start that was not seen is told as such. */
function sinceText(frame: Frame, target: DeviceTarget, asked: Property | null, teller: ReplyContext): string {
  const { language } = teller.dialogue;
  const { answers, knowledge } = messages(language);
  const [state] = frame.states;
  const property = asked ?? target.indexed.capabilities.power[0] ?? null;
  const found =
    (state ? foundState(state, target, teller.dialogue) : null) ??
    (property ? foundValue(property, target, teller.dialogue) : null);
  if (found?.kind === "unknown") return unknownText(target, found, teller);
  if (!found || found.kind === "unclear" || found.state === null) return deviceSummary(target, teller);
  const asState = state !== undefined && isInState(state, bestOpeningSource(state, target, teller.dialogue)) !== null;
  if (found.kind === "last" && property && !asState) return lastValueText(target, property, found, teller);
  const text = asState
    ? found.holds
      ? answers.stateText(state, true)
      : actualStateText(state, target, teller.dialogue)
    : property
      ? valueInWords(property, found.state.value, language)
      : "";
  if (found.kind === "last") return lastText(target, found, text, teller);
  const known = teller.since?.get(target.indexed.device.id);
  const time = teller.clock(known ?? found.state.changedAt);
  const name = openingName(target, state, teller);
  return known !== undefined || found.state.changeSeen
    ? answers.since(name, text, time)
    : knowledge.sinceUnseen(name, text, time);
}

/** A value in words; a switch as "on" or "off". */
function valueInWords(property: Property, value: Value, language: Language): string {
  if (property.type === "on" && typeof value === "boolean")
    return messages(language).answers.stateText(value ? "on" : "off", true);
  return saidValue(property, value, language);
}

function valued(
  frame: Frame,
  query: StateQuery,
  target: DeviceTarget,
  property: Property | null,
  teller: ReplyContext,
): string {
  const { language } = teller.dialogue;
  const { answers } = messages(language);
  const name = replyName(target, teller);
  const found = property && foundValue(property, target, teller.dialogue);
  if (!found || found.kind === "unclear") return deviceSummary(target, teller);
  if (found.kind === "unknown") return unknownText(target, found, teller);
  const among = frame.alternatives ? frame.states.find((state) => isInState(state, target) === true) : undefined;
  if (found.kind === "last")
    return among
      ? lastText(target, found, answers.stateText(among, true), teller)
      : lastValueText(target, property, found, teller);
  const value = found.state?.value;
  if (value === undefined) return deviceSummary(target, teller);
  const measured = measuredOf(target, property, value, teller);
  const said = frame.values[0]?.quantity;
  if (said && typeof value === "number" && (frame.above || frame.below || query.asking === "polar")) {
    const yes = frame.above ? value > said.value : frame.below ? value < said.value : value === said.value;
    return answers.compared(yes, measured);
  }
  const listed = frame.values.flatMap((each) => each.listed);
  if (listed.length > 0 && query.asking === "polar" && !frame.alternatives) {
    const asked = findForQuestion({ ...frame, states: [] }, target, property, teller.dialogue);
    return answers.compared(asked?.kind === "now" && asked.holds, measured);
  }
  // "Is it on or off" takes no yes or no.
  if (typeof value === "boolean" && query.asking === "polar" && among === undefined) {
    const alone = truthText(property, value, language);
    if (alone !== null) return answers.yesNo(value, name, alone, alone);
    // A value that is yes or no itself needs no second one.
    return truthWord(property) === "yes" ? answers.value(measured) : answers.compared(value, measured);
  }
  // "How's the air?" asks whether it is good.
  if (property.type === "pm2.5-density" && typeof value === "number" && measured.ambient && !/pm/i.test(frame.propText))
    return answers.air(AIR.find(([most]) => value <= most)?.[1] ?? "bad", measured);
  return among ? answers.is(name, answers.stateText(among, true)) : valueSentence(target, property, value, teller);
}
