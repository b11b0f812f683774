import { z } from "zod";
import type { Home, Room } from "../../home/index.ts";
import { WholeList } from "../list.ts";
import { type AccessTable, defineResource, errorResponses, type Routes } from "../resource.ts";
import { FloorBody, RoomBody } from "../schemas.ts";

const LIST = new WholeList("rooms", RoomBody);

const ACCESS = {
  "GET /api/rooms": { who: "everyone", scope: "read", byRoom: true },
} as const satisfies AccessTable;

/** Rooms and floors, with the devices in each. */
export const roomsResource = defineResource({
  tag: "rooms",
  access: ACCESS,
  routes: roomRoutes,
});

function roomRoutes({ home }: { readonly home: Home }): Routes<keyof typeof ACCESS> {
  return (app) => {
    app.route("GET /api/rooms", {
      config: { polled: true },
      schema: {
        summary: "List rooms and floors",
        querystring: LIST.query(),
        response: {
          200: LIST.body({
            home: z.string(),
            timezone: z.string().meta({ description: "The IANA time zone of the home." }),
            floors: z.array(FloorBody),
          }),
          ...errorResponses,
        },
      },
      handler: (request, reply) => {
        /** Handles, keyed by room id. */
        const handles = new Map<string, string[]>();
        const limits = request.identity?.rooms ?? null;
        for (const { room, handle } of home.devices) {
          if (room) handles.set(room.id, [...(handles.get(room.id) ?? []), handle]);
        }
        const seen = home.layout.rooms.filter(({ id }) => limits === null || limits.includes(id));
        const roomJson = (room: Room) => ({ ...room, aliases: [...room.aliases], devices: handles.get(room.id) ?? [] });
        return LIST.send(request, reply, seen, roomJson, {
          home: home.name,
          timezone: home.timezone,
          floors: home.layout.floors.map((floor) => ({ ...floor, aliases: [...floor.aliases] })),
        });
      },
    });
  };
}
