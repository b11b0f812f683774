import type { Conversation, LocalEngine } from "../../assistant/contract.ts";
import { newConversation } from "../../assistant/conversations.ts";
import { decideSentence, LocalAssistant } from "../../assistant/local/index.ts";
import { languageOf } from "../../language/index.ts";
import type { EngineFactory, SentenceResult } from "./run.ts";

const NOT_UNDERSTOOD: SentenceResult = {
  reply: "",
  refused: 0,
  handled: false,
  asked: false,
  confidence: null,
  usage: null,
};

/** Makes the local engine alone. */
export const localEngine: EngineFactory = localEngineWith(decideSentence);

/** Makes the local engine with another decision between the readings of a sentence. */
export function localEngineWith(decide: typeof decideSentence): EngineFactory {
  return ({ home, planner, time }, entry) => {
    const local = new LocalAssistant({ home, clock: time, planner, decide });
    local.start();
    const conversation = newConversation(entry.id, entry.language, entry.room ?? null);
    return {
      say: (text, signal) => sayLocally(local, conversation, text, signal, time.now()),
      stop: () => local.stop(),
    };
  };
}

async function sayLocally(
  local: LocalEngine,
  conversation: Conversation,
  text: string,
  signal: AbortSignal,
  at: number,
): Promise<SentenceResult> {
  const origin = { kind: "conversation", conversation: conversation.id, text } as const;
  const { room } = conversation;
  const result = await local.respond({ text, conversation, language: languageOf(text), room, origin, signal });
  const { reply, outcomes } = result.handled ? result : { reply: "", outcomes: [] };
  conversation.exchanges.push({ at, text, reply, path: "local", outcomes });
  if (!result.handled) return NOT_UNDERSTOOD;
  const rejected = result.outcomes.filter(({ status }) => status === "rejected").length;
  return {
    reply: result.reply,
    refused: (result.refused ?? 0) + rejected,
    handled: true,
    asked: result.expectsReply,
    confidence: result.confidence ?? null,
    usage: null,
  };
}
