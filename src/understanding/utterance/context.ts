import { type Item, is } from "../parse/items.ts";
import { featuresOf } from "../parse/stretch-features.ts";
import { isComfort } from "./aside.ts";
import { utteranceForms } from "./compiled-forms.ts";
import type { Piece } from "./pieces.ts";

/** What a reason tells about the command beside it. */
export interface Context {
  /** The one room that it is about, when the command names none: "书房里有霉味，开空调". */
  readonly place: Item | null;
  /** What it names, when the command only says "it": "we want to watch TV, so switch it on". */
  readonly topic: readonly Item[] | null;
}

const NO_CONTEXT: Context = { place: null, topic: null };

/** What the parts that are left aside tell about those that are kept. */
export function contextOf(asides: readonly Piece[], kept: readonly Piece[]): Context {
  if (asides.length === 0) return NO_CONTEXT;
  const said = kept.flatMap(({ items }) => items);
  const places = asides.filter(isAboutPlace).flatMap(({ items }) => items.filter(isRoom));
  const [place = null, ...others] = places;
  const open = !featuresOf(said).place && others.length === 0;
  const refers = said.some((item) => is(item, "it") || is(item, "them"));
  const topics = refers ? asides.filter(({ items }) => items.some(isThing)) : [];
  const topic = topics.length === 1 ? (topics[0]?.items.filter((item) => isThing(item) || isRoom(item)) ?? null) : null;
  return { place: open ? place : null, topic };
}

/** It begins with the room, or tells how it is there; where somebody is says nothing about a device. */
function isAboutPlace({ items, left }: Piece): boolean {
  const first = items.find((item) => !is(item, "filler") && !is(item, "article"));
  if ((first && isRoom(first)) || isComfort(items)) return true;
  return utteranceForms().impersonal.test(left);
}

function isRoom({ home }: Item): boolean {
  return (home?.rooms.length ?? 0) > 0;
}

function isThing({ home, lex }: Item): boolean {
  return (home?.devices.length ?? 0) + (lex?.kinds.length ?? 0) > 0;
}
