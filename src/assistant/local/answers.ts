import { yesOrNo } from "../open/answer.ts";
import type { TargetRef } from "../open/items.ts";
import { onSide } from "./ground/narrow.ts";
import { inPlaces } from "./ground/places.ts";
import { select } from "./ground/select.ts";
import type { Situation, Target } from "./ground/situation.ts";
import type { Role } from "./lexicon/types.ts";
import type { Frame } from "./parse/frame.ts";
import { type Item, is, itemsOf } from "./parse/items.ts";
import { readFrame } from "./parse/read.ts";
import { normalise } from "./text/tokens.ts";

/** The devices that an answer names; none when it says something else. */
export function namedIn(text: string, situation: Situation): readonly string[] {
  if (text.length > 100) return [];
  const { index } = situation;
  const source = normalise(text);
  const items = itemsOf(source, index);
  const frame = readFrame(items, index, false);
  if (!frame.bare || frame.heads.length === 0 || frame.unknown.length > 0) return [];
  const found = frame.heads.map((head) => select(head, situation, () => true));
  const targets = found.flatMap((selection) => selection.targets ?? []);
  return found.every((selection) => selection.targets)
    ? [...new Set(targets.map(({ indexed }) => indexed.device.id))]
    : [];
}

/** Whether it is a sentence or a question of its own, takes something back or says when: then it picks nothing. */
function saysMore(frame: Frame, items: readonly Item[], source: string): boolean {
  const { act, asking, negated, blocked, untimed, changes, durations } = frame;
  return (
    act !== null ||
    asking !== null ||
    negated ||
    blocked ||
    untimed ||
    changes.length + durations.length > 0 ||
    /[?？]/u.test(source) ||
    items.some((item) => NO_ANSWER.some((role) => is(item, role)))
  );
}

/** With these it is about something else, or not clear. */
const NO_ANSWER = [
  "not",
  "no",
  "never_mind",
  "except",
  "or",
  "if",
  "when",
  "why",
  "what",
  "yesNo",
] as const satisfies readonly Role[];

/** The options that an answer picks: by name, room, number, "both" or "all"; none when it picks nothing. */
export function chosen(text: string, refs: readonly TargetRef[], situation: Situation): readonly Target[] {
  if (text.length > 100) return [];
  const { index } = situation;
  const options = refs.flatMap(({ device, service }): Target[] => {
    const indexed = index.devices.get(device);
    return indexed ? [{ indexed, service }] : [];
  });
  if (options.length === 1 && yesOrNo(text) === true) return options;
  const source = normalise(text);
  const items = itemsOf(source, index);
  const frame = readFrame(items, index, false);
  if (saysMore(frame, items, source)) return [];
  if (items.some((item) => is(item, "all") || is(item, "both") || is(item, "everything") || is(item, "them")))
    return options;
  const [head] = frame.heads;
  const order = (["first", "second", "third", "fourth"] as const).findIndex((role) =>
    items.some((item) => is(item, role)),
  );
  if (order >= 0) return options.slice(order, order + 1);
  if (items.some((item) => is(item, "last"))) return options.slice(-1);
  const side = (["left", "right", "middle"] as const).find((role) => items.some((item) => is(item, role)));
  if (side) {
    const sided = onSide(options, side);
    if (sided.length > 0) return sided;
  }
  const places = [...frame.places, ...(head?.places ?? [])];
  const within = places.length > 0 ? inPlaces(places, options, situation) : { targets: options };
  let left = within.refusal ? [] : [...within.targets];
  if (head?.type === "devices") left = left.filter(({ indexed }) => head.devices.includes(indexed.device.id));
  else if (head?.type === "kind")
    left = left.filter(({ indexed }) => head.kinds.some((kind) => index.isKind(indexed, kind)));
  const words = [...(head?.modifiers ?? []), ...frame.unknown.map(({ stem }) => stem)];
  const worded =
    words.length > 0
      ? left.filter(({ indexed }) => words.every((word) => indexed.joined.some((name) => name.includes(word))))
      : left;
  return worded.length < options.length || places.length > 0 || head?.type === "devices" ? worded : [];
}
