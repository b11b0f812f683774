import { z } from "zod";
import { type Action, type Device, type HomeView, JiaError, type Value } from "../../home/index.ts";
import { message, textOf } from "../../language/index.ts";
import type { Prompts } from "../prompts.ts";
import { shownOutcome } from "./devices/outline.ts";
import { requestedValue } from "./devices/requested-value.ts";
import { deviceKey, resolveAction, resolveDevice } from "./devices/resolve.ts";
import { isPlainObject, type KeyAliases, parsedIfJson } from "./forms/argument-shape.ts";
import { isConfirmationPointless } from "./set-properties.ts";
import { defineTool, type Tool } from "./tool.ts";

const Arguments = z.strictObject({
  device: z.string().min(1).max(100),
  action: z.string().min(1).max(100),
  arguments: z
    .array(z.union([z.boolean(), z.number(), z.string().max(2000)]))
    .max(20)
    .optional(),
  say: z.string().max(1000).optional(),
});

/** Other names of the arguments, keyed by argument. */
const INVOKE_NAMES: KeyAliases = {
  device: ["deviceid", "entity", "entityid", "handle", "target"],
  action: ["command", "invoke", "service", "method", "actionname"],
  arguments: ["args", "in", "params", "parameters", "input", "inputs", "value", "values"],
};

/** Turns arguments by name into a list in their order, and a bare value into a list of one. */
function listedArguments(given: unknown): unknown {
  if (!isPlainObject(given) || given["arguments"] === undefined) return given;
  const args = parsedIfJson(given["arguments"]);
  if (Array.isArray(args)) return { ...given, arguments: args };
  return { ...given, arguments: isPlainObject(args) ? Object.values(args) : [args] };
}

/** The tool that invokes one action of one device. */
export function invokeActionTool(home: HomeView, prompts: Prompts): Tool {
  return defineTool(prompts, {
    name: "invoke_action",
    kind: "write",
    schema: Arguments,
    examples: [{ device: "HANDLE", action: "start-sweep", arguments: [] }],
    names: INVOKE_NAMES,
    reform: listedArguments,
    touches: ({ device }) => [deviceKey(home, device)],
    run: async (args, { origin, signal, language, room, waiting = [], refused = [] }) => {
      const device = resolveDevice(home, args.device, room);
      const action = resolveAction(device, args.action);
      const command = {
        kind: "invoke" as const,
        device: device.id,
        action: action.address,
        in: checkedArguments(device, action, args.arguments ?? []),
      };
      if (isConfirmationPointless(home, command, new Set(refused), origin)) {
        const failure = textOf(message("tools.notAsked", {}), language);
        return { content: { error: failure }, outcomes: [], failures: [failure], misses: [] };
      }
      const { outcomes, confirmation } = await home.execute([command], origin, { signal, waiting });
      return {
        content: { outcomes: outcomes.map((outcome) => shownOutcome(outcome, device, language)) },
        outcomes,
        failures: [],
        ...(confirmation && { confirmation }),
      };
    },
  });
}

/** @throws JiaError `invalid-arguments` or `invalid-value` */
function checkedArguments(device: Device, action: Action, given: readonly Value[]): Value[] {
  if (given.length !== action.in.length) {
    const expected = action.in.length === 0 ? "[]" : `[${action.in.map(({ type }) => type).join(", ")}]`;
    throw new JiaError("invalid-arguments", { address: action.address, expected });
  }
  return action.in.map((property, index) => requestedValue(device, property, undefined, { value: given[index] ?? "" }));
}
