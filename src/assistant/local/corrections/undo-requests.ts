import { type Outcome, writeBack } from "../../../home/index.ts";
import type { DialogueContext } from "../../../understanding/ground/context.ts";
import { roomsOf } from "../../../understanding/ground/places.ts";
import type { WordRole } from "../../../understanding/lexicon/types.ts";
import { emptyHead, type Head } from "../../../understanding/parse/frame.ts";
import { actReachingState, areSimilarActs, isClosingAct } from "../../../understanding/parse/opposite-acts.ts";
import { understand } from "../../../understanding/understand.ts";
import { type FollowUp, isRemarkOnly } from "../../../understanding/utterance/follow-ups.ts";
import type { Objection } from "../../../understanding/utterance/objection.ts";
import type { Conversation, LocalReply, LocalResult } from "../../contract.ts";
import { restoreEarlierUndo } from "../../conversation-focus.ts";
import { pickDevices } from "../answers/pick-options.ts";
import { devicesOfFrame, lastFrame, parseFrame } from "../context/last-turn.ts";
import { joinSentences, revertOutcomes, undoLast } from "../execution/undo.ts";
import { CONTRARY_ACT } from "./exceptions.ts";
import type { CorrectionContext } from "./replace.ts";

/** "Undo everything", "undo the last two": reverts recent commands one by one, the last first. */
export async function undoMany(
  { commands, things }: Extract<Objection, { kind: "undo" }>,
  { home, request, dialogue }: CorrectionContext,
): Promise<LocalReply> {
  const { conversation } = request;
  const last = new Set(conversation.undo.map(({ device }) => device));
  // "Both" means two devices of one command, else the last two commands.
  const wanted = things && last.size > 1 ? 1 : commands;
  const [first, ...others] = [await undoLast(home, request, dialogue())];
  const done = [first, ...others];
  const most = Math.min(wanted, recentCommands(conversation));
  while (done.length < most && conversation.undo.length > 0 && done.every(({ expectsReply }) => !expectsReply))
    done.push(await undoLast(home, request, dialogue()));
  return {
    ...first,
    reply: joinSentences(
      done.map((each) => each.reply),
      dialogue(),
    ),
    expectsReply: done.some(({ expectsReply }) => expectsReply),
    outcomes: done.flatMap(({ outcomes }) => outcomes),
    calls: done.flatMap(({ calls }) => calls),
  };
}

/**
 * "Put it back to how it was before I complained", 恢复到最开始的样子: restores the devices in focus to the beginning of the recent
 * commands, or all devices since the last complaint. Null where nothing was changed.
 */
export async function restoreOrigin(
  { complained, every, what, value }: Extract<FollowUp, { kind: "origin" }>,
  { home, request, dialogue }: CorrectionContext,
): Promise<LocalReply | null> {
  const { conversation } = request;
  const now = dialogue();
  const { undo: last, earlier = [] } = conversation;
  const groups = [...earlier, ...(last.length > 0 ? [last] : [])].slice(-recentCommands(conversation));
  const since = complained ? groups.slice(-sinceComplaint(conversation, now)) : groups;
  const { devices, address } = now.focus;
  const props = what === null ? [] : parseFrame(what, now).props;
  if (what !== null && props.length === 0) return null;
  const isMeant = (outcome: Outcome): boolean => {
    if (!devices.includes(outcome.device) && !complained && !every) return false;
    if (props.length > 0) return "property" in outcome && props.includes(outcome.property.split(".")[1] ?? "");
    return !value || ("property" in outcome && outcome.property === address);
  };
  const meant = since.flat().filter(isMeant);
  if (meant.length === 0) return null;
  const result = await revertOutcomes(home, meant, request, now);
  const left = [...earlier, last].map((outcomes) => outcomes.filter((each) => !meant.includes(each)));
  const rest = left.filter((outcomes) => outcomes.length > 0);
  conversation.undo = rest.at(-1) ?? [];
  conversation.earlier = rest.slice(0, -1);
  return result;
}

/** The number of commands since the last complaint, that of the complaint included; all where nobody complained. */
function sinceComplaint({ exchanges }: Conversation, context: DialogueContext): number {
  const acted = exchanges.filter(({ outcomes }) => outcomes.some(({ status }) => status === "confirmed"));
  const at = acted.findLastIndex(({ text }) => {
    if (isRemarkOnly(text)) return true;
    const meant = understand(text, context, null);
    // A step for a feeling has no words of a command in its frame.
    return meant.kind === "plan" && meant.steps.some((step) => step.kind === "do" && step.frame.items.length === 0);
  });
  return at < 0 ? acted.length : acted.length - at;
}

/** Commands within this time before the last one are recent, in milliseconds. */
const TALK_MS = 10 * 60_000;

/** The number of recent commands. */
function recentCommands({ exchanges }: Conversation): number {
  const acted = exchanges.filter(({ outcomes }) => outcomes.length > 0);
  const until = acted.at(-1)?.at ?? 0;
  return acted.filter(({ at }) => until - at < TALK_MS).length;
}

const COUNTING: ReadonlySet<WordRole> = new Set<WordRole>(["first", "second", "third", "fourth", "last"]);

/** "Put the volume back", "undo the TV": reverts the named part of the last command that changed it. Null where none did. */
export async function restoreNamed(
  what: string,
  { home, request, dialogue }: CorrectionContext,
): Promise<LocalResult | null> {
  const { conversation } = request;
  const now = dialogue();
  const frame = parseFrame(what, now);
  if (frame.unknown.length > 0 || frame.values.length > 0 || frame.act !== null) return null;
  const devices = devicesOfFrame(frame, now);
  const { props, places } = frame;
  if (devices === null || (devices.length === 0 && props.length + places.length === 0)) return null;
  const { undo: last, earlier = [] } = conversation;
  // "Undo the first one" after two commands is ambiguous.
  const counted = frame.heads.some(({ ordinals }) => ordinals.some((role) => COUNTING.has(role)));
  if (counted && new Set(last.map(({ device }) => device)).size < 2) return null;
  const groups = [...earlier, last];
  const named = groups.map((outcomes) => {
    const done = [...new Set(outcomes.map(({ device }) => device))];
    const meant = new Set(pickDevices(what, done, now));
    return outcomes.filter(
      (outcome) =>
        (devices.length + places.length === 0 || meant.has(outcome.device) || devices.includes(outcome.device)) &&
        (props.length === 0 || ("property" in outcome && props.includes(outcome.property.split(".")[1] ?? ""))) &&
        "property" in outcome,
    );
  });
  const at = named.findLastIndex((outcomes) => outcomes.length > 0);
  if (at < 0) return null;
  // Changes of one device turn after turn are reverted together, to before the first of them.
  const whole = props.length === 0;
  const from = whole ? named.findLastIndex((outcomes, group) => group < at && outcomes.length === 0) + 1 : at;
  const meant = named.slice(Math.max(from, groups.length - recentCommands(conversation)), at + 1).flat();
  if (meant.length === 0) return null;
  const result = await revertOutcomes(home, meant, request, now);
  focusOnRestored([...new Set(meant.map(({ device }) => device))], conversation);
  const left = groups.map((outcomes, group) =>
    group >= from && group <= at ? outcomes.filter((each) => !meant.includes(each)) : outcomes,
  );
  const rest = left.filter((outcomes) => outcomes.length > 0);
  if (left.at(-1)?.length === 0) restoreEarlierUndo(conversation, home);
  else {
    conversation.undo = rest.at(-1) ?? [];
    conversation.earlier = rest.slice(0, -1);
  }
  return result;
}

/**
 * "Switch all the sockets back on": switches those that were switched off, and not those that were off before. Null where that is
 * all of them, or none: then the text is an ordinary command.
 */
export async function switchBack(
  { what, act }: Extract<Objection, { kind: "switch-back" }>,
  { home, request, dialogue }: CorrectionContext,
): Promise<LocalResult | null> {
  const { conversation } = request;
  const now = dialogue();
  const frame = parseFrame(what, now);
  const { heads, unknown, values, except } = frame;
  const [head, ...others] = heads;
  if (!head || others.length > 0 || (head.type !== "kind" && head.type !== "everything")) return null;
  if (unknown.length + values.length + except.heads.length > 0 || frame.act !== null) return null;
  const { undo: last, earlier = [] } = conversation;
  const groups = [...earlier, ...(last.length > 0 ? [last] : [])].slice(-recentCommands(conversation));
  const switched = groups
    .flat()
    .filter((each) => "property" in each && /\.on$/u.test(each.property))
    .filter((each) => writeBack(each)?.value === !isClosingAct(act));
  const done = [...new Set(switched.map(({ device }) => device))];
  const { ids: rooms = null } = roomsOf([...frame.places, ...head.places], now);
  const picked = done.filter((id) => {
    const indexed = now.index.devices.get(id);
    if (!indexed || ((rooms?.size ?? 0) > 0 && !rooms?.has(indexed.device.room?.id ?? ""))) return false;
    return head.type === "everything" || head.kinds.some((kind) => now.index.isKind(indexed, kind));
  });
  const changed = switched.filter(({ device }) => picked.includes(device));
  const all = devicesOfFrame(frame, now) ?? [];
  if (changed.length === 0 || (all.length > 0 && all.every((device) => picked.includes(device)))) return null;
  const result = await revertOutcomes(home, changed, request, now);
  const kept = [...earlier, last].map((outcomes) => outcomes.filter((each) => !changed.includes(each)));
  const rest = kept.filter((outcomes) => outcomes.length > 0);
  conversation.earlier = rest;
  conversation.undo = result.outcomes.filter(({ status }) => status === "confirmed" || status === "accepted");
  focusOnRestored([...new Set(changed.map(({ device }) => device))], conversation);
  return result;
}

/** "Undo that but leave the lamp", 撤销，灯带别开: reverts the last command, but not on the named devices. */
export async function undoExcept(
  { what, state }: Extract<Objection, { kind: "undo-but" }>,
  { home, request, dialogue }: CorrectionContext,
): Promise<LocalResult | null> {
  const { conversation } = request;
  const now = dialogue();
  const last = lastFrame(conversation)?.act ?? null;
  const into = state === null ? null : actReachingState(state);
  if (state !== null && (into === null || last === null || !areSimilarActs(last, into))) return null;
  const devices = [...new Set(conversation.undo.map(({ device }) => device))];
  const kept = pickDevices(what, devices, now);
  const wrong = conversation.undo.filter(({ device }) => !kept.includes(device));
  if (kept.length === 0 || wrong.length === 0) return null;
  const result = await revertOutcomes(home, wrong, request, now);
  conversation.undo = conversation.undo.filter((outcome) => !wrong.includes(outcome));
  return result;
}

/** Focuses the restored devices: "at twenty percent" after "bring the floor lamp back" is about that lamp alone. */
function focusOnRestored(devices: readonly string[], conversation: Conversation): void {
  const { focus } = conversation;
  const frame = lastFrame(conversation);
  if (!focus || devices.every((id) => focus.devices.length === 1 && focus.devices.includes(id))) return;
  const contrary = frame?.act == null ? undefined : CONTRARY_ACT[frame.act];
  const plain = frame !== null && contrary !== undefined && frame.values.length === 0;
  const heads: readonly Head[] = [{ ...emptyHead(), type: "devices", devices, plural: devices.length > 1 }];
  conversation.focus = {
    ...focus,
    devices,
    frame: plain ? { ...frame, act: contrary, heads, places: [], except: { heads: [], places: [] } } : null,
  };
}
