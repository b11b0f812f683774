/** Detects a PIN in the text of a turn, and takes it out. */
import { type Command, type Home, type Origin, PIN_MASK } from "../../../home/index.ts";
import { isSecret } from "../../../people/memory/index.ts";
import { tellsToKeep } from "../../../understanding/memory/secret-told.ts";
import type { Conversation, ParsedCommands } from "../../contract.ts";
import { CHOICE_MS } from "../items.ts";
import { PinText, parsePinAnswer, type TextWithoutPin } from "./pin-text.ts";
import { requiresPin } from "./requires-pin.ts";

/** The result of detection. `text` may be stored, logged and shown to a model. */
export type PinDetection =
  /** No PIN. `said` is parsed; it may hold digits that are masked in `text`. */
  | { readonly kind: "words"; readonly text: string; readonly said: string; readonly hide: Hide }
  /** The answer to the question for a PIN. */
  | { readonly kind: "pin"; readonly text: string; readonly pin: string }
  /** Digits that may be a PIN, among other words. */
  | { readonly kind: "unclear"; readonly text: string }
  /** A PIN, but no question for one is open (any more). */
  | { readonly kind: "unasked"; readonly text: string }
  /** A secret that the person asks to remember. */
  | { readonly kind: "secret"; readonly text: string }
  /** A sentence with its PIN; `said` is the sentence without it. */
  | {
      readonly kind: "offered";
      readonly text: string;
      readonly said: string;
      readonly pin: string;
      /** `said` with all digits masked that may be a PIN as well. */
      readonly shown: string;
      readonly hide: Hide;
    };

/** Masks digits in a reply that may be a PIN; `failed`: nothing was done. */
type Hide = (reply: string, failed: boolean) => string;

/** A PIN may still come so many turns after the question for it. */
const LATELY = 3;

/** Parses the commands of a text without running them. */
type CommandsIn = (text: string) => ParsedCommands;

/**
 * Detects a PIN in a text, by the open questions, the last turns and the words themselves. Nothing is run.
 * @param now milliseconds since the epoch
 */
export function detectPin(
  text: string,
  conversation: Conversation,
  home: Home,
  origin: Origin,
  now: number,
  commandsIn: CommandsIn = () => ({ whole: [], any: [] }),
): PinDetection {
  const { open, exchanges } = conversation;
  if (tellsToKeep(text, true) && isSecret(text)) return { kind: "secret", text: PIN_MASK };
  const asked = open.items.some((item) => requiresPin(item, home, origin));
  const lately = exchanges.slice(-LATELY).some(({ pin, at }) => pin !== undefined && now - at <= CHOICE_MS);
  const hasPin = home.hasPin(origin);
  // A home without PINs masks nothing, and looks at no sentence for one.
  if (!asked && !lately && !hasPin) {
    if (tellsToKeep(text) && isSecret(text)) return { kind: "secret", text: PIN_MASK };
    return { kind: "words", text, said: text, hide: (reply) => reply };
  }
  const spoken = new PinText(text, () => namesIn(home));
  if (asked || lately) {
    const said = parsePinAnswer(text);
    // "Turn on the lamp at 18:30" holds no PIN.
    const digits = said?.kind === "pin" || (said !== null && spoken.mayHold);
    if (digits && !asked) return { kind: "unasked", text: PIN_MASK };
    if (said?.kind === "pin") return { ...said, text: PIN_MASK };
    const offered = digits ? spoken.named() : null;
    if (digits && (!offered?.pin || offered.rest === "")) return { kind: "unclear", text: PIN_MASK };
  }
  const named = hasPin ? spoken.named() : null;
  if (named?.rest !== "" && tellsToKeep(text) && isSecret(text)) return { kind: "secret", text: PIN_MASK };
  const hide: Hide = (reply) => spoken.hide(reply);
  const plain: PinDetection = { kind: "words", text, said: text, hide: (reply) => reply };
  if (!hasPin) return plain;
  if (!spoken.mayHold) {
    const parts = spoken.mayBegin ? [text, ...spoken.withoutOpenings()] : [];
    const wanted = parts.some((part) => requirePin(commandsIn(part).any, home, origin));
    return wanted ? { kind: "words", text: spoken.masked(), said: text, hide } : plain;
  }
  const found = named?.pin != null ? { ...named, pin: named.pin } : unnamedPin(spoken, home, origin, commandsIn);
  if (found === "masked" || (found === null && named)) {
    const { pin, rest } = named ?? { pin: null, rest: text };
    return { kind: "words", text: spoken.masked(), said: pin === null && named ? rest : text, hide };
  }
  if (found === "read") return plain;
  // A number alone may answer a question of before, or be a PIN.
  if (found === null && parsePinAnswer(text)?.kind === "pin")
    return { kind: "words", text: PIN_MASK, said: text, hide };
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

/** The names and aliases of the devices of a home. */
function namesIn(home: Home): string[] {
  return home.devices.flatMap(({ name, aliases }) => [name, ...aliases]);
}

/**
 * Finds a PIN without a word for it: "unlock the front door 4711 please" without the digits is a command that requires a PIN.
 * @returns "masked" where only a part of the text is such a command; "read" where the digits belong to a command that requires
 * none; null where nothing requires a PIN
 */
function unnamedPin(
  spoken: PinText,
  home: Home,
  origin: Origin,
  commandsIn: CommandsIn,
): (TextWithoutPin & { readonly pin: string }) | "masked" | "read" | null {
  const asItIs = commandsIn(spoken.source);
  if (asItIs.whole.length > 0) {
    if (requirePin(asItIs.whole, home, origin)) return "masked";
    // "Turn off the light 4711": what is understood is the same without the digits.
    const commanded = JSON.stringify(asItIs.whole);
    const idle = spoken
      .each()
      .slice(-MOST_TRIED)
      .some(({ rest }) => JSON.stringify(commandsIn(rest).whole) === commanded);
    return idle ? null : "read";
  }
  let masked = requirePin(asItIs.any, home, origin);
  for (const without of spoken.each().slice(-MOST_TRIED)) {
    const { whole, any } = commandsIn(without.rest);
    if (requirePin(whole, home, origin)) return without;
    masked ||= requirePin(any, home, origin);
  }
  return masked ? "masked" : null;
}

function requirePin(commands: readonly Command[], home: Home, origin: Origin): boolean {
  return commands.length > 0 && home.assess(commands, origin).some(({ verdict }) => verdict.decision === "pin");
}

/** At most so many numbers are tried; each takes some milliseconds. */
const MOST_TRIED = 6;
