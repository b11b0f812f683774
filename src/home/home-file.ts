import { z } from "zod";
import type { Floor, Room } from "./device.ts";
import { errorMessage, JiaError } from "./errors.ts";
import { issueMessage, issuePlace, keysAt, problemAt } from "./issues.ts";
import { isTimeZone } from "./local-time.ts";
import { homeMessage, type Phrase } from "./message.ts";
import { isTopicLevel } from "./mqtt-topic.ts";
import { type PropertyAddress, parseSpec, type Spec, type SpecSource, type Value } from "./spec/index.ts";
import { cleanText } from "./text.ts";
import { expectedValue, tryCoerce } from "./values.ts";

/** A BCP 47 tag: "en", "zh", "en-GB". It need not have a pack. */
const LANGUAGE_TAG = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const name = z.string().min(1).max(200);
const id = z
  .string()
  .min(1)
  .max(100)
  .refine((given) => isTopicLevel(given) && !/\s/.test(given), "home.invalidId");
const aliases = z.array(name).max(50).default([]);
const value = z.union([z.boolean(), z.number(), z.string()]);

const File = z.strictObject({
  name,
  language: z.string().regex(LANGUAGE_TAG, "home.invalidLanguage").default("en"),
  timezone: z.string().default("UTC").refine(isTimeZone, "home.invalidZone"),
  location: z
    .strictObject({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
    .nullable()
    .default(null),
  floors: z.array(z.strictObject({ id, name, aliases })).default([]),
  rooms: z.array(z.strictObject({ id, name, aliases, floor: id.nullable().default(null) })).default([]),
  specs: z.record(z.string(), z.unknown()).default({}),
  devices: z.array(
    z.strictObject({
      id,
      name,
      aliases,
      room: id.nullable().default(null),
      model: z.string().min(1),
      online: z.boolean().default(true),
      essential: z.boolean().exactOptional(),
      state: z.record(z.string(), value).default({}),
    }),
  ),
});

/** A device of a home file, with its spec and a complete state. */
export interface HomeFileDevice {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly room: string | null;
  readonly model: string;
  readonly spec: Spec;
  /** The instance JSON when the file itself holds it, for announcing the device. */
  readonly instance: unknown;
  readonly online: boolean;
  /** Whether it must keep running; kind and name decide when it is left out. */
  readonly essential?: boolean;
  /** Every readable property of the spec, keyed by address; one that the file leaves out has its first allowed value. */
  readonly state: ReadonlyMap<PropertyAddress, Value>;
}

export interface HomeFile {
  readonly name: string;
  /** BCP 47 tag. */
  readonly language: string;
  readonly timezone: string;
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
  readonly floors: readonly Floor[];
  readonly rooms: readonly Room[];
  readonly devices: readonly HomeFileDevice[];
}

/**
 * Checks a home file (the format is in the README) and finds every device's spec, in the file or in `specs`.
 * @param file how the file is called in the error message
 * @throws JiaError `invalid-home` that lists every problem with its place
 */
export function parseHomeFile(input: unknown, file: string, specs: SpecSource): HomeFile {
  const parsed = File.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) =>
      problemAt(issuePlace(issue.path) || homeMessage("wholeFile", {}), issueMessage(issue, keysAt(File, issue.path))),
    );
    throw invalid(file, problems);
  }
  const data = parsed.data;
  const problems = (["floors", "rooms", "devices"] as const).flatMap((list) =>
    repeated(data[list].map(({ id }) => id)).map(({ index, id }) =>
      problemAt(`${list}[${index}].id`, homeMessage("repeatedId", { id })),
    ),
  );
  const floorIds = new Set(data.floors.map((floor) => floor.id));
  data.rooms.forEach((room, index) => {
    if (room.floor !== null && !floorIds.has(room.floor)) {
      const floor = cleanText(room.floor);
      problems.push(problemAt(`rooms[${index}].floor`, homeMessage("noFloor", { floor })));
    }
  });

  /** Specs of this file, keyed by model. */
  const own = new Map<string, Spec>();
  for (const [model, instance] of Object.entries(data.specs)) {
    try {
      own.set(model, parseSpec(instance));
    } catch (error) {
      problems.push(
        problemAt(`specs["${cleanText(model)}"]`, error instanceof JiaError ? errorMessage(error) : String(error)),
      );
    }
  }

  const roomIds = new Set(data.rooms.map((room) => room.id));
  const devices: HomeFileDevice[] = [];
  data.devices.forEach((device, index) => {
    const at = `devices[${index}] (${cleanText(device.id)})`;
    if (device.room !== null && !roomIds.has(device.room)) {
      const room = cleanText(device.room);
      problems.push(problemAt(`${at}.room`, homeMessage("noRoom", { room })));
    }
    const spec = own.get(device.model) ?? specs.byModel(device.model);
    if (!spec) {
      if (!(device.model in data.specs)) {
        const model = cleanText(device.model);
        problems.push(problemAt(`${at}.model`, homeMessage("noSpec", { model })));
      }
      return;
    }
    const { state, wrong } = initialState(spec, device.state);
    problems.push(...wrong.map(({ address, problem }) => problemAt(`${at}.state.${address}`, problem)));
    devices.push({
      id: device.id,
      name: cleanText(device.name),
      aliases: device.aliases.map((alias) => cleanText(alias)).filter((alias) => alias !== ""),
      room: device.room,
      model: device.model,
      spec,
      instance: own.has(device.model) ? data.specs[device.model] : null,
      online: device.online,
      ...(device.essential !== undefined && { essential: device.essential }),
      state,
    });
  });
  if (problems.length > 0) throw invalid(file, problems);
  const cleanNames = <Item extends { name: string; aliases: string[] }>(item: Item): Item => ({
    ...item,
    name: cleanText(item.name),
    aliases: item.aliases.map((alias) => cleanText(alias)).filter((alias) => alias !== ""),
  });
  return {
    name: cleanText(data.name),
    language: data.language,
    timezone: data.timezone,
    location: data.location,
    floors: data.floors.map(cleanNames),
    rooms: data.rooms.map(cleanNames),
    devices,
  };
}

/** A value of a state that does not fit its spec. */
interface StateProblem {
  readonly address: string;
  readonly problem: Phrase;
}

/** The given state over the first allowed value of every readable property. `wrong` lists values that do not fit the spec. */
export function initialState(
  spec: Spec,
  given: Readonly<Record<string, Value>>,
): { state: Map<PropertyAddress, Value>; wrong: StateProblem[] } {
  const state = new Map<PropertyAddress, Value>();
  const wrong: StateProblem[] = [];
  for (const property of spec.properties.values()) {
    if (!property.access.read && !property.access.notify) continue;
    const first =
      property.values[0]?.value ??
      property.range?.min ??
      (property.format === "bool" ? false : property.format === "string" ? "" : 0);
    state.set(property.address, first);
  }
  for (const [address, raw] of Object.entries(given)) {
    const property = spec.properties.get(address);
    const coerced = property ? tryCoerce(property, raw) : null;
    if (!property) {
      wrong.push({ address: cleanText(address), problem: homeMessage("noSuchProperty", {}) });
    } else if (coerced === null) {
      const expected = expectedValue(property);
      wrong.push({ address, problem: homeMessage("misfit", { value: cleanText(String(raw)), expected }) });
    } else {
      state.set(address, coerced);
    }
  }
  return { state, wrong };
}

function invalid(file: string, problems: readonly Phrase[]): JiaError {
  return new JiaError("invalid-home", { file, detail: homeMessage("lines", { lines: problems }) });
}

/** Ids that occur a second time, each with its index in the list. */
function repeated(ids: readonly string[]): { index: number; id: string }[] {
  const seen = new Set<string>();
  return ids.flatMap((id, index) => {
    if (seen.has(id)) return [{ index, id: cleanText(id) }];
    seen.add(id);
    return [];
  });
}
