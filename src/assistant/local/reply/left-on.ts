import type { Device } from "../../../home/index.ts";
import { messages } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { runsProgramme } from "../../../understanding/ground/everything.ts";
import { roomsOf } from "../../../understanding/ground/places.ts";
import { isInState } from "../../../understanding/ground/states.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import { isClosingAct } from "../../../understanding/parse/opposite-acts.ts";
import { targetName } from "./names.ts";
import type { StepOutcome } from "./outcomes.ts";

/** At most so many names are told. */
const MOST = 8;

/** Kinds that are open rather than on. */
const OPENED = /valve|lock$|door(?!bell)|gate$/;

/**
 * Names the devices that stay on after "everything off", because they are switched off by name only; after "all lamps off", those
 * of them that must keep running or run a programme. "" for any other command.
 */
export function leftOnText(told: readonly StepOutcome[], context: DialogueContext): string {
  const { index, language } = context;
  const [step, ...others] = told;
  if (!step || others.length > 0) return "";
  const { act, heads, places, except } = step.step.frame;
  const [head, ...more] = heads;
  if (!head || more.length > 0 || act === null || !isClosingAct(act)) return "";
  if (head.type !== "everything" && head.type !== "kind") return "";
  // An exception that was said is not told again.
  if (except.heads.length + except.places.length > 0) return "";
  const { ids: rooms } = roomsOf([...places, ...head.places], context);
  if (rooms === undefined) return "";
  const whole = head.type === "everything" && (rooms === null || rooms.size === 0);
  const done = new Set(step.done.map(({ target }) => target.indexed.device.id));
  const left = [...index.devices.values()]
    .filter((indexed) => (indexed.capabilities.power.length > 0 || mustRun(indexed)) && !done.has(indexed.device.id))
    .filter((indexed) => whole || (mustRun(indexed) && isPlaced(indexed.device, rooms)))
    .filter((indexed) => head.type === "everything" || head.kinds.some((kind) => index.isKind(indexed, kind)))
    .filter(({ device, capabilities }) => capabilities.movers.length === 0 && !OPENED.test(device.spec.kind))
    .map((indexed): DeviceTarget => ({ indexed, service: null }))
    .filter((target) => target.indexed.device.members.length === 0 && isInState("on", target) === true);
  if (left.length === 0 || left.length > MOST) return "";
  return messages(language).replies.leftOn(left.map((target) => targetName(target, index, language)));
}

/** Whether a device is essential or runs a programme. */
function mustRun(indexed: DeviceTarget["indexed"]): boolean {
  return indexed.device.essential || runsProgramme({ indexed, service: null });
}

/** Whether a device is in one of the rooms; with no rooms, always. */
function isPlaced({ room }: Device, rooms: ReadonlySet<string> | null): boolean {
  return rooms === null || rooms.size === 0 || (room !== null && rooms.has(room.id));
}
