import type { LocalEngine } from "../../assistant/contract.ts";
import { Conversations } from "../../assistant/conversations.ts";
import { hintsOf, LocalAssistant } from "../../assistant/local/index.ts";
import { ModelEngine } from "../../assistant/model/index.ts";
import type { Prompts } from "../../assistant/prompts.ts";
import { createTools, smallTools } from "../../assistant/tools/index.ts";
import { Assistant } from "../../assistant/turn.ts";
import type { ModelSource } from "./recorded/model-source.ts";
import type { EngineFactory } from "./run.ts";

/**
 * Makes a whole assistant with a model for each case.
 * @param withLocal false: the model answers everything
 */
export function assistantEngine(source: ModelSource, prompts: Prompts, withLocal: boolean): EngineFactory {
  return ({ home, planner, time: clock }, entry) => {
    const local = new LocalAssistant({ home, clock, planner });
    local.start();
    const none: LocalEngine = {
      impliedIn: () => [],
      reads: () => false,
      choose: () => Promise.resolve(null),
      leftOut: () => null,
      givesValue: () => false,
      carryOn: () => Promise.resolve(null),
      respond: ({ text, conversation, language, room }) =>
        Promise.resolve({ handled: false, hints: hintsOf(text, local.dialogueContext(conversation, language, room)) }),
    };
    const tools = createTools(home, prompts, { planner });
    const assistant = new Assistant({
      home,
      clock,
      conversations: new Conversations({ clock }),
      local: withLocal ? local : none,
      model: new ModelEngine({
        home,
        clock,
        client: source.modelFor(entry),
        planner,
        tools: source.profile === "small" ? smallTools(tools, prompts) : tools,
        prompts,
        index: local.index,
        limits: source.limits,
        profile: source.profile,
      }),
    });
    const conversation = crypto.randomUUID();
    return {
      async say(text, signal) {
        const { room } = entry;
        const result = await assistant.ask({ text, conversation, room: room ?? null }, signal);
        const rejected = result.outcomes.filter(({ status }) => status === "rejected").length;
        const refused = rejected + (result.refused ?? (result.failed ? 1 : 0));
        return {
          reply: result.reply,
          refused,
          handled: true,
          asked: result.expectsReply,
          confidence: null,
          usage: result.usage ?? null,
        };
      },
      stop: () => local.stop(),
    };
  };
}
