import { z } from "zod";
import { type Action, coerceValue, type Device, type HomeView, JiaError, type Value } from "../../home/index.ts";
import { message, SPOKEN_WORDS, textOf } from "../../language/index.ts";
import type { Prompts } from "../prompts.ts";
import { deviceKey, findDevice, likeness } from "./names.ts";
import { shownOutcome } from "./outline.ts";
import { asksInVain } from "./set-properties.ts";
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

/** Invokes one action of one device. */
export function invokeActionTool(home: HomeView, prompts: Prompts): Tool {
  return defineTool(prompts, {
    name: "invoke_action",
    kind: "write",
    schema: Arguments,
    touches: ({ device }) => [deviceKey(home, device)],
    run: async (args, { origin, signal, language, room, waiting = [], refused = [] }) => {
      const device = findDevice(home, args.device, room);
      const action = findAction(device, args.action);
      const command = {
        kind: "invoke" as const,
        device: device.id,
        action: action.address,
        in: checkedArguments(action, args.arguments ?? []),
      };
      if (asksInVain(home, command, new Set(refused), origin)) {
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

/** @throws JiaError `unknown-action` with the nearest ones */
function findAction(device: Device, given: string): Action {
  const exact = device.spec.actions.get(given);
  if (exact) return exact;
  const actions = [...device.spec.actions.values()];
  const [only, ...others] = actions.filter(({ type }) => type === given.trim().toLowerCase());
  if (only && others.length === 0) return only;
  const nearest = actions
    .map(({ address }) => ({ address, score: likeness(given, address) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 10)
    .map(({ address }) => address);
  const known = nearest.join(", ") || "-";
  throw new JiaError("unknown-action", { device: device.handle, address: given.slice(0, 64), known });
}

/** @throws JiaError `invalid-arguments` or `invalid-value` */
function checkedArguments(action: Action, given: readonly Value[]): Value[] {
  if (given.length !== action.in.length) {
    const expected = action.in.length === 0 ? "[]" : `[${action.in.map(({ type }) => type).join(", ")}]`;
    throw new JiaError("invalid-arguments", { address: action.address, expected });
  }
  return action.in.map((property, index) => coerceValue(property, given[index], SPOKEN_WORDS));
}
