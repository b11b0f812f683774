import { doStep } from "../../understanding/ground/commands.ts";
import { isComplete } from "../../understanding/ground/compute.ts";
import type { Situation } from "../../understanding/ground/situation.ts";
import type { DoStep } from "../../understanding/plan.ts";
import { goesOn } from "../../understanding/utterance/objection.ts";
import type { Conversation } from "../contract.ts";
import { yesOrNo } from "../open/answer.ts";
import { chosenLike } from "./answers.ts";
import { frameOf, lastFrame } from "./last-done.ts";

/**
 * "Now Tom's", 爸爸的也打开, right after a command: the same for the one thing like those before that the words pick. Null
 * when they pick none or several.
 */
export function wentOn(text: string, conversation: Conversation, situation: Situation): DoStep | null {
  const rest = goesOn(text);
  const before = lastFrame(conversation);
  const done = conversation.exchanges.at(-1)?.outcomes ?? [];
  if (
    rest === null ||
    yesOrNo(rest) !== null ||
    before === null ||
    before.asking !== null ||
    done.length === 0 ||
    !isComplete(before)
  )
    return null;
  const { values, props, heads } = frameOf(rest, situation);
  if (values.length + props.length > 0 || heads.some(({ ordinals }) => ordinals.length > 0)) return null;
  const { index, focus } = situation;
  const picked = chosenLike(rest, focus.devices, before.act, situation);
  // Of several in that room the one that is called as what was spoken of.
  const names = new Set(focus.devices.flatMap((id) => index.devices.get(id)?.device.name ?? []));
  const targets = picked.length > 1 ? picked.filter(({ indexed }) => names.has(indexed.device.name)) : picked;
  const step = targets.length === 1 ? doStep({ ...before, also: true }, targets) : null;
  return step?.kind === "do" && step.refusals.length === 0 ? step : null;
}
