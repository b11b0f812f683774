import type { DeviceId, Home, Origin } from "../../home/index.ts";
import { messages } from "../../language/index.ts";
import { standingTargets } from "../../understanding/ground/groups.ts";
import { select } from "../../understanding/ground/select.ts";
import type { Situation } from "../../understanding/ground/situation.ts";
import type { Target } from "../../understanding/ground/target.ts";
import { markingIn } from "../../understanding/utterance/marking.ts";
import type { LocalReply, LocalRequest } from "../contract.ts";
import { frameOf } from "./last-done.ts";
import type { ReaderContext, SentenceReader } from "./readers.ts";
import { targetName } from "./reply/names.ts";
import { reply } from "./settle.ts";

/** Stores which devices must keep running. */
export interface EssentialMarks {
  /** @throws JiaError when it cannot be saved */
  mark(device: DeviceId, essential: boolean | null, origin: Origin): Promise<void>;
}

/** At most so many names are told. */
const MOST = 8;

/** Reads "the pond pump is essential", 鱼缸插座不能断电: marks the named devices. Null where it is not clear which. */
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
    // Devices with a switch come first, sensors last.
    all.sort((a, b) => rankOf(a) - rankOf(b));
    const names = all.slice(0, MOST).map((indexed) => targetName({ indexed, service: null }, index, language));
    return reply(replies.essentialAre(names, all.length), [], []);
  }
  const targets = markedTargets(marking.what, situation);
  if (targets.length === 0) return null;
  if (!home.trusts(origin)) return { ...reply(replies.essentialForAdults, [], []), failed: true };
  for (const { indexed } of targets) await marks.mark(indexed.device.id, marking.essential, origin);
  const names = targets.map((target) => targetName(target, index, language));
  return reply(marking.essential ? replies.essential(names) : replies.notEssential(names), [], []);
}

/** The whole devices that words name; empty where the words say anything else. */
function markedTargets(what: string, situation: Situation): readonly Target[] {
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

/** Whether a device has a switch or works all the time; nobody calls a sensor essential. */
function isOfUse({ indexed: { device, capabilities } }: Target): boolean {
  return capabilities.power.length > 0 || !/sensor|alarm|lock$|curtain|window/.test(device.spec.kind);
}

function rankOf(indexed: Target["indexed"]): number {
  return indexed.capabilities.power.length > 0 ? 0 : /sensor|alarm|gateway/.test(indexed.device.spec.kind) ? 2 : 1;
}
