import type { z } from "zod";
import { cleanText, issueMessage, issuePlace, JiaError } from "../home/index.ts";
import { type Language, type Localized, textOf } from "../language/index.ts";
import { chineseOf } from "./definition/messages.ts";
import type { Problem } from "./port.ts";

/** What a value looks like in a message, cut short. */
export function shown(value: unknown): string {
  if (value === undefined) return "";
  return cleanText(typeof value === "string" ? value : (JSON.stringify(value) ?? ""), 80);
}

/** Collects what is wrong with a definition, field by field. */
export class Problems {
  readonly list: Problem[] = [];

  add(field: string, value: unknown, message: Localized, fix: Localized): void {
    // Two rules may look at one field: what is wrong with it is said once.
    if (this.list.some((known) => known.field === field && known.message.en === message.en)) return;
    this.list.push({ field, value: shown(value), message, fix });
  }

  /** What zod found, with the value that stands there. */
  addIssues(error: z.ZodError, input: unknown): void {
    for (const issue of flatten(error.issues)) {
      const field = issuePlace(issue.path);
      const en = textOf(issueMessage(issue), "en");
      const message = typesOf(issue) ?? { en, zh: chineseOf(en) ?? textOf(issueMessage(issue), "zh") };
      this.add(field, valueAt(input, issue.path), message, {
        en: "See docs/automation.md.",
        zh: "请参阅 docs/automation.md。",
      });
    }
  }
}

/** For a type that there is none of: which there are. */
function typesOf(issue: z.core.$ZodIssue): Localized | null {
  if (issue.code !== "invalid_union" || !("options" in issue) || !Array.isArray(issue.options)) return null;
  const types = issue.options.join(", ");
  return { en: `must be one of: ${types}`, zh: `应为以下之一：${types}` };
}

/** Of a union, the issues of the form that was meant: the one that fails deepest. */
function flatten(issues: readonly z.core.$ZodIssue[]): z.core.$ZodIssue[] {
  return issues.flatMap((issue) => {
    if (issue.code !== "invalid_union" || issue.errors.length === 0) return [issue];
    const deepest = issue.errors.reduce((best, errors) => (depth(errors) > depth(best) ? errors : best));
    if (depth(deepest) === 0 && !deepest.some(({ code }) => code === "unrecognized_keys" || code === "custom")) {
      return [issue];
    }
    return flatten(deepest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })));
  });
}

function depth(issues: readonly z.core.$ZodIssue[]): number {
  return Math.max(0, ...issues.map((issue) => issue.path.length));
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    input,
  );
}

/** Problems as lines of a message: `  - triggers[0].at (25:00): is not a time of day. Give …`. */
export function problemLines(problems: readonly Problem[], what: "automation" | "scene" | "timer" | "file"): Localized {
  const lines = (language: Language): string =>
    problems
      .map(({ field, value, message, fix }) => {
        const place = field || (language === "zh" ? WHAT[what] : what);
        if (language === "en") return `  - ${place}${value ? ` (${value})` : ""}: ${message.en}. ${fix.en}`.trimEnd();
        return `  - ${place}${value ? `（${value}）` : ""}：${message.zh}。${fix.zh}`;
      })
      .join("\n");
  return { en: lines("en"), zh: lines("zh") };
}

/** The error of an id that is taken. */
export function taken(what: "automation" | "scene", id: string): JiaError {
  return new JiaError("conflict", {
    detail: `There is ${what === "automation" ? "an" : "a"} ${what} "${id}" already.`,
    "detail.zh": `已有${WHAT[what]}“${id}”。`,
  });
}

/** The error of something that is not there. */
export function notFound(what: keyof typeof WHAT, id: string): JiaError {
  return new JiaError("not-found", { what: `${what} "${id}"`, "what.zh": `${WHAT[what]}“${id}”` });
}

/** What things are called in Chinese. */
const WHAT = { automation: "自动化", scene: "场景", timer: "定时器", file: "文件", run: "运行记录" } as const;

/** The error of a definition that cannot be saved: every problem with its place. */
export function definitionError(
  what: "automation" | "scene" | "timer" | "file",
  name: string,
  problems: readonly Problem[],
): JiaError {
  const { en, zh } = problemLines(problems, what);
  return new JiaError("invalid-definition", {
    what,
    "what.zh": WHAT[what],
    name: shown(name),
    detail: en,
    "detail.zh": zh,
  });
}
