import { z } from "zod";
import { escapedHtml as escaped } from "../html.ts";
import { type AccessTable, defineResource, NoQuery, type Routes } from "../resource.ts";

const ACCESS = {
  "GET /openapi.json": { who: "everyone", scope: "read", byRoom: true },
  "GET /reference": { who: "everyone", scope: "read", byRoom: true },
} as const satisfies AccessTable;

/** The description of the API: OpenAPI 3.1, and a page that lists it and loads nothing from elsewhere. */
export const referenceResource = defineResource({
  tag: "reference",
  access: ACCESS,
  routes: referenceRoutes,
});

function referenceRoutes(): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("GET /openapi.json", {
      config: { polled: true },
      schema: { hide: true, querystring: NoQuery, response: { 200: z.record(z.string(), z.unknown()) } },
      handler: ({ server }) => ({ ...server.swagger() }),
    });

    app.route("GET /reference", {
      schema: { hide: true, querystring: NoQuery },
      handler: ({ server }, reply) => {
        reply
          .type("text/html; charset=utf-8")
          .header("content-security-policy", "default-src 'none'; style-src 'unsafe-inline'")
          .send(page(Operations.parse(server.swagger())));
      },
    });
  };
}

/** The part of an OpenAPI document that the page shows. */
const Operations = z.looseObject({
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string(),
    z.record(z.string(), z.looseObject({ summary: z.string().default(""), description: z.string().default("") })),
  ),
});

const STYLE =
  "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color-scheme:light dark}" +
  "h2{font-size:1rem;margin:1.6rem 0 0}code{font-family:ui-monospace,monospace}p{margin:.2rem 0}";

function page({ info, paths }: z.infer<typeof Operations>): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, { summary, description }]) =>
        `<h2><code>${escaped(method.toUpperCase())} ${escaped(path)}</code></h2>` +
        `<p>${escaped(summary)}</p>${description ? `<p><small>${escaped(description)}</small></p>` : ""}`,
    ),
  );
  return (
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${escaped(info.title)} API</title><style>${STYLE}</style>` +
    `<h1>${escaped(info.title)} ${escaped(info.version)}</h1>` +
    `<p>The whole description: <a href="/openapi.json">openapi.json</a></p>${operations.join("")}</html>`
  );
}
