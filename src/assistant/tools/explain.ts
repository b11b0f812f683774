import { z } from "zod";
import type { Planner } from "../../automation/index.ts";
import type { HomeView } from "../../home/index.ts";
import type { Prompts } from "../prompts.ts";
import { findDevice, findProperty } from "./names.ts";
import { answer, defineTool, type Tool } from "./tool.ts";

const Arguments = z.strictObject({
  device: z.string().min(1).max(100),
  property: z.string().min(1).max(100).optional(),
});

/** Why a device is as it is: who or what changed it last, from the audit and the runs. */
export function explainTool(home: HomeView, planner: Planner, prompts: Prompts): Tool {
  return defineTool(prompts, {
    name: "explain",
    kind: "read",
    schema: Arguments,
    run: async ({ device: name, property: given }, { language, room }) => {
      const device = findDevice(home, name, room);
      const address = given === undefined ? {} : { address: findProperty(device, given, "read").address };
      const { text, cause } = await planner.explain({ device: device.id, ...address }, language);
      const at = cause && new Date(cause.at).toISOString();
      const content = { device: device.handle, why: text, ...(cause && { at, by: cause.origin.kind }) };
      return { ...answer(content), read: { devices: [], tell: () => text } };
    },
  });
}
