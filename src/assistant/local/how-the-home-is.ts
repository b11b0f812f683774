import type { Device } from "../../home/index.ts";
import { messages, packOf } from "../../language/index.ts";
import { lookAt } from "../../people/modes/index.ts";
import { bareTarget } from "../../understanding/ground/situation.ts";
import { isNow, standing } from "../../understanding/ground/states.ts";
import { asksOfHome } from "../../understanding/utterance/notices.ts";
import type { Conversation, LocalReply, LocalRequest } from "../contract.ts";
import { type News, type NoticePorts, newsFor } from "./notices.ts";
import type { ReaderContext, SentenceReader } from "./readers.ts";
import { nameOf } from "./reply/names.ts";
import { reply } from "./settle.ts";

/** How something may be that people want to know of, the gravest first. */
const STATES = ["alarmed", "wet", "open", "unlocked", "offline"] as const;
type Noted = (typeof STATES)[number];

/** Devices that are so; `looked`: whether anything could have been. */
interface Found {
  readonly state: Noted;
  readonly devices: readonly Device[];
  readonly looked: boolean;
}

const NO_NEWS: News = { text: "", devices: new Set() };
/** More names than these are counted. */
const MOST = 5;

/**
 * "Is everything ok at home?", 家里一切正常吗: what is new, and what gives the alarm, leaks, is open, unlocked or out of reach.
 * @param ports null: there are no notices
 */
export function homeReader(ports: NoticePorts | null, context: ReaderContext): SentenceReader {
  return (request) => Promise.resolve(homeTold(request, ports, context));
}

function homeTold(
  request: LocalRequest,
  ports: NoticePorts | null,
  { home, clock, index }: ReaderContext,
): LocalReply | null {
  const { origin, text, language, conversation } = request;
  if (origin.stranger || !asksOfHome(text)) return null;
  const now = clock.now();
  const news = ports === null ? NO_NEWS : newsFor(request, ports, { index, now, timezone: home.timezone });
  const devices = [...index.devices.values()].map(({ device }) => device);
  const found = foundIn(devices, now);
  talkOf(found, conversation);
  const words = messages(language).wellbeing;
  const namesOf = (those: readonly Device[]): readonly string[] => those.map((each) => nameOf(each, index, language));
  // What is told as news is not told again.
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
  return reply(packOf(language).grammar.sentences([news.text, state, unsure]), [], []);
}

/** Of which nobody can tell whether they are open, unlocked or wet, although they can be reached. */
function unknownIn(devices: readonly Device[], now: number): readonly Device[] {
  const unknown = look(devices, now).flatMap((each) => each.unknown);
  return [...new Set(unknown)].filter(({ online }) => online !== false);
}

function look(devices: readonly Device[], now: number): ReturnType<typeof lookAt> {
  return lookAt(["open", "unlocked", "water"], devices, (state, device) => {
    const target = bareTarget(device);
    return standing(state, target).kind === "absent" ? undefined : isNow(state, target, now);
  });
}

function foundIn(devices: readonly Device[], now: number): readonly Found[] {
  const findings = look(devices, now);
  const single = devices.filter(({ members }) => members.length === 0);
  const alarms = single.filter((device) => isAlarm(device));
  return STATES.map((state): Found => {
    switch (state) {
      case "alarmed":
        return {
          state,
          devices: alarms.filter((device) => isNow(state, bareTarget(device), now) === true),
          looked: alarms.length > 0,
        };
      case "wet":
      case "open":
      case "unlocked": {
        const found = findings.find(({ check }) => check === (state === "wet" ? "water" : state));
        const kinds = single.filter((device) => standing(state, bareTarget(device)).kind !== "absent");
        const so = found?.devices.filter((device) => state !== "wet" || isNow("wet", bareTarget(device), now) === true);
        return { state, devices: so ?? [], looked: kinds.length > 0 };
      }
      case "offline":
        return { state, devices: single.filter(({ online }) => online === false), looked: single.length > 0 };
      default:
        return state satisfies never;
    }
  });
}

/** Whether its status can say that it gives the alarm. */
function isAlarm({ spec }: Device): boolean {
  return [...spec.properties.values()].some(
    ({ type, values }) =>
      type === "status" && values.some(({ description }) => /^(?:alarm|triggered)/i.test(description)),
  );
}

/** "Close it": the one thing that is told of is what is talked about from now on. */
function talkOf(found: readonly Found[], conversation: Conversation): void {
  const devices = [...new Set(found.flatMap((each) => each.devices.map(({ id }) => id)))];
  if (devices.length === 1) conversation.focus = { devices, rooms: [], address: null, frame: null };
}
