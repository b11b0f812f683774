import { z } from "zod";
import type { Home } from "../../home/index.ts";
import { eventJson } from "../json.ts";
import { errorResponses, NoQuery, type Routes } from "../plugin.ts";
import { openStream } from "../stream.ts";

/** What happens in the home, as it happens. */
export function eventRoutes(home: Home): Routes {
  return (app) => {
    app.route({
      method: "GET",
      url: "/api/events",
      schema: {
        summary: "The home's events as a stream",
        description:
          "Server-sent events: device-added, device-updated, device-removed, layout-changed, availability-changed, " +
          "property-changed, event-occurred, executed. A reader that cannot keep up is cut off and may connect again.",
        tags: ["events"],
        querystring: NoQuery,
        response: {
          200: { description: "The stream", content: { "text/event-stream": { schema: z.string() } } },
          ...errorResponses,
        },
      },
      handler: (request, reply): void => {
        const stream = openStream(request, reply);
        const unsubscribe = home.subscribe((event) => stream.send(event.type, eventJson(event, home)));
        stream.closed.addEventListener("abort", unsubscribe, { once: true });
      },
    });
  };
}
