/** A person as a file, the API and words define one: what is kept of somebody, without the PIN. */
import { z } from "zod";
import { MAX_NAME, ROLES } from "../home/index.ts";
import { languages, type MessageKey } from "../language/index.ts";
import { isEnd } from "./until.ts";

/** These mean people without naming one. */
const RESERVED = ["anyone", "everyone", "nobody", "stranger", "me"];

/** Ids as those of scenes: lower-case words and "-"; Chinese characters are kept. */
export const PersonId = z
  .string()
  .min(1)
  .max(80)
  .regex(/^[\p{Ll}\p{Lo}\p{N}][\p{Ll}\p{Lo}\p{N}-]*$/u, "definition.id" satisfies MessageKey)
  .refine((id) => !RESERVED.includes(id), "people.reserved" satisfies MessageKey);

const Name = z.string().trim().min(1).max(MAX_NAME);

export const PersonDefinition = z.strictObject({
  id: PersonId,
  name: Name,
  aliases: z.array(Name).max(20).optional(),
  role: z.enum(ROLES),
  language: z.enum([...languages()]).optional(),
  /** Id or name of the person's own room. */
  room: z.string().trim().min(1).max(200).optional(),
  /** The last day (`2026-06-07`), or a date and time of the home: the person is none of the home's after it. */
  until: z
    .string()
    .max(60)
    .refine(isEnd, "definition.dayOrMoment" satisfies MessageKey)
    .optional(),
});
export type PersonDefinition = z.infer<typeof PersonDefinition>;

/** Before it is saved: the id may be left to be made from the name, and somebody without a role is an adult. */
export const PersonDraft = PersonDefinition.extend({
  id: PersonId.optional(),
  role: z.enum(ROLES).optional(),
});
export type PersonDraft = z.infer<typeof PersonDraft>;
