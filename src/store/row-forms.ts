import { z } from "zod";
import { RUN_STATUSES } from "../automation/index.ts";
import { NOTED_STATUSES } from "../home/index.ts";

/** The farthest moments of a Date (ECMA-262, 21.4.1.1), in milliseconds from the epoch. */
const FARTHEST = 8.64e15;

/** Milliseconds since the epoch. */
export const MomentForm = z.number().min(-FARTHEST).max(FARTHEST);
/** Milliseconds. */
export const DurationForm = z.number().min(0).max(FARTHEST);

const Value = z.union([z.boolean(), z.number(), z.string()]);

/** An origin in a row. */
export const OriginForm = z.looseObject({
  kind: z.enum(["person", "conversation", "schedule", "scene", "api", "mcp"]),
});

export const CommandForm = z.discriminatedUnion("kind", [
  z.looseObject({
    kind: z.literal("set"),
    device: z.string(),
    properties: z.array(z.looseObject({ address: z.string(), value: Value })),
  }),
  z.looseObject({ kind: z.literal("invoke"), device: z.string(), action: z.string(), in: z.array(Value) }),
]);

/** A phrase in a row, for `textOf`. */
export const PhraseForm = z.union([
  z.string(),
  z.looseObject({ key: z.string(), values: z.record(z.string(), z.unknown()).optional() }),
  z.looseObject({ texts: z.record(z.string(), z.string()) }),
]);

const outcome = { device: z.string(), status: z.enum(NOTED_STATUSES) };
export const OutcomesForm = z.array(
  z.union([z.looseObject({ ...outcome, property: z.string() }), z.looseObject({ ...outcome, action: z.string() })]),
);

/** The fields that are needed to show a run; other fields depend on the version that wrote it. */
export const RunForm = z.looseObject({
  kind: z.enum(["automation", "scene", "timer"]),
  status: z.enum(RUN_STATUSES),
  origin: OriginForm,
  cause: z.looseObject({
    type: z.string(),
    trigger: z.number().nullable(),
    dueAt: MomentForm.nullable(),
    chain: z.array(z.string()),
  }),
  startedAt: MomentForm,
  finishedAt: MomentForm.nullable(),
  conditions: z.array(z.looseObject({ path: z.string() })),
  steps: z.array(z.looseObject({ path: z.string(), type: z.string(), at: MomentForm, outcomes: OutcomesForm })),
  missed: z.looseObject({ count: z.number(), lastDueAt: MomentForm }).nullable(),
});

/**
 * Checks the form of a thing that was read from a row, and returns it.
 * @param forms the form of each field
 * @throws Error that names the first field with another form
 */
export function checkedForm<Thing extends object>(thing: Thing, forms: z.ZodObject): Thing {
  const parsed = forms.safeParse(thing);
  if (parsed.success) return thing;
  throw new Error(`its ${parsed.error.issues[0]?.path.join(".") ?? "form"} has another form`);
}
