import { z } from "zod";
import {
  type Clock,
  cleanText,
  type Device,
  type DeviceId,
  type Home,
  JiaError,
  type Origin,
  Queues,
} from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { setVersion } from "../device-answers.ts";
import { requireMatch } from "../etag.ts";
import { requireDevice } from "../find-device.ts";
import { deviceJson } from "../json.ts";
import { replyLanguage } from "../language.ts";
import { requestOrigin } from "../origin.ts";
import { type AccessTable, defineResource, errorResponses, NoQuery, type Routes } from "../resource.ts";
import { DeviceBody, LanguageTag } from "../schemas.ts";

/** Stores people's marks of devices. */
export interface DeviceMarks {
  mark(device: DeviceId, essential: boolean | null, origin: Origin): Promise<void>;
}

/** What a person sets for a device; null takes it back, and what is left out stays. */
export interface DeviceEdit {
  readonly name?: string | null | undefined;
  /** Its name in other languages. */
  readonly otherNames?: readonly string[] | null | undefined;
  readonly aliases?: readonly string[] | null | undefined;
  /** Id, name or alias; "": none. */
  readonly room?: string | null | undefined;
  readonly hidden?: boolean | null | undefined;
  readonly favourite?: boolean | null | undefined;
  readonly order?: number | null | undefined;
  readonly icon?: string | null | undefined;
}

/** Stores what people set for devices. */
export interface DeviceOverrides {
  /** @throws JiaError `unknown-room`, `conflict` for a name of another device of the room, `stands-by` */
  change(device: Device, change: DeviceEdit, origin: Origin): Promise<void>;
}

/** A name as a person types it: cleaned, and never empty. */
const Name = z
  .string()
  .max(200)
  .transform((name) => cleanText(name))
  .pipe(z.string().min(1));

const Body = z
  .strictObject({
    name: z
      .union([Name, z.partialRecord(LanguageTag, Name).refine((names) => Object.keys(names).length > 0)])
      .nullable()
      .optional()
      .meta({ description: "A text, or one for each language." }),
    aliases: z.array(Name).max(50).nullable().optional(),
    room: z.string().max(200).nullable().optional().meta({ description: 'Id, name or alias; "": in no room.' }),
    hidden: z.boolean().nullable().optional(),
    favourite: z.boolean().nullable().optional(),
    order: z.number().min(-1e9).max(1e9).nullable().optional(),
    icon: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .max(60)
      .nullable()
      .optional()
      .meta({ description: "A name of Material Design Icons." }),
    essential: z
      .boolean()
      .nullable()
      .optional()
      .meta({ description: "It must keep running. null: Jia decides by kind and name." }),
  })
  .meta({
    id: "DeviceEdit",
    description: "What is left out stays. null takes back what a person set.",
    examples: [{ name: "Reading lamp", favourite: true }, { essential: true }],
  });

/** The name in the language of the home, and those in others. */
function namesOf(name: z.infer<typeof Body>["name"], language: string): Pick<DeviceEdit, "name" | "otherNames"> {
  if (name === undefined) return {};
  if (name === null || typeof name === "string") return { name, otherNames: null };
  const [main, ...others] = Object.entries(name).sort(
    ([a], [b]) => Number(language.startsWith(b)) - Number(language.startsWith(a)),
  );
  return {
    name: main?.[1] ?? null,
    otherNames: others.length === 0 ? null : others.flatMap(([, other]) => other ?? []),
  };
}

const ACCESS = {
  "PATCH /api/devices/:id": { who: "adults", scope: "configure" },
} as const satisfies AccessTable;

/** What people say of devices: names, rooms, how pages show them, and whether one must keep running. */
export const deviceMarksResource = defineResource({
  tag: "devices",
  access: ACCESS,
  routes: deviceMarkRoutes,
});

function deviceMarkRoutes({
  home,
  marks,
  overrides,
  clock,
}: {
  readonly home: Home;
  readonly marks: DeviceMarks;
  readonly overrides: DeviceOverrides;
  readonly clock: Clock;
}): Routes<keyof typeof ACCESS> {
  /** Changes of a device, one after another: none comes between the check of If-Match and its own. Keyed by id. */
  const changes = new Queues();
  return (app) => {
    app.route("PATCH /api/devices/:id", {
      config: { polled: true },
      schema: {
        operationId: "updateDevice",
        summary: "Rename a device, move it to a room, and change how pages show it",
        description:
          "What a person sets here wins over what the device and the home file say, and stays when Jia starts again. " +
          "Commands for everything, or for all devices of a kind, leave an essential device on. If-Match with the ETag of the " +
          "device refuses a change when a person has set something else since; its state does not matter.",
        params: z.strictObject({ id: z.string().min(1).max(200).meta({ description: "Id or handle." }) }),
        querystring: NoQuery,
        body: Body,
        response: { 200: DeviceBody, ...errorResponses },
      },
      handler: async (request) => {
        const device = requireDevice(home, request.params.id);
        if (Object.keys(request.body).length === 0) {
          throw new JiaError("invalid-request", { detail: message("api.noChange") });
        }
        const { name, essential, ...change } = request.body;
        const origin = requestOrigin(request);
        const set = { ...namesOf(name, home.language), ...change };
        await changes.run(device.id, async () => {
          requireMatch(request, setVersion(device));
          if (Object.keys(set).length > 0) await overrides.change(device, set, origin);
          if (essential !== undefined) await marks.mark(device.id, essential, origin);
        });
        request.version = setVersion(device);
        return deviceJson(device, { home, now: clock.now(), language: replyLanguage(home, request.headers) });
      },
    });
  };
}
