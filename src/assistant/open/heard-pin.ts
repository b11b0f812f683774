/** Whether a turn's text holds a PIN, and what is left of it without. */
import type { Command, Home, Origin } from "../../home/index.ts";
import { isSecret } from "../../people/memory/index.ts";
import { tellsToKeep } from "../../understanding/remembering/secret-told.ts";
import { saysWord } from "../../understanding/words.ts";
import type { Conversation } from "../contract.ts";
import { wantsPin } from "./asks-pin.ts";
import { CHOICE_MS } from "./items.ts";
import { MASK, type Offered, pinBehind, pinIn, pinOffered } from "./pin.ts";

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
  /** Something that nobody should write down, told to be kept. */
  | { readonly kind: "secret"; readonly text: string }
  /** A sentence with its PIN: `rest` is the sentence. */
  | { readonly kind: "offered"; readonly text: string; readonly rest: string; readonly pin: string };

/** Somebody may say a PIN after something else, so many turns after it was asked for. */
const LATELY = 3;

/** What a text would command now, if all of it is that; null where it is for later. Nothing is done. */
type CommandsIn = (text: string) => readonly Command[] | null;

/**
 * @param now milliseconds since the epoch
 */
export function heardPin(
  text: string,
  conversation: Conversation,
  home: Home,
  origin: Origin,
  now: number,
  commandsIn: CommandsIn = () => null,
): Heard {
  const { open, exchanges } = conversation;
  if (tellsToKeep(text, true) && isSecret(text)) return { kind: "secret", text: MASK };
  const asked = open.items.some((item) => wantsPin(item, home, origin));
  const lately = exchanges.slice(-LATELY).some(({ pin, at }) => pin !== undefined && now - at <= CHOICE_MS);
  if (asked || lately) {
    const said = pinIn(text);
    if (said && !asked) return { kind: "unasked", text: MASK };
    if (said?.kind === "pin") return { ...said, text: MASK };
    const offered = said && pinOffered(text);
    if (said && (!offered?.pin || offered.rest === "")) return { kind: "unclear", text: MASK };
  }
  const hasPin = home.hasPin(origin);
  const named = hasPin ? pinOffered(text) : null;
  if (named?.rest !== "" && tellsToKeep(text) && isSecret(text)) return { kind: "secret", text: MASK };
  if (!hasPin) return { kind: "words", text };
  const offered = named ?? behindCommand(text, home, origin, commandsIn);
  if (!offered) return { kind: "words", text };
  const { rest, pin } = offered;
  if (rest === "") return { kind: "unasked", text: MASK };
  return pin === null ? { kind: "words", text: rest } : { kind: "offered", text: `${rest} ${MASK}`, rest, pin };
}

/** What words before a moment are. */
const MOMENT = ["near_time", "at_time", "for"] as const;

/** "Unlock the front door 4711": digits behind a command that wants a PIN, and is one without them. */
function behindCommand(text: string, home: Home, origin: Origin, commandsIn: CommandsIn): Offered | null {
  const behind = pinBehind(text);
  const before = behind[0]?.rest.split(" ").at(-1) ?? "";
  // "At 1830" is no PIN.
  if (behind.length === 0 || MOMENT.some((role) => saysWord(before, role))) return null;
  if (commandsIn(text)?.length !== 0) return null;
  const wantPin = (commands: readonly Command[] | null): boolean =>
    commands !== null &&
    commands.length > 0 &&
    home.assess(commands, origin).some(({ verdict }) => verdict.decision === "pin");
  return behind.find(({ rest }) => wantPin(commandsIn(rest))) ?? null;
}
