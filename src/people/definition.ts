/** The definition of a person, as files, the API and sentences give it. The PIN is not part of it. */
import { z } from "zod";
import { MAX_NAME, ROLES, TIME_OF_DAY } from "../home/index.ts";
import { languages, type MessageKey } from "../language/index.ts";
import { Sign } from "./presence/signs.ts";
import { isStayEnd } from "./stay-end.ts";

/** Words that mean people without naming one; no person may have such an id. */
const RESERVED = ["anyone", "everyone", "nobody", "stranger", "me", "file"];

/** Ids as those of scenes: lower-case words and "-"; Chinese characters are kept. */
export const PersonId = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}-]*$/u, "definition.id" satisfies MessageKey)
  .refine((id) => !RESERVED.includes(id), "people.reserved" satisfies MessageKey);

const Name = z.string().trim().min(1).max(MAX_NAME);

const Names = z.array(z.string().trim().min(1).max(200)).min(1).max(200);
const Time = z.string().regex(TIME_OF_DAY, "definition.timeOfDay" satisfies MessageKey);

/** The limits of one person. A field that is left out limits nothing. */
const LimitsForm = z.strictObject({
  /** Only devices in these rooms: ids, names or aliases. */
  rooms: Names.optional(),
  /** Only these kinds of device: `light`. */
  kinds: Names.optional(),
  /** Only within these hours of the home's day; `to` may lie after midnight. */
  hours: z.strictObject({ from: Time, to: Time }).optional(),
  /** None of these devices: ids or handles. */
  denied: Names.optional(),
});

export const PersonDefinition = z.strictObject({
  id: PersonId,
  name: Name,
  aliases: z.array(Name).max(20).optional(),
  role: z.enum(ROLES),
  language: z.enum([...languages()]).optional(),
  /** Id or name of the person's own room. */
  room: z.string().trim().min(1).max(200).optional(),
  /** The last day (`2026-06-07`), or a local date and time; after it the person no longer belongs to the home. */
  until: z
    .string()
    .max(60)
    .refine(isStayEnd, "definition.dayOrMoment" satisfies MessageKey)
    .optional(),
  limits: LimitsForm.optional(),
  /** The signs that the person is at home. */
  signs: z.array(Sign).max(20).optional(),
});
export type PersonDefinition = z.infer<typeof PersonDefinition>;

/** A definition before it is saved: without an id, one is made from the name; without a role, the person is an adult. */
export const PersonDraft = PersonDefinition.extend({
  id: PersonId.optional(),
  role: z.enum(ROLES).optional(),
});
export type PersonDraft = z.infer<typeof PersonDraft>;
