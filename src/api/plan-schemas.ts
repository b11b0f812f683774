import { z } from "zod";
import { RUN_STATUSES } from "../automation/index.ts";
import { OutcomeBody, ValueBody } from "./schemas.ts";

/** The JSON of scenes, automations, timers and runs (`plan-json.ts` makes it). Times are ISO 8601, UTC. */

const Time = z.string();

/**
 * A definition in the form of a file (docs/automation.md). It is checked part by part against the home, so that an
 * error names the field, its value and what to give.
 */
export const DefinitionBody = z.record(z.string(), z.unknown()).meta({ id: "Definition" });

export const DefinitionProblemBody = z
  .object({ field: z.string(), value: z.string(), message: z.string(), fix: z.string() })
  .meta({ id: "DefinitionProblem" });

export const SavedSceneBody = z
  .object({
    definition: DefinitionBody,
    approved: z.boolean().meta({ description: "A person has confirmed what the policy asks about." }),
    description: z.string().meta({ description: "In plain words, in the language of Accept-Language." }),
    problems: z.array(DefinitionProblemBody).meta({
      description:
        "What keeps it from doing what it says, as the home is now: a device that has gone, a name in use twice.",
    }),
    heldBack: z.string().nullable().meta({
      description:
        "What is left out when it runs, in words: a yes is missing, or the policy or the list of addresses forbids it. null: nothing.",
    }),
    createdAt: Time,
    updatedAt: Time,
  })
  .meta({ id: "SavedScene" });

export const SavedAutomationBody = SavedSceneBody.extend({
  nextRun: Time.nullable().meta({ description: "null if only events start it, or it is switched off." }),
}).meta({ id: "SavedAutomation" });

export const CheckBody = z
  .object({
    definition: DefinitionBody.nullable().meta({
      description: "Complete and ready to save; null if there are problems.",
    }),
    problems: z.array(DefinitionProblemBody),
    warnings: z.array(DefinitionProblemBody),
    approvals: z
      .array(z.object({ device: z.string(), what: z.string(), why: z.string() }))
      .meta({ description: "What the policy asks about. Save with ?approved=true when a person has confirmed it." }),
    question: z.string().nullable().meta({
      description:
        "What a yes is for: what it does, when, how often, until when, and what it sends where. null: nothing wants one.",
    }),
    description: z.string().nullable(),
    next: z.array(Time).meta({ description: "The next due times." }),
  })
  .meta({ id: "Check" });

export const RunBody = z
  .object({
    id: z.string(),
    kind: z.enum(["automation", "scene", "timer"]),
    of: z.string().meta({ description: "Id of the definition." }),
    name: z.string().meta({ description: "In the language of Accept-Language where the definition has such a name." }),
    status: z.enum(RUN_STATUSES),
    reason: z.string().meta({ description: "Why it was skipped, stopped, missed or failed, in that language." }),
    cause: z.object({
      type: z.string(),
      text: z.string().meta({ description: "What started it, in words." }),
      trigger: z.number().nullable(),
      dueAt: Time.nullable(),
      detail: z.string(),
      chain: z.array(z.string()),
    }),
    origin: z.looseObject({ kind: z.string() }),
    startedAt: Time,
    finishedAt: Time.nullable(),
    conditions: z.array(
      z.object({
        path: z.string(),
        holds: z.boolean(),
        text: z.string().meta({ description: "The question; empty if the definition has changed since." }),
        detail: z.string().meta({ description: "What was found." }),
      }),
    ),
    steps: z.array(
      z.object({
        path: z.string(),
        type: z.string(),
        at: Time,
        ms: z.number(),
        result: z.string(),
        text: z.string().meta({ description: "What it does; empty if the definition has changed since." }),
        detail: z.string(),
        outcomes: z.array(OutcomeBody),
      }),
    ),
    missed: z.object({ count: z.number(), lastDueAt: Time }).nullable(),
  })
  .meta({ id: "Run" });

export const TimerBody = z
  .object({
    id: z.string(),
    name: z.string(),
    state: z.enum(["running", "paused"]),
    dueAt: Time.nullable(),
    remainingMs: z.number(),
    durationMs: z.number(),
    commands: z.array(z.record(z.string(), z.unknown())),
    room: z.string().nullable(),
    createdAt: Time,
  })
  .meta({ id: "Timer" });

export const PlannedBody = z
  .object({
    at: Time,
    kind: z.enum(["timer", "automation"]),
    id: z.string(),
    name: z.string(),
    often: z
      .boolean()
      .meta({ description: "It is due more than once in half an hour; the list holds only the first time." }),
    heldBack: z.string().nullable().meta({ description: "As of the automation." }),
  })
  .meta({ id: "Planned" });

export const DifferenceBody = z
  .object({
    kind: z.enum(["scene", "automation"]),
    id: z.string(),
    name: z.string(),
    change: z.enum(["add", "change", "same", "extra"]).meta({ description: "extra: only in the home." }),
    fields: z.array(z.string()),
    asks: z.boolean().meta({
      description: "The policy wants a yes for a part of it. Without the yes Jia refuses that part at the run.",
    }),
    question: z.string().nullable().meta({
      description:
        "What a yes is for: what it does, when, how often, until when, and what it sends where. null: nothing wants one.",
    }),
  })
  .meta({ id: "Difference" });

export const ChangeBody = z
  .object({ device: z.string(), id: z.string(), property: z.string(), before: ValueBody.nullable(), after: ValueBody })
  .meta({ id: "PlannedChange" });

export const IdParams = z.strictObject({ id: z.string().min(1).max(200) });
export const ApprovalBody = z.strictObject({
  approved: z
    .enum(["true", "false"])
    .optional()
    .meta({ description: "true if a person has confirmed what the policy asks about." }),
});
export const IsoMoment = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text));
