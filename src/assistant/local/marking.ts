import type { DeviceId, Home, Origin } from "../../home/index.ts";
import { messages } from "../../language/index.ts";
import { standingTargets } from "../../understanding/ground/groups.ts";
import { select } from "../../understanding/ground/select.ts";
import type { Situation, Target } from "../../understanding/ground/situation.ts";
import { markingIn } from "../../understanding/utterance/marking.ts";
import type { LocalReply, LocalRequest } from "../contract.ts";
import { frameOf } from "./last-done.ts";
import type { ReaderContext, SentenceReader } from "./readers.ts";
import { targetName } from "./reply/names.ts";
import { reply } from "./settle.ts";

/** Where it is kept what people say of what must keep running. */
export interface EssentialMarks {
  /** @throws JiaError when it cannot be saved */
  mark(device: DeviceId, essential: boolean | null, origin: Origin): Promise<void>;
}

/** More names than these tell nobody anything. */
const MOST = 8;

/**
 * "The pond pump is essential", 鱼缸插座不能断电: marked is what is named. It takes nothing where it is not clear what is meant.
 */
export function marksReader(marks: EssentialMarks, { home, situated }: ReaderContext): SentenceReader {
  return async (request) =>
    request.conversation.open.items.length > 0 ? null : await marked(request, marks, home, situated(request));
}

async function marked(
  { text, origin }: Pick<LocalRequest, "text" | "origin">,
  marks: EssentialMarks,
  home: Pick<Home, "trusts">,
  situation: Situation,
): Promise<LocalReply | null> {
  const marking = markingIn(text);
  if (marking === null) return null;
  const { index, language } = situation;
  const { replies } = messages(language);
  if (marking.kind === "asked") {
    const all = [...index.devices.values()].filter(({ device }) => device.essential);
    // What is switched is asked about first of all, and what only watches last.
    all.sort((a, b) => rankOf(a) - rankOf(b));
    const names = all.slice(0, MOST).map((indexed) => targetName({ indexed, service: null }, index, language));
    return reply(replies.essentialAre(names, all.length), [], []);
  }
  const targets = meant(marking.what, situation);
  if (targets.length === 0) return null;
  if (!home.trusts(origin)) return { ...reply(replies.essentialForAdults, [], []), failed: true };
  for (const { indexed } of targets) await marks.mark(indexed.device.id, marking.essential, origin);
  const names = targets.map((target) => targetName(target, index, language));
  return reply(marking.essential ? replies.essential(names) : replies.notEssential(names), [], []);
}

/** The devices that are named, whole; none where anything else is said. */
function meant(what: string, situation: Situation): readonly Target[] {
  const frame = frameOf(what, situation);
  const { heads, unknown, act, asking, values, changes, props } = frame;
  if (heads.length === 0 || act !== null || asking !== null) return [];
  if (unknown.length + values.length + changes.length + props.length > 0) return [];
  const found = heads.map((head) => {
    const { targets, options } = select(head, situation, isOfUse);
    return targets ?? (head.plural ? standingTargets(options ?? [], situation) : []);
  });
  if (found.some(({ length }) => length === 0)) return [];
  return found.flat();
}

/** What is switched, or works all the time: nobody means what only watches. */
function isOfUse({ indexed: { device, capabilities } }: Target): boolean {
  return capabilities.power.length > 0 || !/sensor|alarm|lock$|curtain|window/.test(device.spec.kind);
}

function rankOf(indexed: Target["indexed"]): number {
  return indexed.capabilities.power.length > 0 ? 0 : /sensor|alarm|gateway/.test(indexed.device.spec.kind) ? 2 : 1;
}
