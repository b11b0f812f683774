import { z } from "zod";
import type { Questions } from "../questions.ts";
import { defineMcpTool, type McpTool } from "../tool.ts";

/** The yes, or no, to what another tool asked about. It takes no PIN: a model must not be told one. */
export function confirmTool(questions: Questions): McpTool {
  return defineMcpTool({
    name: "confirm",
    title: "Confirm",
    description: "Answers an open confirm.id. Ask the person first; never decide yourself. Valid once, for a minute.",
    input: z.strictObject({
      id: z.string().min(1).max(100),
      yes: z.boolean().describe("The person's answer"),
    }),
    output: { outcomes: "array", told: "string", done: "boolean" },
    effect: "act",
    run: async ({ id, yes }, call) => {
      const question = questions.take(call.owner, id);
      if (yes) return await question.yes(call);
      return (await question.no?.(call)) ?? { data: { done: false } };
    },
  });
}
