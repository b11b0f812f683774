import { z } from "zod";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../api/index.ts";
import type { MetricsCollector } from "./collector.ts";

const ACCESS = { "GET /metrics": { who: "adults", scope: "admin" } } as const satisfies AccessTable;

/** The figures for monitoring systems. */
export const metricsResource = defineResource({ tag: "metrics", access: ACCESS, routes: metricsRoutes });

function metricsRoutes({ metrics }: { readonly metrics: MetricsCollector }): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("GET /metrics", {
      schema: {
        operationId: "getMetrics",
        summary: "Read metrics in Prometheus' text format",
        description: "Counting begins with the first read.",
        querystring: NoQuery,
        response: {
          200: { description: "Metrics", content: { "text/plain": { schema: z.string() } } },
          ...errorResponses,
        },
      },
      handler: async (_request, reply) => {
        const { type, text } = await metrics.text();
        return reply.type(type).send(text);
      },
    });
  };
}
