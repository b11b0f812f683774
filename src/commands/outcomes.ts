import { succeeded } from "../home/index.ts";
import { type Language, messages } from "../language/index.ts";
import type { NotedAnswer } from "./client.ts";
import type { Style } from "./style.ts";

/** One outcome as a line: "✓ living-floor-lamp  light.brightness 80 → 50  confirmed". */
export function outcomeLine(outcome: NotedAnswer, language: Language, style: Style): string {
  const good = succeeded(outcome);
  const mark = good ? style.good("✓") : outcome.status === "needs-confirmation" ? style.warn("?") : style.bad("✗");
  const what = changeOf(outcome);
  return `${mark} ${style.bold(outcome.device)}  ${what}  ${style.dim(messages(language).cli.outcomes[outcome.status])}${reason(outcome, language)}`;
}

/** "light.brightness 80 → 50", "light.on = true", "vacuum.start-sweep()". */
function changeOf({ property, action, value, before, status }: NotedAnswer): string {
  const shown = Array.isArray(value) ? value.join(", ") : String(value);
  if (property === undefined) return `${action}(${shown})`;
  return before !== undefined && status === "confirmed" ? `${property} ${before} → ${shown}` : `${property} = ${shown}`;
}

function reason({ error, code }: NotedAnswer, language: Language): string {
  if (error) return `: ${error.message}`;
  return code === undefined ? "" : messages(language).cli.code({ code });
}
