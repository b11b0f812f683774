import { everyAction, resolveTarget, type Target } from "../../../automation/index.ts";
import type { HomeView } from "../../../home/index.ts";
import { namesClockTime, type WishBounds } from "../../wishes/bounds.ts";
import type { PlanDefinition } from "./definition-targets.ts";

/** One effect of a definition: a value for a property, or an action. */
interface DefinitionEffect {
  readonly address: string;
  /** For a value list the description of the value. */
  readonly value: unknown;
  readonly invoked: boolean;
}

/** Whether an automation or a scene stays within the bounds of the words: direction, times, recurrence, and nothing that they spare. */
export function isWithinBounds(definition: PlanDefinition, bounds: WishBounds, home: HomeView): boolean {
  if (bounds.spares) return false;
  const deeds = deedsOf(definition, home);
  if (bounds.way === "off" && !deeds.every(ends)) return false;
  if (bounds.way === "on" && deeds.some(ends)) return false;
  if (!("triggers" in definition)) return true;
  if (bounds.onlyTold && deeds.length > 0) return false;
  return definition.triggers.every((trigger) => {
    switch (trigger.type) {
      case "time":
        return (bounds.recurs || bounds.conditional) && namesClockTime(bounds, trigger.at);
      case "cron":
      case "interval":
        return bounds.recurs;
      case "sun":
        return bounds.recurs || bounds.conditional;
      case "once":
        return true;
      case "property":
      case "numeric":
      case "event":
      case "availability":
      case "scene":
      case "webhook":
      case "mqtt":
      case "mode":
      case "presence":
      case "startup":
        return bounds.recurs || bounds.conditional;
      default:
        return trigger satisfies never;
    }
  });
}

function deedsOf(definition: PlanDefinition, home: HomeView): DefinitionEffect[] {
  const steps: readonly object[] = "steps" in definition ? definition.steps : everyAction(definition.actions);
  return steps.flatMap((step): DefinitionEffect[] => {
    if ("set" in step && typeof step.set === "object" && step.set !== null)
      return Object.entries(step.set).map(([address, value]) => {
        const target = "target" in step ? (step.target as Target) : undefined;
        return { address, value: calledIn(target, address, value, home), invoked: false };
      });
    if ("invoke" in step) return [{ address: String(step.invoke), value: null, invoked: true }];
    if ("type" in step && step.type === "invoke" && "action" in step)
      return [{ address: String(step.action), value: null, invoked: true }];
    return [];
  });
}

/** A value of a value list by its description in the spec ("Close"), any other value as it is. */
function calledIn(target: Target | undefined, address: string, value: unknown, home: HomeView): unknown {
  const [device] = target === undefined ? [] : resolveTarget(target, home);
  const property = device?.spec.properties.get(address);
  return property?.values.find((each) => each.value === value)?.description ?? value;
}

/** Whether an effect switches off, closes, stops or locks. */
function ends({ address, value, invoked }: DefinitionEffect): boolean {
  if (invoked) return /(?:close|stop|off|pause|dock|charge|lock)/u.test(address) && !address.includes("unlock");
  if (typeof value === "string") return /^(?:close|off|stop|pause|down|lower)\b/iu.test(value);
  return address.endsWith("locked") ? value === true : value === false || value === 0;
}
