import type { Effect } from "./ground/context.ts";
import type { DeviceTarget } from "./ground/target.ts";
import type { DoStep, Plannable, SentenceStep, Understanding } from "./plan.ts";
import type { PlanRequest } from "./plans/request.ts";

/** Whether two understandings are equivalent: the same effects on the same devices at the same time, the same question. */
export function isSameUnderstanding(a: Understanding, b: Understanding): boolean {
  return a === b || JSON.stringify(outlineOf(a)) === JSON.stringify(outlineOf(b));
}

/** Removes a command that repeats the one before it: "the lamp is too bright, dim it". */
export function withoutSaidTwice<Decided extends { readonly understanding: Understanding }>(
  decision: Decided,
): Decided {
  const { understanding } = decision;
  if (understanding.kind === "unknown" || understanding.steps.length < 2) return decision;
  const { steps } = understanding;
  const once = steps.filter((step, at) => step.kind !== "do" || !sets(step) || !isRepeated(step, steps[at - 1]));
  return once.length === steps.length ? decision : { ...decision, understanding: { ...understanding, steps: once } };
}

function isRepeated(step: DoStep, before: SentenceStep | undefined): boolean {
  return before?.kind === "do" && JSON.stringify(doOutline(before)) === JSON.stringify(doOutline(step));
}

/** Whether it only sets properties. Actions may be wanted twice. */
function sets({ doings }: DoStep): boolean {
  return doings.length > 0 && doings.every(({ effects }) => effects.every(({ kind }) => kind === "set"));
}

function outlineOf(understanding: Understanding): unknown {
  return understanding.kind === "unknown" ? null : understanding.steps.map(stepOutline);
}

function stepOutline(step: SentenceStep): unknown {
  switch (step.kind) {
    case "do":
      return { kind: step.kind, ...doOutline(step) };
    case "later":
      return { kind: step.kind, when: step.when, lasting: step.lasting, steps: step.steps.map(plannedOutline) };
    case "whenever":
      return {
        kind: step.kind,
        rule: step.rule,
        notice: step.notice,
        lasting: step.lasting,
        afterwards: step.afterwards && { ...step.afterwards, steps: step.afterwards.steps.map(doOutline) },
        steps: step.steps.map(plannedOutline),
      };
    case "make-scene":
      return { kind: step.kind, name: step.name, steps: step.steps.map(doOutline) };
    case "offer":
      return { kind: step.kind, meaning: step.meaning, steps: step.steps.map(doOutline) };
    case "talk":
      return step;
    case "ask":
      return { kind: step.kind, options: step.options.map(idOf), later: step.later };
    case "answer":
    case "unmet": {
      const { asking, targets, properties } = step.query;
      const { states, above, below } = step.frame;
      const addresses = properties.map((property) => property?.address);
      return { kind: step.kind, asking, targets: targets.map(idOf), addresses, states, above, below };
    }
    case "refuse":
      return { kind: step.kind, code: step.refusal.code };
    case "existing":
      return { kind: step.kind, request: requestOutline(step.request) };
    case "planned":
    case "unplan":
      return { ...step, devices: step.devices.map(idOf) };
    case "why":
      return { ...step, target: idOf(step.target) };
    case "leave":
    case "timer":
    case "scene":
    case "keep-scene":
    case "remove-scene":
    case "tell-scene":
    case "inventory":
      return step;
    default:
      return step satisfies never;
  }
}

function requestOutline(request: PlanRequest): unknown {
  if (request.op === "another") return request;
  const { which, ...asked } = request;
  return { ...asked, which: { ...which, targets: which.targets.map(idOf) } };
}

function plannedOutline(step: Plannable): object {
  return step.kind === "do" ? doOutline(step) : step;
}

function doOutline({ doings, refusals }: DoStep): object {
  return {
    doings: doings.map(({ target, effects }) => ({ target: idOf(target), effects: effects.map(effectOutline) })),
    refused: refusals.map(({ code }) => code),
  };
}

function effectOutline(effect: Effect): unknown {
  return effect.kind === "set" ? [effect.property.address, effect.value] : [effect.action.address, effect.in];
}

function idOf({ indexed, service }: DeviceTarget): string {
  return `${indexed.device.id}#${service ?? ""}`;
}
