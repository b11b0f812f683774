import { z } from "zod";
import { writeWith } from "../assistant-tools.ts";
import { defineMcpTool } from "../tool.ts";
import { CHANGES } from "./changes.ts";

export const setDevicesTool = defineMcpTool({
  name: "set_devices",
  title: "Set devices",
  description: "Changes devices now, all in one call; no lookup needed before. Tell only what the outcomes show.",
  input: z.strictObject({ changes: CHANGES }),
  output: { outcomes: "array", errors: "array", told: "string", confirm: "object" },
  effect: "set",
  run: ({ changes }, call) => writeWith("set_properties", { writes: changes }, call),
});
