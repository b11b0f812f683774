import type { Outcome } from "../../home/index.ts";
import { messages } from "../../language/index.ts";
import { doStep } from "../../understanding/ground/commands.ts";
import type { Situation, Target } from "../../understanding/ground/situation.ts";
import { inState } from "../../understanding/ground/states.ts";
import type { Act, Role, State } from "../../understanding/lexicon/types.ts";
import { actInto, areAlike, areContrary, closes } from "../../understanding/parse/contrary.ts";
import { bareHead, emptyFrame, type Head } from "../../understanding/parse/frame.ts";
import { understand } from "../../understanding/understand.ts";
import type { FollowUp } from "../../understanding/utterance/follow-ups.ts";
import type { Objection } from "../../understanding/utterance/objection.ts";
import type { Conversation, LocalReply, LocalResult } from "../contract.ts";
import { undone } from "../remember.ts";
import { chosenDevices } from "./answers.ts";
import { roomIds } from "./carry.ts";
import { headOf } from "./focus.ts";
import type { Objecting } from "./instead.ts";
import { devicesIn, frameOf, isFresh, isRecent, lastFrame } from "./last-done.ts";
import { joined, putBackAll, reply, undo } from "./settle.ts";

/** "Undo everything", "undo the last two": command by command, the last first, as far as they were given lately. */
export async function undoMany(
  { commands, things }: Extract<Objection, { kind: "undo" }>,
  { home, request, situation }: Objecting,
): Promise<LocalReply> {
  const { conversation } = request;
  const last = new Set(conversation.undo.map(({ device }) => device));
  // "Both" are the two that were named in one breath, else what was said twice.
  const wanted = things && last.size > 1 ? 1 : commands;
  const [first, ...others] = [await undo(home, request, situation())];
  const done = [first, ...others];
  const most = Math.min(wanted, lately(conversation));
  while (done.length < most && conversation.undo.length > 0 && done.every(({ expectsReply }) => !expectsReply))
    done.push(await undo(home, request, situation()));
  return {
    ...first,
    reply: joined(
      done.map((each) => each.reply),
      situation(),
    ),
    expectsReply: done.some(({ expectsReply }) => expectsReply),
    outcomes: done.flatMap(({ outcomes }) => outcomes),
    calls: done.flatMap(({ calls }) => calls),
  };
}

/**
 * "Put it back to how it was before I complained", 恢复到最开始的样子: what is talked about as it was at the beginning of this
 * talk, or all since somebody complained.
 */
export async function backToOrigin(
  { complained, what, value }: Extract<FollowUp, { kind: "origin" }>,
  { home, request, situation }: Objecting,
): Promise<LocalReply | null> {
  const { conversation } = request;
  const now = situation();
  const { undo: last, earlier = [] } = conversation;
  const groups = [...earlier, ...(last.length > 0 ? [last] : [])].slice(-lately(conversation));
  const since = complained ? groups.slice(-sinceComplaint(conversation, now)) : groups;
  const { devices, address } = now.focus;
  const props = what === null ? [] : frameOf(what, now).props;
  if (what !== null && props.length === 0) return null;
  const isMeant = (outcome: Outcome): boolean => {
    if (!devices.includes(outcome.device) && !complained) return false;
    if (props.length > 0) return "property" in outcome && props.includes(outcome.property.split(".")[1] ?? "");
    return !value || ("property" in outcome && outcome.property === address);
  };
  const meant = since.flat().filter(isMeant);
  if (meant.length === 0) return null;
  const result = await putBackAll(home, meant, request, now);
  const left = [...earlier, last].map((outcomes) => outcomes.filter((each) => !meant.includes(each)));
  const rest = left.filter((outcomes) => outcomes.length > 0);
  conversation.undo = rest.at(-1) ?? [];
  conversation.earlier = rest.slice(0, -1);
  return result;
}

/** How many commands were given since somebody complained last, with what was done for that; all where nobody did. */
function sinceComplaint({ exchanges }: Conversation, situation: Situation): number {
  const acted = exchanges.filter(({ outcomes }) => outcomes.some(({ status }) => status === "confirmed"));
  const at = acted.findLastIndex(({ text }) => {
    const meant = understand(text, situation, null);
    // What is done for how a room feels was read from no command.
    return meant.kind === "plan" && meant.steps.some((step) => step.kind === "do" && step.frame.items.length === 0);
  });
  return at < 0 ? acted.length : acted.length - at;
}

/** Commands of one talk, in milliseconds between the first and the last. */
const TALK_MS = 10 * 60_000;

/** How many of the last commands belong to the same talk. */
function lately({ exchanges }: Conversation): number {
  const acted = exchanges.filter(({ outcomes }) => outcomes.length > 0);
  const until = acted.at(-1)?.at ?? 0;
  return acted.filter(({ at }) => until - at < TALK_MS).length;
}

const COUNTING: ReadonlySet<Role> = new Set<Role>(["first", "second", "third", "fourth", "last"]);

/** "Put the volume back", "undo the TV": of what was done, what the words name; of the last command that did it. */
export async function backOf(what: string, { home, request, situation }: Objecting): Promise<LocalResult | null> {
  const { conversation } = request;
  const now = situation();
  const frame = frameOf(what, now);
  if (frame.unknown.length > 0 || frame.values.length > 0 || frame.act !== null) return null;
  const devices = devicesIn(frame, now);
  const { props, places } = frame;
  if (devices === null || (devices.length === 0 && props.length + places.length === 0)) return null;
  const { undo: last, earlier = [] } = conversation;
  // "Undo the first one" after two commands does not say which of what.
  const counted = frame.heads.some(({ ordinals }) => ordinals.some((role) => COUNTING.has(role)));
  if (counted && new Set(last.map(({ device }) => device)).size < 2) return null;
  const groups = [...earlier, last];
  const named = groups.map((outcomes) => {
    const done = [...new Set(outcomes.map(({ device }) => device))];
    const meant = new Set(chosenDevices(what, done, now));
    return outcomes.filter(
      (outcome) =>
        (devices.length + places.length === 0 || meant.has(outcome.device) || devices.includes(outcome.device)) &&
        (props.length === 0 || ("property" in outcome && props.includes(outcome.property.split(".")[1] ?? ""))) &&
        "property" in outcome,
    );
  });
  const at = named.findLastIndex((outcomes) => outcomes.length > 0);
  const meant = named[at];
  if (meant === undefined) return null;
  const result = await putBackAll(home, meant, request, now);
  aboutThose([...new Set(meant.map(({ device }) => device))], conversation);
  const left = groups.map((outcomes, group) =>
    group === at ? outcomes.filter((each) => !meant.includes(each)) : outcomes,
  );
  const rest = left.filter((outcomes) => outcomes.length > 0);
  if (left.at(-1)?.length === 0) undone(conversation, home);
  else {
    conversation.undo = rest.at(-1) ?? [];
    conversation.earlier = rest.slice(0, -1);
  }
  return result;
}

/** "Undo that but leave the lamp", 撤销，灯带别开: of what was done last all goes back but what is named. */
export async function undoneBut(
  { what, state }: Extract<Objection, { kind: "undo-but" }>,
  { home, request, situation }: Objecting,
): Promise<LocalResult | null> {
  const { conversation } = request;
  const now = situation();
  const last = lastFrame(conversation)?.act ?? null;
  const into = state === null ? null : actInto(state);
  if (state !== null && (into === null || last === null || !areAlike(last, into))) return null;
  const devices = [...new Set(conversation.undo.map(({ device }) => device))];
  const kept = chosenDevices(what, devices, now);
  const wrong = conversation.undo.filter(({ device }) => !kept.includes(device));
  if (kept.length === 0 || wrong.length === 0) return null;
  const result = await putBackAll(home, wrong, request, now);
  conversation.undo = conversation.undo.filter((outcome) => !wrong.includes(outcome));
  return result;
}

/**
 * "Leave the counter light on", "not in the kitchen", 走廊的别关, right after something was done to several: what is named
 * goes back, the others stay so. What nothing was done to is left as it is.
 */
export async function spared(
  { what, state, act }: Extract<Objection, { kind: "spare" }>,
  { home, request, situation, run }: Objecting,
): Promise<LocalResult | null> {
  const { conversation } = request;
  const last = lastFrame(conversation)?.act ?? null;
  if (!isRecent(conversation)) return null;
  if (last === null || !isAgainst(last, state, act))
    return await sparedOfMany({ what, state, act }, { home, request, situation, run });
  if (!isFresh(conversation)) return null;
  const now = situation();
  const frame = frameOf(what, now);
  const more = frame.values.length + frame.changes.length + frame.props.length + frame.durations.length;
  if (more > 0 || frame.act !== null || frame.asking !== null || frame.also || frame.untimed) return null;
  const outcomes = conversation.exchanges.at(-1)?.outcomes ?? [];
  const devices = [...new Set(outcomes.map(({ device }) => device))];
  const picked = chosenDevices(what, devices, now);
  const { heads, places } = frame;
  if (heads.some(({ type, ordinals }) => PRONOUNS.has(type) && ordinals.length === 0)) return null;
  const plain = heads.length + places.length > 0 && frame.unknown.length === 0;
  const meant = plain && heads.length > 0 ? (devicesIn(frame, now) ?? []) : [];
  // A kind of which nothing else was done to: "no, leave the heater".
  const named = picked.length > 0 ? picked : devices.filter((id) => meant.includes(id));
  if (named.length === 0) {
    // What is said of other things than those says only that they stay as they are.
    const elsewhere = plain && (state ?? act) !== null && (heads.length === 0 || meant.length > 0);
    return elsewhere ? reply(messages(now.language).replies.leave, [], []) : null;
  }
  if (named.length === devices.length && !plain) return null;
  const wrong = conversation.undo.filter(({ device }) => named.includes(device));
  if (wrong.length === 0) nowAbout(named, conversation);
  if (wrong.length === 0) return reply(messages(now.language).replies.leave, [], []);
  const result = await putBackAll(home, wrong, request, now);
  const left = conversation.undo.filter((outcome) => !wrong.includes(outcome));
  if (left.length > 0) conversation.undo = left;
  else undone(conversation, home);
  nowAbout(named, conversation);
  return result;
}

/** "At twenty percent" after "bring the floor lamp back" is about that lamp, and not about all that were off before. */
function aboutThose(devices: readonly string[], conversation: Conversation): void {
  const { focus } = conversation;
  const frame = lastFrame(conversation);
  if (!focus || devices.every((id) => focus.devices.length === 1 && focus.devices.includes(id))) return;
  const contrary = frame?.act == null ? undefined : CONTRARY[frame.act];
  const plain = frame !== null && contrary !== undefined && frame.values.length === 0;
  const heads: readonly Head[] = [{ ...bareHead(), type: "devices", devices, plural: devices.length > 1 }];
  conversation.focus = {
    ...focus,
    devices,
    frame: plain ? { ...frame, act: contrary, heads, places: [], except: { heads: [], places: [] } } : null,
  };
}

/**
 * "But leave the bedside lamp on", 床头灯别关, after a scene switched one thing off, closed another and locked a third: what it did
 * to that goes back. What was so before is told to be so.
 */
async function sparedOfMany(
  { what, state, act }: Pick<Extract<Objection, { kind: "spare" }>, "what" | "state" | "act">,
  { home, request, situation, run }: Pick<Objecting, "home" | "request" | "situation" | "run">,
): Promise<LocalResult | null> {
  const { conversation } = request;
  const against = state === null ? act : contraryOf(state);
  const made = against === null ? null : (AFTER[against] ?? null);
  // "Except the lamp" says nothing of how it is: that is about the very last.
  const plain = state === null && act === null && isFresh(conversation) && lastFrame(conversation) === null;
  if (made === null && !plain) return null;
  const now = situation();
  const done = conversation.exchanges.findLast(({ outcomes }) => outcomes.length > 0)?.outcomes ?? [];
  const devices = [...new Set(done.map(({ device }) => device))];
  const meant = chosenDevices(what, devices, now)
    .flatMap((id) => now.index.devices.get(id) ?? [])
    .map((indexed): Target => ({ indexed, service: null }))
    .filter((target) => made === null || inState(made, target) === true);
  if (meant.length === 0 || meant.length === devices.length) return null;
  const named = meant.map(({ indexed }) => indexed.device.id);
  const wrong = conversation.undo.filter(({ device }) => named.includes(device));
  const rooms = roomIds(meant.map(({ indexed }) => indexed.device));
  if (wrong.length === 0) {
    if (against === null) return null;
    const frame = { ...emptyFrame([]), act: against, heads: [headOf(meant)] };
    const already = doStep(frame, meant);
    return already.kind === "do" && already.refusals.length === 0 ? await run(already) : null;
  }
  const result = await putBackAll(home, wrong, request, now);
  conversation.undo = conversation.undo.filter((outcome) => !wrong.includes(outcome));
  conversation.focus = { devices: named, rooms, address: null, frame: null };
  return result;
}

function contraryOf(state: State): Act | null {
  const into = actInto(state);
  return into === null ? null : (CONTRARY[into] ?? null);
}

/** How a thing is after it. */
const AFTER: Readonly<Partial<Record<Act, State>>> = { on: "on", off: "off", open: "open", close: "closed" };

/**
 * What is talked about after sparing: "make them 50" after "but not the strip" is about the others, 调到20% after 灯带留着 about
 * what stays on. "And the hall" after "except in the kitchen" is spared as well.
 */
function nowAbout(devices: readonly string[], conversation: Conversation): void {
  const { focus } = conversation;
  const frame = lastFrame(conversation);
  if (!focus || frame === null || frame.act === null) return;
  const stays = closes(frame.act);
  const left = focus.devices.filter((id) => !devices.includes(id));
  const contrary = CONTRARY[frame.act];
  conversation.focus = {
    ...focus,
    devices: stays ? devices : left.length > 0 ? left : focus.devices,
    with: (focus.with ?? []).filter((id) => !devices.includes(id)),
    frame: contrary === undefined || frame.values.length > 0 ? focus.frame : { ...frame, act: contrary },
  };
}

/** What is done to a thing that was to be left as it is; nothing is unlocked so. */
const CONTRARY: Readonly<Partial<Record<Act, Act>>> = { on: "off", off: "on", open: "close", close: "open" };

/** All of what was spoken of; 左边的 is one of it. */
const PRONOUNS: ReadonlySet<Head["type"]> = new Set<Head["type"]>(["it", "them", "everything"]);

/** Whether what is said goes against what was done: it shall stay as it was, or that is not to be done. */
function isAgainst(
  done: NonNullable<Parameters<typeof areAlike>[0]>,
  state: State | null,
  act: Parameters<typeof areAlike>[0] | null,
): boolean {
  const into = state === null ? null : actInto(state);
  if (state !== null && (into === null || !areContrary(done, into))) return false;
  return act === null || areAlike(done, act);
}
