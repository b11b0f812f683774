import { z } from "zod";
import { CLASSES, FORMS, type Series } from "../../history/index.ts";

const Row = z.object({
  id: z.number(),
  device: z.string(),
  address: z.string(),
  form: z.enum(FORMS),
  class: z.enum(CLASSES),
  raw_from: z.number(),
  five_from: z.number(),
});

/** The series of a row of `history_series`. */
export function seriesFromRow(row: unknown): Series {
  const { id, device, address, form, class: kind, raw_from: rawFrom, five_from: fiveFrom } = Row.parse(row);
  return { id, key: { device, address }, form, class: kind, rawFrom, fiveFrom };
}
