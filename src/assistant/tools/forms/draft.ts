import type { Check } from "../../../automation/index.ts";
import { cleanText, JiaError } from "../../../home/index.ts";
import { errorText, type Language, message, textOf } from "../../../language/index.ts";
import { actionsIn, stepsIn } from "./actions.ts";
import { parsedIfJson, type UnknownFields } from "./argument-shape.ts";
import { conditionsIn } from "./conditions.ts";
import { exampleAt } from "./examples.ts";
import { type DraftContext, type DraftFault, durationOr } from "./resolve-parts.ts";
import { dayOrMomentIn } from "./times.ts";
import { triggersIn } from "./triggers.ts";

/** Most problems of one answer. */
const MOST = 8;

/** Brings the draft of an automation, with parts in any form that models use, into the form of the check. */
export function automationDraftIn(draft: UnknownFields, reading: DraftContext): UnknownFields {
  const { triggers, conditions, actions, cooldown, until, pausedUntil } = draft;
  const day = (given: unknown): unknown =>
    (typeof given === "string" && dayOrMomentIn(given, reading.now, reading.home.timezone)) || given;
  return {
    ...draft,
    ...(triggers !== undefined && { triggers: listIn(triggers, "triggers", triggersIn, reading) }),
    ...(conditions !== undefined && { conditions: listIn(conditions, "conditions", conditionsIn, reading) }),
    ...(actions !== undefined && { actions: actionsIn(actions, "actions", reading) }),
    ...(cooldown !== undefined && { cooldown: durationOr(cooldown) }),
    ...(until !== undefined && { until: day(until) }),
    ...(pausedUntil !== undefined && { pausedUntil: day(pausedUntil) }),
  };
}

/** Brings the draft of a scene into the form of the check. */
export function sceneDraftIn(draft: UnknownFields, reading: DraftContext): UnknownFields {
  const { steps } = draft;
  return steps === undefined ? draft : { ...draft, steps: stepsIn(steps, "steps", reading) };
}

function listIn(
  given: unknown,
  field: string,
  read: (part: unknown, place: string, reading: DraftContext) => unknown[],
  reading: DraftContext,
): unknown[] {
  const open = parsedIfJson(given);
  const list: unknown[] = Array.isArray(open) ? open : [open];
  return list.flatMap((part, at) => read(part, `${field}[${at}]`, reading));
}

/** Keys of fixes that do not help a model: documentation, commands. */
const USELESS: ReadonlySet<string> = new Set(["problems.seeDocs", "problems.listed", "problems.listScenes"]);

/** The problems of a draft, a sentence for each field, for the model that wrote it: with the known names, or the form of the part. */
export function draftProblems(
  draft: unknown,
  faults: readonly DraftFault[],
  { problems }: Pick<Check<unknown>, "problems">,
  language: Language,
): string[] {
  const told = faults.map(({ field, error }) => {
    const text = error instanceof JiaError ? errorText(error, language) : textOf(error, language);
    return textOf(message("tools.partWrong", { place: field, problem: text }), language);
  });
  // A fault already names the known values, so skip problems of the same part.
  const others = problems.filter(({ field }) => !faults.some((fault) => partOf(fault.field) === partOf(field)));
  const checked = others.map(({ field, value, message: problem, fix }) => {
    const useless = typeof fix === "object" && "key" in fix && USELESS.has(fix.key);
    const form = useless ? exampleAt(field, draft) : "";
    const advice = form === "" ? (useless ? "" : fix) : message("tools.formIs", { form });
    return textOf(
      message("problems.line", { place: field, value: cleanText(value, 60), problem, fix: advice }),
      language,
    );
  });
  return [...told, ...checked].slice(0, MOST);
}

/** The part that contains a field: `actions[0]` for `actions[0].set["light.on"]`. */
function partOf(field: string): string {
  return /^.*?\[\d+\](?:\.(?:do|else|actions|of)\[\d+\])*/.exec(field)?.[0] ?? field;
}
