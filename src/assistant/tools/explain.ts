import { z } from "zod";
import type { PastChange, Planner } from "../../automation/index.ts";
import { type Device, type HomeView, JiaError, type Value } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { Prompts } from "../prompts.ts";
import { propertyLabel } from "./devices/labels.ts";
import { shownValue } from "./devices/outline.ts";
import { resolveDevice, resolveProperty } from "./devices/resolve.ts";
import type { KeyAliases } from "./forms/argument-shape.ts";
import { pastMoment } from "./forms/past.ts";
import { WRITE_NAMES } from "./forms/writes.ts";
import { localTime } from "./plans/plan-words.ts";
import { contentResult, defineTool, type Tool } from "./tool.ts";

const Arguments = z.strictObject({
  device: z.string().min(1).max(100),
  property: z.string().min(1).max(100).optional(),
  before: z.string().max(60).optional(),
});

const NAMES: KeyAliases = {
  device: WRITE_NAMES["device"] ?? [],
  property: WRITE_NAMES["property"] ?? [],
  before: ["at", "time", "when", "until"],
};

/** The tool that tells why a device is in its state: who or what changed it last, from the audit and the runs. */
export function explainTool(home: HomeView, planner: Planner, prompts: Prompts): Tool {
  return defineTool(prompts, {
    name: "explain",
    kind: "read",
    schema: Arguments,
    examples: [{ device: "HANDLE", before: "03:00" }],
    names: NAMES,
    run: async ({ device: name, property: given, before }, { language, room, now, origin }) => {
      const device = resolveDevice(home, name, room);
      const address = given === undefined ? {} : { address: resolveProperty(device, given, "read").address };
      const at = before === undefined ? undefined : pastMoment(before, now, home.timezone, "end");
      if (at === null) {
        throw new JiaError("invalid-tool-arguments", { tool: "explain", detail: message("tools.pastMoment") });
      }
      const asker = origin.kind === "conversation" ? { conversation: origin.conversation } : {};
      const question = { device: device.id, ...address, ...(at !== undefined && { at }), ...asker };
      const { text, cause, changes } = await planner.explain(question, language);
      const content = {
        device: device.handle,
        why: text,
        ...(cause && { at: localTime(cause.at, home.timezone), by: cause.origin.kind }),
        ...(changes.length > 0 && { changes: changes.map((change) => shownChange(change, device, home.timezone)) }),
      };
      return { ...contentResult(content), read: { devices: [], tell: () => text } };
    },
  });
}

/** A change as a model reads it, with the value before, so that the model can restore it. */
function shownChange({ at, origin, outcome }: PastChange, device: Device, timezone: string): object {
  const when = { at: localTime(at, timezone), by: origin.kind };
  if ("action" in outcome) return { ...when, action: outcome.action };
  const property = device.spec.properties.get(outcome.property);
  const shown = (value: Value): Value => (property ? shownValue(property, value) : value);
  return {
    ...when,
    property: propertyLabel(device.spec, { address: outcome.property }),
    value: shown(outcome.value),
    ...(outcome.before !== undefined && { before: shown(outcome.before) }),
  };
}
