import type { Home, Origin } from "../../home/index.ts";
import type { Exchange } from "../contract.ts";
import type { ModelMessage } from "./messages.ts";

/** How much of a conversation a model is shown. */
const MAX_EXCHANGES = 12;
const MAX_HISTORY_TOKENS = 12_000;

/**
 * The latest exchanges as messages, oldest first. An exchange goes in whole or as its two sentences: a tool call never
 * loses its result, which servers refuse.
 */
export function historyMessages(exchanges: readonly Exchange[], maxTokens = MAX_HISTORY_TOKENS): ModelMessage[] {
  const blocks: ModelMessage[][] = [];
  let left = maxTokens;
  // What a PIN was given in is no model's business.
  const shown = exchanges.filter(({ pin }) => pin !== "given");
  for (const exchange of shown.slice(-MAX_EXCHANGES).reverse()) {
    const whole = blockOf(exchange, exchange.messages ?? []);
    const block = tokensOf(whole) <= left ? whole : blockOf(exchange, []);
    left -= tokensOf(block);
    if (left < 0) break;
    blocks.push(block);
  }
  return blocks.reverse().flat();
}

/**
 * What whoever asks may hear of a conversation: all of it for those the home trusts, else what was said with them. What a
 * model looked up for others goes with it.
 */
export function exchangesFor(
  exchanges: readonly Exchange[],
  origin: Origin,
  home: Pick<Home, "trusts">,
): readonly Exchange[] {
  if (home.trusts(origin)) return exchanges;
  const { person, stranger } = origin;
  return exchanges.filter((each) => (stranger ? each.stranger === true : each.person === person && !each.stranger));
}

/** About how many tokens the messages are: a Chinese character is about one, four Latin ones too. */
export function tokensOf(messages: readonly ModelMessage[]): number {
  return Math.ceil(Buffer.byteLength(JSON.stringify(messages)) / 3.5);
}

function blockOf({ text, reply }: Exchange, between: readonly ModelMessage[]): ModelMessage[] {
  return [{ role: "user", content: text }, ...between, { role: "assistant", content: reply }];
}
