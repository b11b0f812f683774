import { z } from "zod";
import { cleanText } from "../home/index.ts";

/** The body of an answer. */
export type MiioResponse =
  | { readonly status: "ok"; readonly result: unknown }
  | { readonly status: "error"; readonly code: number; readonly message: string };

const Body = z.looseObject({
  id: z.number(),
  result: z.unknown().optional(),
  error: z.looseObject({ code: z.number().default(-1), message: z.string().default("") }).optional(),
});

/** The answer to request `id`; null when the text is not one. */
export function parseResponse(text: string, id: number): MiioResponse | null {
  const parsed = Body.safeParse(lenientJson(text));
  if (!parsed.success || parsed.data.id !== id) return null;
  const { error, result } = parsed.data;
  if (error) return { status: "error", code: error.code, message: cleanText(error.message, 200) };
  return result === undefined ? null : { status: "ok", result };
}

const ResultItem = z.looseObject({
  siid: z.number(),
  piid: z.number(),
  code: z.number().default(0),
  value: z.union([z.boolean(), z.number(), z.string()]).nullish(),
});

/** One property of an answer to `get_properties` or `set_properties`. */
export type MiioResultItem = z.infer<typeof ResultItem>;

/** The valid items of an answer. */
export function parseItems(result: unknown): MiioResultItem[] {
  if (!Array.isArray(result)) return [];
  return result.flatMap((item) => {
    const parsed = ResultItem.safeParse(item);
    return parsed.success ? [parsed.data] : [];
  });
}

const ActionResult = z.looseObject({
  code: z.number().default(0),
  out: z.array(z.unknown()).default([]),
});

/** The answer to `action`; some devices answer ["ok"]. `out` holds bare values, or objects with a `value`. */
export function parseActionResult(result: unknown): { code: number; out: (boolean | number | string)[] } | null {
  if (Array.isArray(result)) return result[0] === "ok" ? { code: 0, out: [] } : null;
  const parsed = ActionResult.safeParse(result);
  if (!parsed.success) return null;
  const out = parsed.data.out.flatMap((item) => {
    const value: unknown = typeof item === "object" && item !== null && "value" in item ? item.value : item;
    return typeof value === "boolean" || typeof value === "number" || typeof value === "string" ? [value] : [];
  });
  return { code: parsed.data.code, out };
}

const Info = z.looseObject({ model: z.string().min(1), fw_ver: z.string().default("") });

/** The answer to `miIO.info`. */
export function parseInfo(result: unknown): { readonly model: string; readonly firmware: string } | null {
  const parsed = Info.safeParse(result);
  return parsed.success ? { model: cleanText(parsed.data.model), firmware: cleanText(parsed.data.fw_ver) } : null;
}

/** Some firmwares write a comma twice, or leave rubbish behind a zero byte. */
function lenientJson(text: string): unknown {
  for (const attempt of [text, text.replace(/\0[\s\S]*$/, "").replaceAll(",,", ",")]) {
    try {
      return JSON.parse(attempt);
    } catch {
      // The next reading, or none.
    }
  }
  return undefined;
}
