import { kindName, messages, nameIn } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import type { IndexedDevice } from "../../../understanding/names/indexed-device.ts";
import type { SentenceStep } from "../../../understanding/plan.ts";
import { understand } from "../../../understanding/understand.ts";

/** What help is worded with. */
export interface HelpContext {
  readonly dialogue: DialogueContext;
  /** Whether timers and scenes can be made. */
  readonly plans: boolean;
}

/** Kinds that help names with their number, in the order of what people ask for most. */
const TOLD = [
  "light",
  "curtain",
  "blinds",
  "air-conditioner",
  "heater",
  "fan",
  "television",
  "speaker",
  "vacuum",
  "lock",
] as const;
const MOST_TOLD = 4;
const MOST_EXAMPLES = 3;

/** Words what can be said: the devices that there are, and example sentences that work in this home. */
export function helpText({ dialogue, plans }: HelpContext): string {
  const { index, language } = dialogue;
  const { talk } = messages(language);
  const things = TOLD.flatMap((kind): string[] => {
    const count = ownOf(kind, dialogue).length;
    return count > 0 ? [talk.counted({ count, kind: kindName(kind, language) })] : [];
  });
  const examples = candidates(dialogue, plans)
    .filter((text) => works(text, dialogue))
    .slice(0, MOST_EXAMPLES);
  const rooms = new Set([...index.devices.values()].flatMap(({ device }) => device.room?.id ?? [])).size;
  return talk.help({ things: things.slice(0, MOST_TOLD), more: things.length > MOST_TOLD, rooms, examples });
}

function ownOf(kind: string, { index }: DialogueContext): readonly IndexedDevice[] {
  return [...index.ofKind(kind)].filter(({ device, ownKinds }) => ownKinds.has(kind) && device.members.length === 0);
}

/** Example sentences about devices that there are, one of a sort, the most useful first. */
function candidates(context: DialogueContext, plans: boolean): readonly string[] {
  const { index, language, room } = context;
  const { talk } = messages(language);
  const sorts = [
    ["light", "lightsOff"],
    ["air-conditioner", "cooler"],
    ["curtain", "curtainsClosed"],
    ["temperature-humidity-sensor", "howWarm"],
    ["television", "screenOn"],
    ["lock", "locked"],
    ["vacuum", "cleaning"],
  ] as const;
  const about = sorts.flatMap(([kind, sort]): string[] => {
    const rooms = [...new Set(ownOf(kind, context).flatMap(({ device }) => device.room?.id ?? []))];
    const id = rooms.find((each) => each === room) ?? rooms[0];
    const place = id === undefined ? undefined : index.room(id);
    return place ? [talk.example({ sort, room: nameIn(language, place) })] : [];
  });
  return plans ? [...about.slice(0, 2), talk.example({ sort: "timer", room: "" }), ...about.slice(2)] : about;
}

/** Whether a sentence parses in this home, and every step of it can be done. */
function works(text: string, context: DialogueContext): boolean {
  const understanding = understand(text, context, null);
  return understanding.kind === "plan" && understanding.steps.every(isDoable);
}

function isDoable(step: SentenceStep): boolean {
  switch (step.kind) {
    case "do":
      return step.refusals.length === 0 && step.doings.length > 0;
    case "answer":
    case "timer":
      return true;
    default:
      return false;
  }
}
