import { z } from "zod";
import { readWith } from "../assistant-tools.ts";
import { defineMcpTool } from "../tool.ts";
import { AFTER, LIMIT, ONLY, withoutRoomNoted } from "./filters.ts";

export const stateTool = defineMcpTool({
  name: "get_state",
  title: "Read states",
  description: "Current values. Name devices, or filter. What is not_certain must not be told as a fact.",
  input: z.strictObject({
    devices: z.array(z.string().min(1).max(100)).max(60).optional().describe("Names or handles"),
    room: z.string().max(100).optional().describe("Room or floor"),
    kind: z.string().max(100).optional().describe("light, curtain…"),
    properties: z.array(z.string().min(1).max(100)).max(20).optional().describe("Only these: temperature"),
    only: ONLY.optional(),
    limit: LIMIT.optional(),
    after: AFTER.optional(),
  }),
  output: {
    devices: "array",
    total: "integer",
    more: "integer",
    after: "string",
    without_room: "integer",
    errors: "array",
  },
  effect: "read",
  run: async (given, call) => {
    const result = withoutRoomNoted(await readWith("get_state", given, call), given, call);
    const { devices, errors } = result.data;
    const failed = Array.isArray(errors) && Array.isArray(devices) && devices.length === 0;
    return { ...result, failed };
  },
});
