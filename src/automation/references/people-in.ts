import { conditionWithPeople } from "../conditions/index.ts";
import type { Action, Condition } from "../definition/index.ts";

/** What becomes of a name or id of a person. */
export type PersonChange = (person: string) => string;

/** A step with everybody in it changed: who is told, and who is looked for. */
export function actionWithPeople(action: Action, change: PersonChange): Action {
  const within = (actions: readonly Action[]): Action[] => actions.map((each) => actionWithPeople(each, change));
  const asked = (condition: Condition): Condition => conditionWithPeople(condition, change);
  switch (action.type) {
    case "notify":
      return action.to === undefined ? action : { ...action, to: [...new Set(action.to.map(change))] };
    case "wait-until":
      return { ...action, condition: asked(action.condition) };
    case "if":
      return {
        ...action,
        condition: asked(action.condition),
        do: within(action.do),
        ...(action.else && { else: within(action.else) }),
      };
    case "choose":
      return {
        ...action,
        options: action.options.map((option) => ({
          ...option,
          condition: asked(option.condition),
          do: within(option.do),
        })),
        ...(action.else && { else: within(action.else) }),
      };
    case "repeat":
      return {
        ...action,
        ...(action.while && { while: asked(action.while) }),
        ...(action.until && { until: asked(action.until) }),
        actions: within(action.actions),
      };
    default:
      return action;
  }
}
