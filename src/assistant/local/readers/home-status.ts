import type { Device } from "../../../home/index.ts";
import { messages, packOf } from "../../../language/index.ts";
import { lookAt } from "../../../people/modes/index.ts";
import { checkState, isInStateNow } from "../../../understanding/ground/states.ts";
import { minimalTarget } from "../../../understanding/ground/target.ts";
import { asksHomeStatus } from "../../../understanding/utterance/notices.ts";
import type { Conversation, LocalReply, LocalRequest } from "../../contract.ts";
import { localReply } from "../execution/undo.ts";
import { deviceReplyName } from "../reply/names.ts";
import { type News, type NoticePorts, newsFor } from "./notices.ts";
import type { ReaderContext, SentenceReader } from "./reader.ts";

/** States that people want to know about, the gravest first. */
const STATES = ["alarmed", "wet", "open", "unlocked", "offline"] as const;
type HomeState = (typeof STATES)[number];

/** The devices in a state. `looked`: whether any device could be in it. */
interface StateFindings {
  readonly state: HomeState;
  readonly devices: readonly Device[];
  readonly looked: boolean;
}

const NO_NEWS: News = { text: "", devices: new Set() };
/** At most so many names are told; the rest is counted. */
const MOST = 5;

/**
 * Reads "is everything ok at home?", 家里一切正常吗. Tells unread notices, and what is alarmed, wet, open, unlocked or offline.
 * @param services null: there are no notices
 */
export function homeStatusReader(services: NoticePorts | null, context: ReaderContext): SentenceReader {
  return (request) => Promise.resolve(homeStatusReply(request, services, context));
}

function homeStatusReply(
  request: LocalRequest,
  services: NoticePorts | null,
  { home, clock, index }: ReaderContext,
): LocalReply | null {
  const { origin, text, language, conversation } = request;
  if (origin.stranger || !asksHomeStatus(text)) return null;
  const now = clock.now();
  const news = services === null ? NO_NEWS : newsFor(request, services, { index, now, timezone: home.timezone });
  const devices = [...index.devices.values()].map(({ device }) => device);
  const found = foundIn(devices, now);
  focusOnFindings(found, conversation);
  const words = messages(language).wellbeing;
  const namesOf = (those: readonly Device[]): readonly string[] =>
    those.map((each) => deviceReplyName(each, index, language));
  // A device of the news is not told again.
  const noted = found
    .map(({ state, devices: those }) => ({ state, devices: those.filter(({ id }) => !news.devices.has(id)) }))
    .filter((each) => each.devices.length > 0);
  const told = noted.map((each) => words.are({ state: each.state, names: namesOf(each.devices), most: MOST }));
  const looked = found.flatMap((each) => (each.looked ? each.state : []));
  const state = told.length > 0 ? words.noted({ told }) : news.text === "" ? words.well({ looked }) : "";
  const unknown = namesOf(unknownIn(devices, now));
  const unsure =
    unknown.length === 0
      ? ""
      : words.unknown({ names: unknown.slice(0, MOST), more: Math.max(0, unknown.length - MOST) });
  return localReply(packOf(language).grammar.sentences([news.text, state, unsure]), [], []);
}

/** Devices that are reachable but do not say whether they are open, unlocked or wet. */
function unknownIn(devices: readonly Device[], now: number): readonly Device[] {
  const unknown = look(devices, now).flatMap((each) => each.unknown);
  return [...new Set(unknown)].filter(({ online }) => online !== false);
}

function look(devices: readonly Device[], now: number): ReturnType<typeof lookAt> {
  return lookAt(["open", "unlocked", "water"], devices, (state, device) => {
    const target = minimalTarget(device);
    return checkState(state, target).kind === "absent" ? undefined : isInStateNow(state, target, now);
  });
}

function foundIn(devices: readonly Device[], now: number): readonly StateFindings[] {
  const findings = look(devices, now);
  const single = devices.filter(({ members }) => members.length === 0);
  const alarms = single.filter((device) => isAlarm(device));
  return STATES.map((state): StateFindings => {
    switch (state) {
      case "alarmed":
        return {
          state,
          devices: alarms.filter((device) => isInStateNow(state, minimalTarget(device), now) === true),
          looked: alarms.length > 0,
        };
      case "wet":
      case "open":
      case "unlocked": {
        const found = findings.find(({ check }) => check === (state === "wet" ? "water" : state));
        const kinds = single.filter((device) => checkState(state, minimalTarget(device)).kind !== "absent");
        const so = found?.devices.filter(
          (device) => state !== "wet" || isInStateNow("wet", minimalTarget(device), now) === true,
        );
        return { state, devices: so ?? [], looked: kinds.length > 0 };
      }
      case "offline":
        return { state, devices: single.filter(({ online }) => online === false), looked: single.length > 0 };
      default:
        return state satisfies never;
    }
  });
}

/** Whether the status of a device has a value for an alarm. */
function isAlarm({ spec }: Device): boolean {
  return [...spec.properties.values()].some(
    ({ type, values }) =>
      type === "status" && values.some(({ description }) => /^(?:alarm|triggered)/i.test(description)),
  );
}

/** Focuses the device that was told, where it is one alone: "close it" may follow. */
function focusOnFindings(found: readonly StateFindings[], conversation: Conversation): void {
  const devices = [...new Set(found.flatMap((each) => each.devices.map(({ id }) => id)))];
  if (devices.length === 1) conversation.focus = { devices, rooms: [], address: null, frame: null };
}
