/** Actions of other actions: branches and repetition. */
import type { z } from "zod";
import { message } from "../../language/index.ts";
import {
  type Condition,
  checkCondition,
  conditionWithPeople,
  conditionWithTargets,
  conditionWords,
} from "../conditions/index.ts";
import { mapItems, withParts } from "../references/changes.ts";
import { branching } from "./branching.ts";
import { type ActionKind, defineAction, type InnerAction, PLAIN_ACTION } from "./kind.ts";

interface IfAction {
  readonly type: "if";
  readonly condition: Condition;
  readonly do: InnerAction[];
  readonly else?: InnerAction[] | undefined;
}
interface ChooseAction {
  readonly type: "choose";
  readonly options: { readonly condition: Condition; readonly do: InnerAction[] }[];
  readonly else?: InnerAction[] | undefined;
}
interface RepeatAction {
  readonly type: "repeat";
  readonly times?: number | undefined;
  readonly while?: Condition | undefined;
  readonly until?: Condition | undefined;
  readonly limit?: number | undefined;
  readonly actions: InnerAction[];
}

/** The most rounds of a repeat without its own limit. */
const REPEAT_LIMIT = 100;

/**
 * Runs some actions if a condition holds, and others if it does not.
 * @param schema with the actions that may stand inside
 */
export function ifKind(schema: z.ZodType<IfAction>): ActionKind<z.ZodType<IfAction>> {
  return defineAction({
    ...PLAIN_ACTION,
    type: "if",
    schema,
    example: { type: "if", condition: { type: "sun", is: "down" }, do: [{ type: "stop" }] },
    check(action, field, check, inner) {
      checkCondition(action.condition, `${field}.condition`, check);
      inner(action.do, `${field}.do`);
      inner(action.else ?? [], `${field}.else`);
    },
    words: (action, { home }, inner) =>
      message("actions.if", {
        condition: conditionWords(action.condition, home),
        steps: inner(action.do),
        otherwise: action.else ? inner(action.else) : "",
      }),
    traceWords: ({ condition }, { home }) => message("actions.ifOnly", { condition: conditionWords(condition, home) }),
    inside: (action) => [...action.do, ...(action.else ?? [])],
    ...branching({
      branchOf: (action, holds) => (holds(action.condition, "condition") ? "do" : action.else ? "else" : null),
      actionsIn: (action, branch) => (branch === "else" ? action.else : branch === "do" ? action.do : undefined),
    }),
    withTargets: (action, change, inner) =>
      withParts(action, {
        condition: conditionWithTargets(action.condition, change),
        do: inner(action.do),
        ...(action.else && { else: inner(action.else) }),
      }),
    withPeople: (action, change, inner) => ({
      ...action,
      condition: conditionWithPeople(action.condition, change),
      do: inner(action.do),
      ...(action.else && { else: inner(action.else) }),
    }),
  });
}

/**
 * Runs the actions of the first condition that holds.
 * @param schema with the actions that may stand inside
 */
export function chooseKind(schema: z.ZodType<ChooseAction>): ActionKind<z.ZodType<ChooseAction>> {
  return defineAction({
    ...PLAIN_ACTION,
    type: "choose",
    schema,
    example: { type: "choose", options: [{ condition: { type: "sun", is: "down" }, do: [{ type: "stop" }] }] },
    check(action, field, check, inner) {
      action.options.forEach((option, index) => {
        checkCondition(option.condition, `${field}.options[${index}].condition`, check);
        inner(option.do, `${field}.options[${index}].do`);
      });
      inner(action.else ?? [], `${field}.else`);
    },
    words: (action, { home }, inner) =>
      message("actions.choose", {
        options: action.options.map((option) =>
          message("actions.if", {
            condition: conditionWords(option.condition, home),
            steps: inner(option.do),
            otherwise: "",
          }),
        ),
        otherwise: action.else ? inner(action.else) : "",
      }),
    traceWords: () => message("actions.firstThatHolds"),
    inside: (action) => [...action.options.flatMap((option) => option.do), ...(action.else ?? [])],
    ...branching({
      branchOf(action, holds) {
        const index = action.options.findIndex(({ condition }, at) => holds(condition, `options[${at}].condition`));
        return index >= 0 ? `options[${index}].do` : action.else ? "else" : null;
      },
      actionsIn(action, branch) {
        if (branch === "else") return action.else;
        const index = /^options\[(\d+)\]\.do$/.exec(branch)?.[1];
        return index === undefined ? undefined : action.options[Number(index)]?.do;
      },
    }),
    withTargets: (action, change, inner) =>
      withParts(action, {
        options: mapItems(action.options, (option) =>
          withParts(option, { condition: conditionWithTargets(option.condition, change), do: inner(option.do) }),
        ),
        ...(action.else && { else: inner(action.else) }),
      }),
    withPeople: (action, change, inner) => ({
      ...action,
      options: action.options.map((option) => ({
        ...option,
        condition: conditionWithPeople(option.condition, change),
        do: inner(option.do),
      })),
      ...(action.else && { else: inner(action.else) }),
    }),
  });
}

/**
 * Repeats actions: a number of times, while a condition holds, or until it does.
 * @param schema with those inside
 */
export function repeatKind(schema: z.ZodType<RepeatAction>): ActionKind<z.ZodType<RepeatAction>> {
  return defineAction({
    ...PLAIN_ACTION,
    type: "repeat",
    schema,
    example: { type: "repeat", times: 3, actions: [{ type: "wait", for: "5m" }] },
    check(action, field, check, inner) {
      if (action.while) checkCondition(action.while, `${field}.while`, check);
      if (action.until) checkCondition(action.until, `${field}.until`, check);
      inner(action.actions, `${field}.actions`);
    },
    words(action, { home }, inner) {
      const steps = inner(action.actions);
      if (action.times !== undefined) return message("actions.repeatTimes", { times: action.times, steps });
      const wanted = action.while ?? action.until;
      const condition = wanted ? conditionWords(wanted, home) : "";
      return action.while
        ? message("actions.repeatWhile", { condition, steps })
        : message("actions.repeatUntil", { condition, steps });
    },
    traceWords: () => message("actions.againAndAgain"),
    inside: ({ actions }) => actions,
    async run(action, step) {
      const at = step.now();
      const limit = action.times ?? action.limit ?? REPEAT_LIMIT;
      let round = step.resumedRound("actions");
      let entered = round > 0;
      for (;;) {
        if (!entered) {
          if (action.while && !step.holds(action.while, "while")) break;
          if (round >= limit) break;
          round += 1;
        }
        entered = false;
        step.waits.throwIfEnding();
        await step.inside(action.actions, "actions", round);
        if (action.until && step.holds(action.until, "until")) break;
      }
      step.note(at, "done", message("traces.rounds", { rounds: round }));
    },
    dryRun({ times, actions }, step) {
      step.note(times === undefined ? message("traces.onceOrMore") : message("traces.rounds", { rounds: times }));
      return step.inside(actions, "actions", 1);
    },
    withTargets: (action, change, inner) =>
      withParts(action, {
        ...(action.while && { while: conditionWithTargets(action.while, change) }),
        ...(action.until && { until: conditionWithTargets(action.until, change) }),
        actions: inner(action.actions),
      }),
    withPeople: (action, change, inner) => ({
      ...action,
      ...(action.while && { while: conditionWithPeople(action.while, change) }),
      ...(action.until && { until: conditionWithPeople(action.until, change) }),
      actions: inner(action.actions),
    }),
  });
}
