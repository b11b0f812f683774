import type { Home } from "../../home/index.ts";
import { isFor, type NoticeEvent, type Notices, type Reader } from "../../people/notices/index.ts";
import { HOME_EVENTS } from "../event-schemas.ts";
import { streamResponse } from "../event-stream.ts";
import { eventJson } from "../json.ts";
import { replyLanguage } from "../language.ts";
import { noticeEventJson } from "../notice-json.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { streamEvents } from "../stream.ts";

const ACCESS = {
  "GET /api/events": { who: "everyone", scope: "read" },
} as const satisfies AccessTable;

/** The stream of events of the home, of its plans and of the notices. */
export const eventsResource = defineResource({
  tag: "events",
  access: ACCESS,
  routes: eventRoutes,
});

function eventRoutes({
  home,
  notices,
}: {
  readonly home: Home;
  readonly notices?: Notices;
}): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("GET /api/events", {
      schema: {
        operationId: "streamEvents",
        summary: "Stream the events of the home",
        description:
          "Server-sent events: device-added, device-updated, device-removed, layout-changed, availability-changed, " +
          "property-changed, event-occurred, executed, notice. A reader that cannot keep up is cut off and may connect again.",
        querystring: NoQuery,
        response: { 200: streamResponse(HOME_EVENTS, "HomeEvent"), ...errorResponses },
      },
      handler: (request, reply): void => {
        const language = replyLanguage(home, request.headers);
        const reader = request.asker.person ?? null;
        streamEvents(request, reply, (send) => {
          const ends = [
            home.subscribe((event) => {
              const json = eventJson(event, home, language);
              send(json.type, json);
            }),
            notices?.subscribe((event) => {
              if (!concerns(event, reader)) return;
              const json = noticeEventJson(event, notices, reader, home, language);
              send(json.type, json);
            }),
          ];
          return () => {
            for (const end of ends) end?.();
          };
        });
      },
    });
  };
}

/** Whether an event of the feed is for a reader; what others read, and notices for others, is not. */
function concerns(event: NoticeEvent, reader: Reader): boolean {
  if (event.type === "read") return reader === null || event.reader === null || event.reader === reader;
  return isFor(event.notice, reader);
}
