import { z } from "zod";
import { PLAN_REF_KINDS } from "../../../assistant/index.ts";
import { readWith } from "../assistant-tools.ts";
import { defineMcpTool } from "../tool.ts";

export const plansTool = defineMcpTool({
  name: "list_plans",
  title: "List plans",
  description: "Scenes, automations and timers; with id one in full.",
  input: z.strictObject({
    kind: z.enum(PLAN_REF_KINDS).optional(),
    text: z.string().max(200).optional().describe("Words of its name"),
    id: z.string().max(200).optional(),
  }),
  output: {
    scenes: "array",
    automations: "array",
    timers: "array",
    more_scenes: "integer",
    more_automations: "integer",
    more_timers: "integer",
  },
  effect: "read",
  run: (given, call) => readWith("list_plans", given, call),
});
