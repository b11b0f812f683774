import { cleanText, type Device, type DeviceId, type HomeView, type JiaError } from "../../home/index.ts";
import {
  errorText,
  type Language,
  messages,
  propertyName,
  shortName,
  turnText,
  valueText,
} from "../../language/index.ts";

/** A part of a tool call that was refused before any command, in words for a person: without handles, fields and forms. */
export interface UntriedPart {
  /** A sentence. */
  readonly sentence: string;
  /** The device of the part; null where it has none, or the home lacks it. */
  readonly device: DeviceId | null;
  /** The type of the property, from its address. */
  readonly property?: string;
  /** The name that no device has, or that several have. */
  readonly name?: string;
}

/**
 * Words a refused call, or a part of it, for a person. (The error itself tells the model how to correct the call.)
 * @param said details of the call that the error lacks: `device`, `address`
 */
export function untriedPart(
  home: HomeView,
  error: JiaError,
  language: Language,
  said: Readonly<Record<string, unknown>> = {},
): UntriedPart {
  const { replies, turn } = messages(language);
  const details: Readonly<Record<string, unknown>> = { ...said, ...error.details };
  const device = deviceOf(home, details);
  const id = device?.id ?? null;
  const property = typeof details["address"] === "string" ? details["address"].split(".").at(-1) : undefined;
  const about = { device: id, ...(property !== undefined && { property }) };
  const named = nameIn(details);
  switch (error.code) {
    case "unknown-device":
    case "unknown-name":
      return {
        sentence: turnText("notThere", language, { name: plainName(details["name"] ?? details["device"]) }),
        device: null,
        ...named,
      };
    case "ambiguous-name":
      return { sentence: turnText("notClear", language, { name: plainName(details["name"]) }), device: null, ...named };
    case "unknown-property":
      if (!device) return { sentence: unusable(language), device: null };
      return {
        sentence: replies.noProperty(fullName(device, language), wordFor(details["address"], language)),
        ...about,
      };
    case "unknown-action":
      if (!device) return { sentence: unusable(language), device: null };
      return { sentence: replies.noAction(fullName(device, language), ""), device: id };
    case "not-writable":
    case "value-unknown":
    case "invalid-value":
      return {
        sentence: replies.notChanged(
          wordFor(details["address"], language),
          device ? [fullName(device, language)] : [],
          error.code === "invalid-value" ? rangeOf(device, details["address"], language) : null,
        ),
        ...about,
      };
    case "left-running":
      return { sentence: replies.leftOn(device ? [shortName(device, language, true)] : []), device: id };
    case "too-many-calls":
      return { sentence: turn.spent, device: null };
    // Fields and forms, for whoever wrote them: the model.
    case "invalid-arguments":
    case "invalid-tool-arguments":
    case "invalid-definition":
    case "invalid-request":
    case "unknown-tool":
      return { sentence: unusable(language), device: id };
    default:
  }
  return { sentence: turnText("notTried", language, { detail: errorText(error, language) }), device: id };
}

function unusable(language: Language): string {
  return turnText("notTried", language, { detail: messages(language).turn.unusable });
}

/** A device that refused a write to several devices, and why. */
export interface DeviceRefusal {
  readonly device: Device;
  readonly error: JiaError;
}

/** At most so many devices are named in a sentence. */
const MOST_NAMED = 3;

/** Words the refusals of a write to several devices: those that refused the value in one sentence. */
export function untriedParts(
  home: HomeView,
  refusals: readonly DeviceRefusal[],
  address: string,
  language: Language,
): readonly UntriedPart[] {
  const left = refusals.filter(({ error }) => error.code === "left-running");
  if (left.length > 1) {
    const sentence = messages(language).replies.leftOn(left.map(({ device }) => shortName(device, language, true)));
    const rest = refusals.filter((each) => !left.includes(each));
    return [...untriedParts(home, rest, address, language), { sentence, device: null }];
  }
  const unchanged = refusals.filter(({ error }) => VALUE_ERRORS.has(error.code));
  const others = refusals.filter(({ error }) => !VALUE_ERRORS.has(error.code));
  const single = (each: DeviceRefusal): UntriedPart =>
    untriedPart(home, each.error, language, { device: each.device.handle, address });
  const [first, ...more] = unchanged;
  if (!first || more.length === 0) return [...unchanged, ...others].map(single);
  const shown = unchanged.slice(0, MOST_NAMED);
  const sentence = messages(language).replies.notChanged(
    wordFor(first.error.details["address"] ?? address, language),
    shown.map(({ device }) => fullName(device, language)),
    null,
    unchanged.length - shown.length,
  );
  const property = address.split(".").at(-1);
  const of = property === undefined ? {} : { property };
  return [
    ...unchanged.map(({ device }): UntriedPart => ({ sentence, device: device.id, ...of })),
    ...others.map(single),
  ];
}

/** Errors of a value, on a device that has the property. */
const VALUE_ERRORS: ReadonlySet<string> = new Set(["not-writable", "value-unknown", "invalid-value"]);

function deviceOf(home: HomeView, { device }: Readonly<Record<string, unknown>>): Device | undefined {
  return typeof device === "string" ? home.device(device) : undefined;
}

function fullName(device: Device, language: Language): string {
  return shortName(device, language, true);
}

/** The name that no device has; names of rooms, kinds and scenes are left out, because any call of the tool retries those. */
function nameIn({ what, name, device }: Readonly<Record<string, unknown>>): { readonly name?: string } {
  const given = name ?? device;
  const key = typeof what === "object" && what !== null && "key" in what ? what.key : "tools.device";
  return key === "tools.device" && typeof given === "string" ? { name: given } : {};
}

/** The range of a property in words; null where it has none. */
function rangeOf(
  device: Device | undefined,
  address: unknown,
  language: Language,
): { readonly from: string; readonly to: string } | null {
  const property = device?.spec.properties.get(String(address));
  if (!property?.range || property.unit === "rgb") return null;
  const { min, max } = property.range;
  return { from: valueText(property, min, language), to: valueText(property, max, language) };
}

/** A handle with spaces, for a person. */
function plainName(given: unknown): string {
  return cleanText(String(given ?? ""), 60).replace(/(?<=\w)[-_](?=\w)/g, " ");
}

/** The name of the property of an address: "light.color" → "colour". */
function wordFor(address: unknown, language: Language): string {
  const type =
    String(address ?? "")
      .split(".")
      .at(-1) ?? "";
  return propertyName({ type, description: plainName(type) }, language);
}
