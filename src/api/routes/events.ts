import type { Home } from "../../home/index.ts";
import { eventJson } from "../json.ts";
import { errorResponses, NoQuery, type Routes } from "../plugin.ts";
import { readerLanguage } from "../reader.ts";
import { streamResponse, streamUntilGone } from "../stream.ts";

/** What happens in the home, as it happens. */
export function eventRoutes(home: Home): Routes {
  return (app) => {
    app.route({
      method: "GET",
      url: "/api/events",
      schema: {
        summary: "Stream the events of the home",
        description:
          "Server-sent events: device-added, device-updated, device-removed, layout-changed, availability-changed, " +
          "property-changed, event-occurred, executed. A reader that cannot keep up is cut off and may connect again.",
        tags: ["events"],
        querystring: NoQuery,
        response: { 200: streamResponse, ...errorResponses },
      },
      handler: (request, reply): void => {
        const language = readerLanguage(home, request.headers);
        streamUntilGone(request, reply, (send) =>
          home.subscribe((event) => {
            const json = eventJson(event, home, language);
            send(json.type, json);
          }),
        );
      },
    });
  };
}
