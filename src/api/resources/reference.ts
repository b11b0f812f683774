import { z } from "zod";
import { ERRORS, type ErrorCode, JiaError } from "../../home/index.ts";
import { acceptedLanguage } from "../language.ts";
import { statusTitle } from "../problem.ts";
import { REFERENCE_POLICY, ReferencePage } from "../reference-page.ts";
import { type AccessTable, defineResource, NoQuery, type Routes } from "../resource.ts";

const ACCESS = {
  "GET /openapi.json": { who: "everyone", scope: "read", byRoom: true },
  "GET /docs": { who: "everyone", scope: "read", byRoom: true },
  "GET /docs/*": { who: "everyone", scope: "read", byRoom: true },
  "GET /problems/:code": { who: "everyone", scope: "read", byRoom: true },
} as const satisfies AccessTable;

/** The description of the API: OpenAPI 3.1, a page that shows it and lets one try it, and the kinds of errors. */
export const referenceResource = defineResource({
  tag: "reference",
  access: ACCESS,
  routes: referenceRoutes,
});

function referenceRoutes(): Routes<keyof typeof ACCESS> {
  const page = new ReferencePage();
  return (app) => {
    app.route("GET /openapi.json", {
      config: { polled: true },
      schema: { hide: true, querystring: NoQuery, response: { 200: z.record(z.string(), z.unknown()) } },
      handler: ({ server }) => ({ ...server.swagger() }),
    });

    // The page tells nothing about the home: it reads the description with the session of its browser.
    app.route("GET /docs", {
      config: { open: true },
      schema: { hide: true, querystring: NoQuery },
      handler: (_request, reply) => reply.redirect("/docs/", 302),
    });

    app.route("GET /docs/*", {
      config: { open: true },
      schema: { hide: true, params: z.object({ "*": z.string().max(200) }) },
      handler: async ({ params }, reply) => {
        const path = params["*"];
        const file = await page.file(path);
        if (file === null) throw new JiaError("not-found", { what: `/docs/${path.slice(0, 100)}` });
        return reply
          .type(file.type)
          .header("content-security-policy", REFERENCE_POLICY)
          .header("cache-control", path === "" ? "no-store" : "private, max-age=3600")
          .send(file.content);
      },
    });

    app.route("GET /problems/:code", {
      schema: { hide: true, params: z.strictObject({ code: z.string().max(100) }), querystring: NoQuery },
      handler: ({ params: { code }, headers }) => {
        if (!Object.hasOwn(ERRORS, code)) throw new JiaError("not-found", { what: `/problems/${code}` });
        const status = ERRORS[code as ErrorCode];
        return { code, status, title: statusTitle(status, acceptedLanguage(headers["accept-language"])) };
      },
    });
  };
}
