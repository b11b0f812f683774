/** Whether a turn's text holds a PIN, and what is left of it without. */
import { type Command, type Home, type Origin, PIN_MASK } from "../../home/index.ts";
import { isSecret } from "../../people/memory/index.ts";
import { tellsToKeep } from "../../understanding/remembering/secret-told.ts";
import type { CommandsFound, Conversation } from "../contract.ts";
import { wantsPin } from "./asks-pin.ts";
import { CHOICE_MS } from "./items.ts";
import { type Offered, PinText, pinIn } from "./pin.ts";

/** What was heard. `text` is what may be kept, logged and shown to a model. */
export type Heard =
  /** No PIN. `said` is what is understood: there may be digits in it that are masked in `text`. */
  | { readonly kind: "words"; readonly text: string; readonly said: string; readonly hide: Hide }
  /** The answer to the question for a PIN. */
  | { readonly kind: "pin"; readonly text: string; readonly pin: string }
  /** Digits that may be one, with other words. */
  | { readonly kind: "unclear"; readonly text: string }
  /** A PIN, and nothing asks for one (any more). */
  | { readonly kind: "unasked"; readonly text: string }
  /** Something that nobody should write down, told to be kept. */
  | { readonly kind: "secret"; readonly text: string }
  /** A sentence with its PIN: `said` is the sentence. */
  | {
      readonly kind: "offered";
      readonly text: string;
      readonly said: string;
      readonly pin: string;
      /** `said` with all digits behind a mask that may be a PIN as well. */
      readonly shown: string;
      readonly hide: Hide;
    };

/** Takes digits that may be a PIN out of a reply; `failed`: nothing was done. */
type Hide = (reply: string, failed: boolean) => string;

/** Somebody may say a PIN after something else, so many turns after it was asked for. */
const LATELY = 3;

/** What a text commands. Nothing is done. */
type CommandsIn = (text: string) => CommandsFound;

/**
 * @param now milliseconds since the epoch
 */
export function heardPin(
  text: string,
  conversation: Conversation,
  home: Home,
  origin: Origin,
  now: number,
  commandsIn: CommandsIn = () => ({ whole: [], any: [] }),
): Heard {
  const { open, exchanges } = conversation;
  if (tellsToKeep(text, true) && isSecret(text)) return { kind: "secret", text: PIN_MASK };
  const asked = open.items.some((item) => wantsPin(item, home, origin));
  const lately = exchanges.slice(-LATELY).some(({ pin, at }) => pin !== undefined && now - at <= CHOICE_MS);
  const hasPin = home.hasPin(origin);
  // A home without PINs masks nothing, and looks at no sentence for one.
  if (!asked && !lately && !hasPin) {
    if (tellsToKeep(text) && isSecret(text)) return { kind: "secret", text: PIN_MASK };
    return { kind: "words", text, said: text, hide: (reply) => reply };
  }
  const spoken = new PinText(text, () => namesIn(home));
  if (asked || lately) {
    const said = pinIn(text);
    // "Turn on the lamp at 18:30" is no PIN among other words.
    const digits = said?.kind === "pin" || (said !== null && spoken.mayHold);
    if (digits && !asked) return { kind: "unasked", text: PIN_MASK };
    if (said?.kind === "pin") return { ...said, text: PIN_MASK };
    const offered = digits ? spoken.named() : null;
    if (digits && (!offered?.pin || offered.rest === "")) return { kind: "unclear", text: PIN_MASK };
  }
  const named = hasPin ? spoken.named() : null;
  if (named?.rest !== "" && tellsToKeep(text) && isSecret(text)) return { kind: "secret", text: PIN_MASK };
  const hide: Hide = (reply) => spoken.hide(reply);
  const plain: Heard = { kind: "words", text, said: text, hide: (reply) => reply };
  if (!hasPin) return plain;
  if (!spoken.mayHold) {
    const parts = spoken.mayBegin ? [text, ...spoken.withoutOpenings()] : [];
    const wanted = parts.some((part) => wantPin(commandsIn(part).any, home, origin));
    return wanted ? { kind: "words", text: spoken.masked(), said: text, hide } : plain;
  }
  const found = named?.pin != null ? { ...named, pin: named.pin } : takenOut(spoken, home, origin, commandsIn);
  if (found === "masked" || (found === null && named)) {
    const { pin, rest } = named ?? { pin: null, rest: text };
    return { kind: "words", text: spoken.masked(), said: pin === null && named ? rest : text, hide };
  }
  if (found === "read") return plain;
  // A number alone may answer what was asked before; it may be a PIN too.
  if (found === null && pinIn(text)?.kind === "pin") return { kind: "words", text: PIN_MASK, said: text, hide };
  // "My number is 4711": the local engine may know what to do with it; a model and the audit need not see it.
  if (found === null)
    return {
      kind: "words",
      text: spoken.masked(),
      said: text,
      hide: (reply, failed) => (failed ? spoken.hide(reply) : reply),
    };
  const { rest, shown, pin } = found;
  if (rest === "") return { kind: "unasked", text: PIN_MASK };
  return { kind: "offered", text: `${shown} ${PIN_MASK}`, said: rest, shown, pin, hide };
}

/** What the devices of a home are called. */
function namesIn(home: Home): string[] {
  return home.devices.flatMap(({ name, aliases }) => [name, ...aliases]);
}

/**
 * "Unlock the front door 4711 please": digits without which the rest is a command that wants a PIN. `masked`: only a part of
 * the text or the rest is one; `read`: the text is a command with its digits, and wants none; null: nothing wants a
 * PIN, and nothing is known of the digits.
 */
function takenOut(
  spoken: PinText,
  home: Home,
  origin: Origin,
  commandsIn: CommandsIn,
): (Offered & { readonly pin: string }) | "masked" | "read" | null {
  const asItIs = commandsIn(spoken.source);
  if (asItIs.whole.length > 0) {
    if (wantPin(asItIs.whole, home, origin)) return "masked";
    // "Turn off the light 4711": what is understood is the same without the digits.
    const commanded = JSON.stringify(asItIs.whole);
    const idle = spoken
      .each()
      .slice(-MOST_TRIED)
      .some(({ rest }) => JSON.stringify(commandsIn(rest).whole) === commanded);
    return idle ? null : "read";
  }
  let masked = wantPin(asItIs.any, home, origin);
  for (const without of spoken.each().slice(-MOST_TRIED)) {
    const { whole, any } = commandsIn(without.rest);
    if (wantPin(whole, home, origin)) return without;
    masked ||= wantPin(any, home, origin);
  }
  return masked ? "masked" : null;
}

function wantPin(commands: readonly Command[], home: Home, origin: Origin): boolean {
  return commands.length > 0 && home.assess(commands, origin).some(({ verdict }) => verdict.decision === "pin");
}

/** Nobody says more numbers beside a PIN; each way takes some milliseconds. */
const MOST_TRIED = 6;
