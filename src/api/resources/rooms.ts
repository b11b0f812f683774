import { z } from "zod";
import type { Home } from "../../home/index.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { FloorBody, RoomBody } from "../schemas.ts";

const ACCESS = {
  "GET /api/rooms": "everyone",
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
      schema: {
        summary: "List rooms and floors",
        querystring: NoQuery,
        response: {
          200: z.object({
            home: z.string(),
            timezone: z.string().meta({ description: "The IANA time zone of the home." }),
            floors: z.array(FloorBody),
            rooms: z.array(RoomBody),
          }),
          ...errorResponses,
        },
      },
      handler: () => {
        /** Handles, keyed by room id. */
        const handles = new Map<string, string[]>();
        for (const { room, handle } of home.devices) {
          if (room) handles.set(room.id, [...(handles.get(room.id) ?? []), handle]);
        }
        return {
          home: home.name,
          timezone: home.timezone,
          floors: home.layout.floors.map((floor) => ({ ...floor, aliases: [...floor.aliases] })),
          rooms: home.layout.rooms.map((room) => ({
            ...room,
            aliases: [...room.aliases],
            devices: handles.get(room.id) ?? [],
          })),
        };
      },
    });
  };
}
