/** The examples as `src/api/examples.json` keeps them: short, and without what differs from run to run. */
import type { RunExample } from "./run.ts";

/** Items of a list that an example shows. */
const MOST_ITEMS = 2;
const MOST_CHARACTERS = 400;
/** Entries of an object whose keys are names. */
const MOST_ENTRIES = 60;

/** The content of `src/api/examples.json`, keyed by operation. */
export function recordedExamples(run: readonly RunExample[]): Record<string, unknown> {
  return Object.fromEntries(
    run.map(({ operation, path, query, body, status, type, text }) => [
      operation.operationId,
      {
        ...(Object.keys(path).length > 0 && { path: steady(path) }),
        ...(Object.keys(query).length > 0 && { query }),
        ...(body !== undefined && { body: steady(body) }),
        status: String(status),
        ...(type.includes("json") && { answer: steady(JSON.parse(text)) }),
      },
    ]),
  );
}

function steady(value: unknown, field = ""): unknown {
  if (typeof value === "string") return steadyText(value);
  if (typeof value === "number") return /^(ms|uptime|created)$/.test(field) ? 12 : value;
  if (Array.isArray(value)) return value.slice(0, MOST_ITEMS).map((each) => steady(each, field));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).slice(0, MOST_ENTRIES);
  return Object.fromEntries(entries.map(([key, each]) => [key, steady(each, key)]));
}

function steadyText(text: string): string {
  return text
    .slice(0, MOST_CHARACTERS)
    .replaceAll(/\b(jia[a-z]_)[\w-]{10,}/g, "$1…")
    .replaceAll(/20[23]\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g, "2026-01-01T12:00:00.000Z")
    .replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, "01234567-89ab-4cde-8f01-23456789abcd")
    .replaceAll(/\b[0-9a-f]{32,}\b/g, "0123456789abcdef0123456789abcdef")
    .replaceAll(/127\.0\.0\.1:\d+/g, "127.0.0.1:8480");
}
