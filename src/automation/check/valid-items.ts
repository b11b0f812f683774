import type { z } from "zod";

/** More of a list is not looked at: its length is a mistake of its own. */
const MOST = 100;

/** Those of a list that have the right form, each in its own place; the others are left out of it. */
export function validItems<Schema extends z.ZodType>(given: unknown, schema: Schema): z.output<Schema>[] {
  const sound: z.output<Schema>[] = [];
  if (!Array.isArray(given)) return sound;
  given.slice(0, MOST).forEach((each: unknown, index) => {
    const parsed = schema.safeParse(each);
    if (parsed.success) sound[index] = parsed.data;
  });
  return sound;
}
