/** Actions: what an automation does, step by step. A new kind is a file of this folder and a line here. */
import { z } from "zod";
import type { Command, Home, Phrase } from "../../home/index.ts";
import { type MessageKey, message } from "../../language/index.ts";
import { Condition } from "../conditions/index.ts";
import { schemasOf } from "../definition/schemas-of.ts";
import { shapeOf } from "../describe/settings.ts";
import type { Wording } from "../describe/wording.ts";
import { mergeAlike } from "../device-commands/merge-alike.ts";
import { mapItems, type TargetChange } from "../references/changes.ts";
import { invokeAction } from "./invoke.ts";
import type { ActionCheck, ActionKind, ActionSchema, Demand, InnerAction, SceneLookup } from "./kind.ts";
import { modeAction } from "./mode.ts";
import { chooseKind, ifKind, repeatKind } from "./nested.ts";
import { notifyAction } from "./notify.ts";
import { sayAction } from "./say.ts";
import { sceneAction } from "./scene.ts";
import { setAction } from "./set.ts";
import { stopAction } from "./stop.ts";
import { waitAction, waitForAction, waitUntilAction } from "./waits.ts";

/** The kinds without actions inside, in the order in which people are told of them. */
const simple = [
  setAction,
  invokeAction,
  sceneAction,
  waitAction,
  waitUntilAction,
  waitForAction,
  stopAction,
  notifyAction,
  sayAction,
  modeAction,
] as const;

export type AutomationAction =
  | z.infer<(typeof simple)[number]["schema"]>
  | { type: "if"; condition: Condition; do: AutomationAction[]; else?: AutomationAction[] | undefined }
  | {
      type: "choose";
      options: { condition: Condition; do: AutomationAction[] }[];
      else?: AutomationAction[] | undefined;
    }
  | {
      type: "repeat";
      /** Exactly this many rounds; or `while`/`until` a condition, at most `limit` rounds. */
      times?: number | undefined;
      while?: Condition | undefined;
      until?: Condition | undefined;
      /** At most this many rounds; 100 when left out. */
      limit?: number | undefined;
      actions: AutomationAction[];
    };

const nested = z.lazy(() => z.array(AutomationAction).min(1).max(100));
const ifSchema = z.strictObject({
  type: z.literal("if"),
  condition: Condition,
  do: nested,
  else: nested.optional(),
});
const choose = z.strictObject({
  type: z.literal("choose"),
  options: z
    .array(z.strictObject({ condition: Condition, do: nested }))
    .min(1)
    .max(50),
  else: nested.optional(),
});
const repeat = z
  .strictObject({
    type: z.literal("repeat"),
    times: z.number().int().min(1).max(1000).optional(),
    while: Condition.optional(),
    until: Condition.optional(),
    limit: z.number().int().min(1).max(1000).optional(),
    actions: nested,
  })
  .refine(
    (given) => [given.times, given.while, given.until].filter((way) => way !== undefined).length === 1,
    "definition.repeat" satisfies MessageKey,
  );

export const AutomationAction: z.ZodType<AutomationAction, AutomationAction> = z.discriminatedUnion("type", [
  ...schemasOf(simple),
  ifSchema,
  choose,
  repeat,
]);
export type ActionOf<Type extends AutomationAction["type"]> = Extract<AutomationAction, { type: Type }>;

/** All kinds. */
export const ACTION_KINDS: readonly ActionKind<ActionSchema>[] = [
  ...simple,
  ifKind(ifSchema),
  chooseKind(choose),
  repeatKind(repeat),
];
/** Keyed by type. */
const KINDS = new Map(ACTION_KINDS.map((kind) => [kind.type, kind]));

/** The kind of an action. */
export function actionKindOf({ type }: InnerAction): ActionKind<ActionSchema> {
  const kind = KINDS.get(type);
  if (!kind) throw new Error(`no kind of action is called ${type}`);
  return kind;
}

/** Actions with all actions inside them, in their order. */
export function everyAction(actions: readonly AutomationAction[]): AutomationAction[] {
  return actions.flatMap((action) => {
    const inside = actionKindOf(action).inside(action) as readonly AutomationAction[];
    return [action, ...everyAction(inside)];
  });
}

/** Adds the problems of actions and of all actions in them. */
export function checkActions(actions: readonly InnerAction[], field: string, check: ActionCheck): void {
  actions.forEach((action, index) => {
    actionKindOf(action).check(action, `${field}[${index}]`, check, (inside, at) => checkActions(inside, at, check));
  });
}

/** Actions as one clause after another: "turn on …, then wait 5 minutes, then …". */
export function actionsWords(actions: readonly InnerAction[], wording: Wording): Phrase {
  const told = mergeAlike(actions as readonly AutomationAction[], (action) =>
    action.type === "set" ? JSON.stringify(shapeOf(action.target, action.set, {}, wording.home)) : null,
  );
  return message("actions.steps", { steps: told.map((action) => actionWords(action, wording)) });
}

/** One action as a clause. */
export function actionWords(action: InnerAction, wording: Wording): Phrase {
  return actionKindOf(action).words(action, wording, (inside) => actionsWords(inside, wording));
}

/** An action as a line of a trace; the actions inside have lines of their own. */
export function actionTraceWords(action: InnerAction, wording: Wording): Phrase {
  return actionKindOf(action).traceWords?.(action, wording) ?? actionWords(action, wording);
}

/** Actions with every target in them changed; the same list when none is. */
export function actionsWithTargets<Part extends InnerAction>(actions: Part[], change: TargetChange): Part[] {
  return mapItems(actions, (action) => {
    const inner = (inside: InnerAction[]): InnerAction[] => actionsWithTargets(inside, change);
    return actionKindOf(action).withTargets(action, change, inner) as Part;
  });
}

/** Actions with every person in them changed: receivers of notices, and people in conditions. */
export function actionsWithPeople<Part extends InnerAction>(
  actions: Part[],
  change: (person: string) => string,
): Part[] {
  return actions.map((action) => {
    const inner = (inside: InnerAction[]): InnerAction[] => actionsWithPeople(inside, change);
    return actionKindOf(action).withPeople(action, change, inner) as Part;
  });
}

/** Ids of the scenes that actions activate. */
export function scenesOf(actions: readonly AutomationAction[]): string[] {
  return everyAction(actions).flatMap((action) => actionKindOf(action).scenes(action));
}

/** All demands of actions: commands, also through scenes and modes, and addresses. */
export function demandsOfActions(actions: readonly AutomationAction[], home: Home, lookup: SceneLookup): Demand[] {
  return everyAction(actions).flatMap((action) => actionKindOf(action).demands(action, home, lookup));
}

/** All commands that actions may ever give, also through scenes and modes. */
export function commandsOfActions(actions: readonly AutomationAction[], home: Home, lookup: SceneLookup): Command[] {
  return demandsOfActions(actions, home, lookup).flatMap((demand) =>
    demand.kind === "address" ? [] : demand.commands,
  );
}
