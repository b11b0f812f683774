import type { Command } from "../../home/index.ts";
import type { Refusal } from "../../understanding/ground/context.ts";
import type { DeviceTarget } from "../../understanding/ground/target.ts";
import type { SentenceStep, Understanding } from "../../understanding/plan.ts";
import { doSteps } from "../../understanding/plan.ts";
import { effectCommands, plannedEffectsOf } from "./execution/plan-commands.ts";

/** An understanding as plain data: what would be done, asked, answered or refused. */
export interface UnderstandingDescription {
  readonly understood: boolean;
  readonly steps: readonly StepDescription[];
}

export type StepDescription =
  | {
      readonly kind: "commands" | "later" | "whenever" | "scene" | "offer";
      readonly commands: readonly Command[];
      readonly refused: readonly string[];
    }
  | { readonly kind: "refused"; readonly refused: readonly string[] }
  | { readonly kind: "question"; readonly choices: readonly string[] }
  | { readonly kind: "answer"; readonly devices: readonly string[]; readonly properties: readonly (string | null)[] }
  | { readonly kind: "timer"; readonly timer: object }
  | { readonly kind: "other"; readonly what: string };

export function describeUnderstanding(understanding: Understanding): UnderstandingDescription {
  if (understanding.kind === "unknown") return { understood: false, steps: [] };
  return { understood: true, steps: understanding.steps.map(describeStep) };
}

function describeStep(step: SentenceStep): StepDescription {
  switch (step.kind) {
    case "do":
      return { kind: "commands", commands: effectCommands(step.doings), refused: step.refusals.map(codeOf) };
    case "later":
    case "whenever":
    case "make-scene":
    case "offer":
      return {
        kind: step.kind === "make-scene" ? "scene" : step.kind,
        commands: effectCommands(plannedEffectsOf(step.steps)),
        refused: doSteps(step.steps).flatMap(({ refusals }) => refusals.map(codeOf)),
      };
    case "refuse":
      return { kind: "refused", refused: [codeOf(step.refusal)] };
    case "ask":
      return { kind: "question", choices: step.options.map(idOf) };
    case "answer":
      return {
        kind: "answer",
        devices: step.query.targets.map(idOf),
        properties: step.query.properties.map((property) => property?.address ?? null),
      };
    case "timer":
      return { kind: "timer", timer: step.intent };
    case "talk":
      return { kind: "other", what: `${step.kind} ${step.talk.of}` };
    case "leave":
    case "unmet":
    case "scene":
    case "keep-scene":
    case "remove-scene":
    case "tell-scene":
    case "inventory":
    case "planned":
    case "unplan":
    case "existing":
    case "why":
      return { kind: "other", what: step.kind };
    default:
      return step satisfies never;
  }
}

function idOf({ indexed, service }: DeviceTarget): string {
  return service === null ? indexed.device.id : `${indexed.device.id}#${service}`;
}

function codeOf({ code }: Refusal): string {
  return code;
}
