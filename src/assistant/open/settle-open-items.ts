import {
  type Language,
  languageOf,
  messages,
  packOf,
  temperatureUnitOf,
  withTemperatures,
} from "../../language/index.ts";
import type { LocalReply, LocalRequest } from "../contract.ts";
import { answeredItems, isUnansweredChoice, partialYesTo } from "./answered-items.ts";
import { isChoiceItem, type OpenItem, take } from "./items.ts";
import { OpenItemSettler, openReply } from "./open-item-settler.ts";
import { requiresPin } from "./pin/requires-pin.ts";
import type { SettleContext } from "./run-held.ts";
import { yesOrNo } from "./yes-or-no.ts";

/**
 * Settles the open items of a conversation by an answer. A yes runs exactly what was asked, with its dependent items; a no drops
 * it; a pick settles a choice. Items that the answer leaves are asked again. Any other text closes all items, so that a later yes
 * cannot be taken for an old question.
 * @returns null where nothing was open, or the text is no answer: then it is handled as a new sentence
 */
export async function settleOpenItems(request: LocalRequest, parts: SettleContext): Promise<LocalReply | null> {
  // Taken before any await, so that another turn finds nothing to say yes to.
  const items = take(request.conversation);
  const [first] = items;
  if (!first) return null;
  const language = withTemperatures(replyLanguage(request.text, first.language), temperatureUnitOf(request.language));
  const left = partialYesTo(items, request, parts);
  const answers = left ? [left.item] : answeredItems(items, request, parts);
  const without = left?.without ?? [];
  delete request.conversation.aside;
  delete request.conversation.lapsed;
  if (answers.length === 0) {
    if (yesOrNo(request.text) === true && items.every((item) => isUnansweredChoice(item, parts.clock.now()))) {
      const asking = new OpenItemSettler({ ...request, language }, parts);
      asking.askAgain(items);
      return asking.reply();
    }
    setAside(items, request);
    // Withdrawn, so that they cannot be confirmed by the API either.
    for (const item of items) if (item.kind === "commands") parts.home.withdraw(item.confirmation);
    if (yesOrNo(request.text) !== false) {
      markLapsed(items, request);
      return null;
    }
    return openReply(messages(language).turn.dropped, request.conversation);
  }
  const settling = new OpenItemSettler({ ...request, language }, parts);
  // A yes alone is not enough for items that require a PIN.
  const wanting = answers.filter((item) => requiresPin(item, parts.home, request.origin, without));
  for (const item of answers) if (!wanting.includes(item)) await settling.settle(item, without);
  if (left) settling.leave(without);
  settling.askAgain(items.filter((item) => !answers.includes(item)));
  settling.askPin(wanting);
  return settling.reply();
}

/** Runs all confirmation items after a correct PIN, which `request.origin` carries. Choices are asked again. */
export async function settleWithPin(request: LocalRequest, parts: SettleContext): Promise<LocalReply> {
  const items = take(request.conversation);
  delete request.conversation.aside;
  delete request.conversation.lapsed;
  const language = withTemperatures(items[0]?.language ?? request.language, temperatureUnitOf(request.language));
  const settling = new OpenItemSettler({ ...request, language }, parts);
  for (const item of items) if (!isChoiceItem(item)) await settling.settle(item);
  settling.askAgain(items.filter(isChoiceItem));
  return settling.reply();
}

/** Keeps choices aside, because they may be answered after another question; a yes may not. */
function setAside(items: readonly OpenItem[], { text, conversation }: LocalRequest): void {
  const choices = items.filter(isChoiceItem).filter((item) => item.kind !== "whom" && item.options.length > 1);
  if (choices.length === 0 || yesOrNo(text) === false) return;
  conversation.aside = { items: choices, after: conversation.exchanges.at(-1) ?? null };
}

/** Notes that questions for a yes lapsed, so that a later yes can be told so. */
function markLapsed(items: readonly OpenItem[], { conversation }: LocalRequest): void {
  if (items.every(isChoiceItem)) return;
  const names = items.flatMap((item) => (item.kind === "call" ? [item.call.subject] : []));
  conversation.lapsed = { after: conversation.exchanges.at(-1) ?? null, names };
}

/** The language of the reply. An answer without a script of its own ("ok", "2") gets the language of the question. */
function replyLanguage(text: string, asked: Language): Language {
  const written = languageOf(text);
  return packOf(written).ownScript ? written : asked;
}
