import { z } from "zod";
import { JiaError } from "../../../home/index.ts";
import { readWith } from "../assistant-tools.ts";
import { defineMcpTool } from "../tool.ts";

export const historyTool = defineMcpTool({
  name: "history",
  title: "Look at the past",
  description: "How things were: since when, how long, lows and highs, or the energy used.",
  input: z.strictObject({
    devices: z.array(z.string().min(1).max(100)).max(20).optional().describe("Names or handles"),
    room: z.string().max(100).optional(),
    kind: z.string().max(100).optional(),
    property: z.string().min(1).max(100).optional().describe("temperature, on, energy"),
    from: z.string().min(1).max(60).optional().describe("2h ago, yesterday, 07:00"),
    to: z.string().min(1).max(60).optional(),
    step: z.string().min(1).max(40).optional().describe("Values per hour, day"),
  }),
  output: { from: "string", to: "string", history: "array", more: "integer", errors: "array" },
  effect: "read",
  run: async (given, call) => {
    if (!call.view.tools.has("get_history")) throw new JiaError("history-off");
    return await readWith("get_history", given, call);
  },
});
