import { z } from "zod";
import { readWith } from "../assistant-tools.ts";
import { defineMcpTool } from "../tool.ts";

export const whyTool = defineMcpTool({
  name: "why",
  title: "Ask why",
  description: "Who or what changed a device last, when, and the value before.",
  input: z.strictObject({
    device: z.string().min(1).max(100).describe("Name or handle"),
    property: z.string().min(1).max(100).optional(),
    before: z.string().max(60).optional().describe("The last change before: 22:00"),
  }),
  output: { device: "string", why: "string", at: "string", by: "string", changes: "array" },
  effect: "read",
  run: (given, call) => readWith("explain", given, call),
});
