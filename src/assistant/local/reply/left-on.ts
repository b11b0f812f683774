import { messages } from "../../../language/index.ts";
import type { Situation, Target } from "../../../understanding/ground/situation.ts";
import { inState } from "../../../understanding/ground/states.ts";
import { closes } from "../../../understanding/parse/contrary.ts";
import { targetName } from "./names.ts";
import type { DoneStep } from "./outcomes.ts";

/** More names than these tell nobody anything. */
const MOST = 8;

/** Kinds that are open rather than on. */
const OPENED = /valve|lock$|door(?!bell)|gate$/;

/** After everything was switched off: what stays on, because it is switched off by name only; "" for any other command. */
export function leftOnText(told: readonly DoneStep[], { index, language }: Situation): string {
  const [step, ...others] = told;
  if (!step || others.length > 0) return "";
  const { act, heads, places, except } = step.step.frame;
  const [head, ...more] = heads;
  if (head?.type !== "everything" || more.length > 0 || act === null || !closes(act)) return "";
  const placed = [...places, ...head.places].some(({ kind }) => kind !== "home");
  // What was named as an exception stays on because it was said.
  if (placed || except.heads.length + except.places.length > 0) return "";
  const done = new Set(step.done.map(({ target }) => target.indexed.device.id));
  const left = [...index.devices.values()]
    .filter(({ device, capabilities }) => capabilities.power.length > 0 && !done.has(device.id))
    .filter(({ device, capabilities }) => capabilities.movers.length === 0 && !OPENED.test(device.spec.kind))
    .map((indexed): Target => ({ indexed, service: null }))
    .filter((target) => target.indexed.device.members.length === 0 && inState("on", target) === true);
  if (left.length === 0 || left.length > MOST) return "";
  return messages(language).replies.leftOn(left.map((target) => targetName(target, index, language)));
}
