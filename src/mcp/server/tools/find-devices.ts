import { z } from "zod";
import { readWith } from "../assistant-tools.ts";
import { defineMcpTool } from "../tool.ts";
import { AFTER, LIMIT, ONLY, withoutRoomNoted } from "./filters.ts";

export const findTool = defineMcpTool({
  name: "find_devices",
  title: "Find devices",
  description: "Devices by name, room or kind; with few hits also what each can do.",
  input: z.strictObject({
    text: z.string().max(200).optional().describe("Part of a name"),
    room: z.string().max(100).optional().describe("Room or floor"),
    kind: z.string().max(100).optional().describe("light, curtain…"),
    only: ONLY.optional(),
    limit: LIMIT.optional(),
    after: AFTER.optional(),
  }),
  output: { devices: "array", total: "integer", more: "integer", after: "string", without_room: "integer" },
  effect: "read",
  run: async (given, call) => withoutRoomNoted(await readWith("find_devices", given, call), given, call),
});
