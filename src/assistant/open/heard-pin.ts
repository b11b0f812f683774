/** Whether a turn's text holds a PIN, and what is left of it without. */
import type { Home, Origin } from "../../home/index.ts";
import type { Conversation } from "../contract.ts";
import { wantsPin } from "./asks-pin.ts";
import { CHOICE_MS } from "./items.ts";
import { MASK, pinIn, pinOffered } from "./pin.ts";

/** What was heard. `text` is what may be kept, logged and shown to a model. */
export type Heard =
  /** No PIN. */
  | { readonly kind: "words"; readonly text: string }
  /** The answer to the question for a PIN. */
  | { readonly kind: "pin"; readonly text: string; readonly pin: string }
  /** Digits that may be one, with other words. */
  | { readonly kind: "unclear"; readonly text: string }
  /** A PIN, and nothing asks for one (any more). */
  | { readonly kind: "unasked"; readonly text: string }
  /** A sentence with its PIN: `rest` is the sentence. */
  | { readonly kind: "offered"; readonly text: string; readonly rest: string; readonly pin: string };

/** Somebody may say a PIN after something else, so many turns after it was asked for. */
const LATELY = 3;

/** @param now milliseconds since the epoch */
export function heardPin(text: string, conversation: Conversation, home: Home, origin: Origin, now: number): Heard {
  const { open, exchanges } = conversation;
  const asked = open.items.some((item) => wantsPin(item, home, origin));
  const lately = exchanges.slice(-LATELY).some(({ pin, at }) => pin !== undefined && now - at <= CHOICE_MS);
  if (asked || lately) {
    const said = pinIn(text);
    if (said && !asked) return { kind: "unasked", text: MASK };
    if (said?.kind === "pin") return { ...said, text: MASK };
    const offered = said && pinOffered(text);
    if (said && (!offered || offered.rest === "")) return { kind: "unclear", text: MASK };
  }
  const offered = home.hasPin(origin) ? pinOffered(text) : null;
  if (!offered) return { kind: "words", text };
  const { rest } = offered;
  return rest === "" ? { kind: "unasked", text: MASK } : { kind: "offered", text: `${rest} ${MASK}`, ...offered };
}
