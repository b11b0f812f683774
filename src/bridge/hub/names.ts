import { z } from "zod";
import { cleanText, homeMessage, invalidFile, issueProblem } from "../../home/index.ts";

/** Names of the devices and scenes of a hub, and the rooms of the devices; the hub itself knows no rooms. */
export interface HubNames {
  /** Keyed by did. */
  readonly devices: ReadonlyMap<string, { readonly name: string | null; readonly room: string | null }>;
  /** Name, keyed by scene id. */
  readonly scenes: ReadonlyMap<string, string>;
}

export const NO_NAMES: HubNames = { devices: new Map(), scenes: new Map() };

const id = z.union([z.string(), z.number()]).transform(String);
const text = z.string().min(1).max(200);

/** Jia's own form: rooms by name with the devices in them, names by did, scenes by id. */
const Own = z.strictObject({
  rooms: z.record(text, z.array(id)).default({}),
  names: z.record(z.string(), text).default({}),
  scenes: z.record(z.string(), text).default({}),
});

/** The cloud's list of homes (`gethome`), bare or with the answer around it. */
const Rooms = z.looseObject({ name: text, dids: z.array(id).nullish() });
const Homes = z.looseObject({
  homelist: z.array(z.looseObject({ name: text, dids: z.array(id).nullish(), roomlist: z.array(Rooms).nullish() })),
});
const Answered = z.looseObject({ result: Homes });

/** A list of devices, as exports of the cloud have it. */
const Records = z.array(
  z.looseObject({
    did: id,
    name: z.string().max(200).nullish(),
    room: z.string().max(200).nullish(),
    room_name: z.string().max(200).nullish(),
  }),
);

/**
 * Reads a file of names in one of three forms: Jia's own, the cloud's list of homes, the cloud's list of devices.
 * @param file how the file is called in messages
 * @throws JiaError `invalid-file`
 */
export function parseHubNames(content: string, file: string): HubNames {
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch (error) {
    const detail = error instanceof Error ? cleanText(error.message, 300) : null;
    throw invalidFile(file, [homeMessage("notJson", { detail })]);
  }
  const records = Records.safeParse(data);
  if (records.success) return fromRecords(records.data);
  const answered = Answered.safeParse(data);
  const homes = Homes.safeParse(answered.success ? answered.data.result : data);
  if (homes.success) return fromHomes(homes.data.homelist);
  const own = Own.safeParse(data);
  if (own.success) return fromOwn(own.data);
  throw invalidFile(file, own.error.issues.slice(0, 1).map(issueProblem));
}

function fromOwn({ rooms, names, scenes }: z.infer<typeof Own>): HubNames {
  const devices = new Map<string, { name: string | null; room: string | null }>();
  for (const [room, dids] of Object.entries(rooms)) {
    for (const did of dids) devices.set(did, { name: null, room: cleanText(room) });
  }
  for (const [did, name] of Object.entries(names)) {
    devices.set(did, { name: cleanText(name), room: devices.get(did)?.room ?? null });
  }
  return { devices, scenes: new Map(Object.entries(scenes).map(([scene, name]) => [scene, cleanText(name)])) };
}

/** A device that is in a home but in none of its rooms stands in no room. */
function fromHomes(homes: z.infer<typeof Homes>["homelist"]): HubNames {
  const devices = new Map<string, { name: string | null; room: string | null }>();
  for (const { roomlist } of homes) {
    for (const { name, dids } of roomlist ?? []) {
      for (const did of dids ?? []) devices.set(did, { name: null, room: cleanText(name) });
    }
  }
  return { devices, scenes: new Map() };
}

function fromRecords(records: z.infer<typeof Records>): HubNames {
  const clean = (given: string | null | undefined) => (given ? cleanText(given) || null : null);
  return {
    devices: new Map(
      records.map(({ did, name, room, room_name }) => [did, { name: clean(name), room: clean(room ?? room_name) }]),
    ),
    scenes: new Map(),
  };
}
