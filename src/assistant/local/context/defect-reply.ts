import type { Home } from "../../../home/index.ts";
import { clockWords, messages, packOf } from "../../../language/index.ts";
import { wholeTargets } from "../../../understanding/ground/candidates.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { selectTargets } from "../../../understanding/ground/select.ts";
import { isInState } from "../../../understanding/ground/states.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import type { Conversation, LocalReply } from "../../contract.ts";
import { roomIdsOf } from "../execution/plan-commands.ts";
import { localReply } from "../execution/undo.ts";
import { deviceSummary } from "../reply/summary.ts";
import { parseFrame } from "./last-turn.ts";

/** At most so many devices are described. */
const MOST = 4;

/**
 * "The kitchen light doesn't work", 空调不制冷: commands nothing, tells the state of the device and what may be wrong. Null where no
 * device of this home is named.
 */
export function defectReply(
  what: string,
  conversation: Conversation,
  context: DialogueContext,
  { timezone }: Pick<Home, "timezone">,
): LocalReply | null {
  const targets = targetsOf(what, context);
  if (targets.length === 0 || targets.length > MOST) return null;
  const { language, now } = context;
  const clock = (at: number): string => clockWords(at, now, timezone, language);
  const told = targets.map((target) => deviceSummary(target, { dialogue: context, clock }));
  const { replies } = messages(language);
  const reachable = targets.filter(({ indexed }) => indexed.device.online !== false);
  const some = (state: "on" | "off"): boolean => reachable.some((target) => isInState(state, target) === true);
  const advice = some("on") ? replies.maybeBroken : some("off") ? replies.offNow : "";
  const devices = targets.map(({ indexed }) => indexed.device);
  conversation.focus = {
    devices: [...new Set(devices.map(({ id }) => id))],
    rooms: roomIdsOf(devices),
    address: null,
    frame: null,
    plans: conversation.focus?.plans ?? [],
  };
  return localReply(packOf(language).grammar.sentences([...told, advice]), [], []);
}

function targetsOf(what: string, context: DialogueContext): readonly DeviceTarget[] {
  const { asking, values, changes, act, heads, places, unknown } = parseFrame(what, context);
  if (asking !== null || act !== null || values.length + changes.length + unknown.length > 0) return [];
  const { focus, room } = context;
  if (heads.every(({ type }) => type === "it" || type === "them"))
    return heads.length === 0 ? [] : wholeTargets(focus.devices, context);
  return heads.flatMap((head) => {
    const { targets, options = [] } = selectTargets(
      { ...head, places: [...head.places, ...places] },
      context,
      () => true,
    );
    if (targets) return targets;
    const here = options.filter(({ indexed }) => indexed.device.room?.id === room);
    return here.length > 0 ? here : options;
  });
}
