import { z } from "zod";
import { writeWith } from "../assistant-tools.ts";
import { defineMcpTool } from "../tool.ts";

export const runActionTool = defineMcpTool({
  name: "run_action",
  title: "Run an action",
  description: "Runs an action of one device, such as start-sweep; find_devices lists them.",
  input: z.strictObject({
    device: z.string().min(1).max(100).describe("Name or handle"),
    action: z.string().min(1).max(100),
    arguments: z
      .array(z.union([z.string().max(2000), z.number(), z.boolean()]))
      .max(20)
      .optional(),
  }),
  output: { outcomes: "array", told: "string", confirm: "object" },
  effect: "act",
  run: (given, call) => writeWith("invoke_action", given, call),
});
