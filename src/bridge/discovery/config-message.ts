import type { ProblemCode } from "../problem-codes.ts";
import { ABBREVIATIONS, DEVICE_ABBREVIATIONS, ORIGIN_ABBREVIATIONS } from "./abbreviations.ts";

export type ComponentFields = Readonly<Record<string, unknown>>;

/** The parts of a config topic: `<prefix>/<component>/[<node>/]<object>/config`. */
export interface ConfigTopic {
  readonly component: string;
  readonly node: string | null;
  readonly object: string;
}

/** One announced component, with long keys and `~` filled in. */
export interface ComponentConfig {
  /** `sensor`, `light`. */
  readonly platform: string;
  /** Unique within the broker: topic and, for a device's component, its id. */
  readonly key: string;
  /** Its place: the topic, and which of the components in its message it is. */
  readonly place: readonly [topic: string, index: number];
  /** The short id of its topic or of the device's component: a name where it has none. */
  readonly object: string;
  readonly options: ComponentFields;
  /** `device` of the payload; null without one. */
  readonly device: ComponentFields | null;
  /** Name of the program that announced it. */
  readonly origin: string | null;
}

/** The content of one config message. */
export type ConfigMessage =
  | { readonly kind: "components"; readonly components: readonly ComponentConfig[] }
  /** Empty: what the topic announced is gone. */
  | { readonly kind: "removed" }
  /** The topic is handed over to another one; what it announced stays until that comes. */
  | { readonly kind: "migrate" }
  | { readonly kind: "problem"; readonly code: ProblemCode; readonly detail: string };

const ID = /^[a-zA-Z0-9_-]{1,200}$/;

/** Parses a config topic; null for any other topic. */
export function parseConfigTopic(topic: string, prefix: string): ConfigTopic | null {
  if (!topic.startsWith(`${prefix}/`)) return null;
  const parts = topic.slice(prefix.length + 1).split("/");
  if (parts.pop() !== "config" || parts.length < 2 || parts.length > 3) return null;
  if (!parts.every((part) => ID.test(part))) return null;
  const [component = "", ...ids] = parts;
  const object = ids.pop() ?? "";
  return { component, node: ids[0] ?? null, object };
}

/** Most components of one device message. */
const MAX_COMPONENTS = 500;

/** Reads a config message. */
export function readConfigMessage(topic: string, place: ConfigTopic, payload: string): ConfigMessage {
  if (payload.trim() === "") return { kind: "removed" };
  let json: unknown;
  try {
    json = JSON.parse(payload);
  } catch {
    return { kind: "problem", code: "malformed-json", detail: "not JSON" };
  }
  if (!isComponentFields(json)) return { kind: "problem", code: "malformed-config", detail: "not an object" };
  const root = expandKeys(json, ABBREVIATIONS);
  if (root["migrate_discovery"] === true) return { kind: "migrate" };
  if (place.component === "device") return deviceComponents(topic, place, root);
  const options = expand(root, {});
  return { kind: "components", components: [componentOf(topic, place.component, place.object, options)] };
}

function deviceComponents(topic: string, place: ConfigTopic, root: ComponentFields): ConfigMessage {
  const listed = root["components"];
  if (!isComponentFields(listed) || !isComponentFields(root["device"])) {
    return { kind: "problem", code: "malformed-config", detail: `device ${place.object} without device or components` };
  }
  const { components: _, device, origin, ...shared } = root;
  const components: ComponentConfig[] = [];
  for (const [index, [id, given]] of Object.entries(listed).slice(0, MAX_COMPONENTS).entries()) {
    if (!isComponentFields(given)) continue;
    const own = expandKeys(given, ABBREVIATIONS);
    const platform = own["platform"];
    // A component with nothing but its platform is removed.
    if (typeof platform !== "string" || Object.keys(own).length === 1) continue;
    const options = expand({ ...shared, ...own, device, origin }, root);
    components.push({ ...componentOf(`${topic}#${id}`, platform, id, options), place: [topic, index] });
  }
  return { kind: "components", components };
}

function componentOf(key: string, platform: string, object: string, options: ComponentFields): ComponentConfig {
  const { device, origin } = options;
  const originName = isComponentFields(origin) ? expandKeys(origin, ORIGIN_ABBREVIATIONS)["name"] : undefined;
  return {
    platform,
    key,
    place: [key, 0],
    object,
    options,
    device: isComponentFields(device) ? expandKeys(device, DEVICE_ABBREVIATIONS) : null,
    origin: typeof originName === "string" ? originName : null,
  };
}

/** Fills `~` in topics, also in those of the list of availabilities. @param root holds `~` where the options have none */
function expand(options: ComponentFields, root: ComponentFields): ComponentFields {
  const base = typeof options["~"] === "string" ? options["~"] : typeof root["~"] === "string" ? root["~"] : null;
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(options)) {
    if (key === "~") continue;
    if (key === "availability" && value !== null) {
      const list = Array.isArray(value) ? value : [value];
      result[key] = list.filter(isComponentFields).map((entry) => {
        const long = expandKeys(entry, ABBREVIATIONS);
        return { ...long, topic: withBase(long["topic"], base) };
      });
    } else result[key] = key.endsWith("topic") ? withBase(value, base) : value;
  }
  return result;
}

function withBase(value: unknown, base: string | null): unknown {
  if (base === null || typeof value !== "string") return value;
  if (value.startsWith("~")) return base + value.slice(1);
  return value.endsWith("~") ? value.slice(0, -1) + base : value;
}

function expandKeys(options: ComponentFields, table: Readonly<Record<string, string>>): ComponentFields {
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [Object.hasOwn(table, key) ? (table[key] ?? key) : key, value]),
  );
}

export function isComponentFields(value: unknown): value is ComponentFields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
