import { z } from "zod";
import type { Floor, Room } from "./device.ts";
import { JiaError } from "./errors.ts";
import { describeIssue, issuePlace, keysAt } from "./issues.ts";
import { LANGUAGES, type Language } from "./language.ts";
import { type PropertyAddress, parseSpec, type Spec, type SpecSource, type Value } from "./spec/index.ts";
import { cleanText } from "./text.ts";
import { isTimeZone } from "./time-zone.ts";
import { expectedValue, tryCoerce } from "./values.ts";

const name = z.string().min(1).max(200);
const id = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^\s/#+]+$/, "may not hold spaces, /, # or +");
const aliases = z.array(name).max(50).default([]);
const value = z.union([z.boolean(), z.number(), z.string()]);

const File = z.strictObject({
  name,
  language: z.enum(LANGUAGES).default("en"),
  timezone: z.string().default("UTC").refine(isTimeZone, "is not an IANA time zone such as Asia/Shanghai"),
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
      state: z.record(z.string(), value).default({}),
    }),
  ),
});

/** A device of a home file, with its spec found and its state complete. */
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
  /** Every property of the spec; those that the file leaves out have their first allowed value. */
  readonly state: ReadonlyMap<PropertyAddress, Value>;
}

export interface HomeFile {
  readonly name: string;
  readonly language: Language;
  readonly timezone: string;
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
  readonly floors: readonly Floor[];
  readonly rooms: readonly Room[];
  readonly devices: readonly HomeFileDevice[];
}

/**
 * Checks a home file (the format is in the README) and finds every device's spec, in the file or in `specs`.
 * @param file how the file is called in the error message
 * @param language of the list of problems
 * @throws JiaError `invalid-home` that lists every problem with its place
 */
export function parseHomeFile(input: unknown, file: string, specs: SpecSource, language: Language = "en"): HomeFile {
  const parsed = File.safeParse(input);
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => {
      const where = issuePlace(issue.path) || (language === "zh" ? "文件" : "the file");
      return `${where}: ${describeIssue(issue, language, keysAt(File, issue.path))}`;
    });
    throw invalid(file, problems);
  }
  const data = parsed.data;
  const say = (en: string, zh: string): string => (language === "zh" ? zh : en);
  const problems = (["floors", "rooms", "devices"] as const).flatMap((list) =>
    repeated(data[list].map(({ id }) => id)).map(({ index, id }) =>
      say(`${list}[${index}].id: "${id}" stands there twice`, `${list}[${index}].id：“${id}”重复`),
    ),
  );
  const floorIds = new Set(data.floors.map((floor) => floor.id));
  data.rooms.forEach((room, index) => {
    if (room.floor !== null && !floorIds.has(room.floor)) {
      const floor = cleanText(room.floor);
      problems.push(
        say(`rooms[${index}].floor: there is no floor "${floor}"`, `rooms[${index}].floor：没有楼层“${floor}”`),
      );
    }
  });

  /** Specs of this file, keyed by model. */
  const own = new Map<string, Spec>();
  for (const [model, instance] of Object.entries(data.specs)) {
    try {
      own.set(model, parseSpec(instance));
    } catch (error) {
      const why = error instanceof JiaError ? error.localized(language) : String(error);
      problems.push(`specs["${cleanText(model)}"]: ${why}`);
    }
  }

  const roomIds = new Set(data.rooms.map((room) => room.id));
  const devices: HomeFileDevice[] = [];
  data.devices.forEach((device, index) => {
    const at = `devices[${index}] (${cleanText(device.id)})`;
    if (device.room !== null && !roomIds.has(device.room)) {
      const room = cleanText(device.room);
      problems.push(say(`${at}.room: there is no room "${room}"`, `${at}.room：没有房间“${room}”`));
    }
    const spec = own.get(device.model) ?? specs.byModel(device.model);
    if (!spec) {
      if (!(device.model in data.specs)) {
        const model = cleanText(device.model);
        problems.push(
          say(
            `${at}.model: no spec for "${model}" in "specs" or in devices/`,
            `${at}.model：specs 和 devices/ 中都没有“${model}”的规格`,
          ),
        );
      }
      return;
    }
    const { state, wrong } = initialState(spec, device.state, language);
    problems.push(...wrong.map((detail) => `${at}.state.${detail}`));
    devices.push({
      id: device.id,
      name: cleanText(device.name),
      aliases: device.aliases.map((alias) => cleanText(alias)).filter((alias) => alias !== ""),
      room: device.room,
      model: device.model,
      spec,
      instance: own.has(device.model) ? data.specs[device.model] : null,
      online: device.online,
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

/** State laid over the first allowed value of every readable property; `wrong` names what does not fit the spec. */
export function initialState(
  spec: Spec,
  given: Readonly<Record<string, Value>>,
  language: Language = "en",
): { state: Map<PropertyAddress, Value>; wrong: string[] } {
  const state = new Map<PropertyAddress, Value>();
  const wrong: string[] = [];
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
      wrong.push(
        `${cleanText(address)}${language === "zh" ? "：规格中没有该属性" : ": the spec has no such property"}`,
      );
    } else if (coerced === null) {
      const value = cleanText(String(raw));
      const expected = expectedValue(property, language);
      wrong.push(
        `${address}${language === "zh" ? `：“${value}”无效，应为：${expected}` : `: "${value}" does not fit, give ${expected}`}`,
      );
    } else {
      state.set(address, coerced);
    }
  }
  return { state, wrong };
}

function invalid(file: string, problems: readonly string[]): JiaError {
  return new JiaError("invalid-home", { file, detail: problems.map((problem) => `  - ${problem}`).join("\n") });
}

/** The ids that stood in the list before, each with its place. */
function repeated(ids: readonly string[]): { index: number; id: string }[] {
  const seen = new Set<string>();
  return ids.flatMap((id, index) => {
    if (seen.has(id)) return [{ index, id: cleanText(id) }];
    seen.add(id);
    return [];
  });
}
