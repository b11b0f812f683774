import type { Language } from "../../language/index.ts";
import { durationWords, toMs } from "../definition/index.ts";

/** " for 5 minutes", "并持续5分钟"; nothing without a time. */
export function heldWords(duration: string | number | undefined, language: Language): string {
  if (duration === undefined || toMs(duration) === 0) return "";
  const words = durationWords(toMs(duration), language);
  return language === "zh" ? `并持续${words}` : ` for ${words}`;
}
