import type { Home, Origin } from "../../home/index.ts";
import type { Exchange } from "../contract.ts";
import type { ModelMessage } from "./messages.ts";

/** Most exchanges of a conversation in a prompt. */
const MAX_EXCHANGES = 12;
const MAX_HISTORY_TOKENS = 12_000;

/**
 * The latest exchanges as messages, oldest first. An exchange stands whole or as its two sentences, so that a tool call never loses
 * its result, which servers would refuse.
 */
export function historyMessages(exchanges: readonly Exchange[], maxTokens = MAX_HISTORY_TOKENS): ModelMessage[] {
  const blocks: ModelMessage[][] = [];
  let left = maxTokens;
  // No model sees an exchange with a PIN.
  const shown = exchanges.filter(({ pin }) => pin !== "given");
  for (const exchange of shown.slice(-MAX_EXCHANGES).reverse()) {
    const whole = blockOf(exchange, exchange.messages ?? []);
    const block = estimateTokens(whole) <= left ? whole : blockOf(exchange, []);
    left -= estimateTokens(block);
    if (left < 0) break;
    blocks.push(block);
  }
  return blocks.reverse().flat();
}

/** The exchanges that the speaker may see: all for people that the home trusts, otherwise their own. */
export function exchangesFor(
  exchanges: readonly Exchange[],
  origin: Origin,
  home: Pick<Home, "trusts">,
): readonly Exchange[] {
  if (home.trusts(origin)) return exchanges;
  const { person, stranger } = origin;
  return exchanges.filter((each) => (stranger ? each.stranger === true : each.person === person && !each.stranger));
}

/** Estimates the tokens of messages from their bytes in UTF-8. */
export function estimateTokens(messages: readonly ModelMessage[]): number {
  return Math.ceil(Buffer.byteLength(JSON.stringify(messages)) / 3.5);
}

function blockOf({ text, reply }: Exchange, between: readonly ModelMessage[]): ModelMessage[] {
  return [{ role: "user", content: text }, ...between, { role: "assistant", content: reply }];
}
