import type { DeviceId, Home, Origin } from "../../../home/index.ts";
import { messages } from "../../../language/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { withoutRedundantGroups } from "../../../understanding/ground/groups.ts";
import { selectTargets } from "../../../understanding/ground/select.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import { essentialRequestIn } from "../../../understanding/utterance/essential.ts";
import type { LocalReply, LocalRequest } from "../../contract.ts";
import { parseFrame } from "../context/last-turn.ts";
import { localReply } from "../execution/undo.ts";
import { targetName } from "../reply/names.ts";
import type { ReaderContext, SentenceReader } from "./reader.ts";

/** Stores which devices must keep running. */
export interface EssentialDevices {
  /** @throws JiaError when it cannot be saved */
  mark(device: DeviceId, essential: boolean | null, origin: Origin): Promise<void>;
}

/** At most so many names are told. */
const MOST = 8;

/** Reads "the pond pump is essential", 鱼缸插座不能断电: marks the named devices. Null where it is not clear which. */
export function essentialDevicesReader(marks: EssentialDevices, { home, contextOf }: ReaderContext): SentenceReader {
  return async (request) =>
    request.conversation.open.items.length > 0 ? null : await marked(request, marks, home, contextOf(request));
}

async function marked(
  { text, origin }: Pick<LocalRequest, "text" | "origin">,
  marks: EssentialDevices,
  home: Pick<Home, "trusts">,
  context: DialogueContext,
): Promise<LocalReply | null> {
  const marking = essentialRequestIn(text);
  if (marking === null) return null;
  const { index, language } = context;
  const { replies } = messages(language);
  if (marking.kind === "asked") {
    const all = [...index.devices.values()].filter(({ device }) => device.essential);
    // Devices with a switch come first, sensors last.
    all.sort((a, b) => rankOf(a) - rankOf(b));
    const names = all.slice(0, MOST).map((indexed) => targetName({ indexed, service: null }, index, language));
    return localReply(replies.essentialAre(names, all.length), [], []);
  }
  const targets = markedTargets(marking.what, context);
  if (targets.length === 0) return null;
  if (!home.trusts(origin)) return { ...localReply(replies.essentialForAdults, [], []), failed: true };
  for (const { indexed } of targets) await marks.mark(indexed.device.id, marking.essential, origin);
  const names = targets.map((target) => targetName(target, index, language));
  return localReply(marking.essential ? replies.essential(names) : replies.notEssential(names), [], []);
}

/** The whole devices that words name; empty where the words say anything else. */
function markedTargets(what: string, context: DialogueContext): readonly DeviceTarget[] {
  const frame = parseFrame(what, context);
  const { heads, unknown, act, asking, values, changes, props } = frame;
  if (heads.length === 0 || act !== null || asking !== null) return [];
  if (unknown.length + values.length + changes.length + props.length > 0) return [];
  const found = heads.map((head) => {
    const { targets, options } = selectTargets(head, context, isOfUse);
    return targets ?? (head.plural ? withoutRedundantGroups(options ?? [], context) : []);
  });
  if (found.some(({ length }) => length === 0)) return [];
  return found.flat();
}

/** Whether a device has a switch or works all the time; nobody calls a sensor essential. */
function isOfUse({ indexed: { device, capabilities } }: DeviceTarget): boolean {
  return capabilities.power.length > 0 || !/sensor|alarm|lock$|curtain|window/.test(device.spec.kind);
}

function rankOf(indexed: DeviceTarget["indexed"]): number {
  return indexed.capabilities.power.length > 0 ? 0 : /sensor|alarm|gateway/.test(indexed.device.spec.kind) ? 2 : 1;
}
