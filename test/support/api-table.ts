import { z } from "zod";

const Document = z.object({
  paths: z.record(z.string(), z.record(z.string(), z.object({ summary: z.string() }))),
});

/** In this order for one path. */
const METHODS = ["get", "post", "put", "patch", "delete"];

/** The table of docs/http-api.md as the API's own description makes it. */
export function apiTable(document: unknown): string {
  const rows = Object.entries(Document.parse(document).paths)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([path, methods]) =>
      Object.entries(methods)
        .sort(([a], [b]) => METHODS.indexOf(a) - METHODS.indexOf(b))
        .map(
          ([method, { summary }]) =>
            `| \`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ":$1")}\` | ${summary} |`,
        ),
    );
  return ["| route | what it does |", "| --- | --- |", ...rows].join("\n");
}
