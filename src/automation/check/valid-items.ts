import type { z } from "zod";

/** The most items of a list that are checked; a longer list is a mistake of its own. */
const MOST = 100;

/** The items of a list with the right form, at their own index; the list has gaps for the others. */
export function validItems<Schema extends z.ZodType>(given: unknown, schema: Schema): z.output<Schema>[] {
  const sound: z.output<Schema>[] = [];
  if (!Array.isArray(given)) return sound;
  given.slice(0, MOST).forEach((each: unknown, index) => {
    const parsed = schema.safeParse(each);
    if (parsed.success) sound[index] = parsed.data;
  });
  return sound;
}
