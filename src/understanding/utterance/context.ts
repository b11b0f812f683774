import { stretchFeaturesOf } from "../parse/clauses/stretch-features.ts";
import { type Item, playsRole } from "../parse/items.ts";
import { isComfort } from "./aside.ts";
import { utteranceForms } from "./compiled-forms.ts";
import type { UtterancePiece } from "./pieces.ts";

/** What a reason contributes to the command beside it. */
export interface ReasonContext {
  /** The room of the reason, if the command names none: "书房里有霉味，开空调". */
  readonly place: Item | null;
  /** The thing of the reason, if the command says "it": "we want to watch TV, so switch it on". */
  readonly topic: readonly Item[] | null;
}

const NO_CONTEXT: ReasonContext = { place: null, topic: null };

/** The context that the pieces left aside give to those that are kept. */
export function reasonContextOf(asides: readonly UtterancePiece[], kept: readonly UtterancePiece[]): ReasonContext {
  if (asides.length === 0) return NO_CONTEXT;
  const said = kept.flatMap(({ items }) => items);
  const places = asides.filter(isAboutPlace).flatMap(({ items }) => items.filter(isRoom));
  const [place = null, ...others] = places;
  const open = !stretchFeaturesOf(said).place && others.length === 0;
  const refers = said.some((item) => playsRole(item, "it") || playsRole(item, "them"));
  const topics = refers ? asides.filter(({ items }) => items.some(isThing)) : [];
  const topic = topics.length === 1 ? (topics[0]?.items.filter((item) => isThing(item) || isRoom(item)) ?? null) : null;
  return { place: open ? place : null, topic };
}

/** Whether a piece is about a room: it begins with it, or tells the state there. Where somebody is does not count. */
function isAboutPlace({ items, left }: UtterancePiece): boolean {
  const first = items.find((item) => !playsRole(item, "filler") && !playsRole(item, "article"));
  if ((first && isRoom(first)) || isComfort(items)) return true;
  return utteranceForms().impersonal.test(left);
}

function isRoom({ home }: Item): boolean {
  return (home?.rooms.length ?? 0) > 0;
}

function isThing({ home, lex }: Item): boolean {
  return (home?.devices.length ?? 0) + (lex?.kinds.length ?? 0) > 0;
}
