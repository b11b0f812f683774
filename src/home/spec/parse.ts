import { JiaError } from "../errors.ts";
import { issuePlace, issueProblem, problemAt } from "../issues.ts";
import { homeMessage } from "../message.ts";
import { cleanText } from "../text.ts";
import { Instance, type InstanceProperty, type InstanceService, type SpecOverride } from "./instance.ts";
import type { Access, Action, Format, Property, Service, Spec, SpecEvent, ValueRange } from "./spec.ts";
import { parseUrn } from "./urn.ts";

const FORMATS: ReadonlySet<string> = new Set([
  "bool",
  "uint8",
  "uint16",
  "uint32",
  "int8",
  "int16",
  "int32",
  "int64",
  "float",
  "string",
]);

/** Units of MIoT-Spec-V2, keyed by the spelling in published specs. null: no unit. */
const UNIT_SPELLINGS: Readonly<Record<string, string | null>> = {
  none: null,
  "": null,
  hour: "hours",
  minute: "minutes",
  second: "seconds",
  day: "days",
  w: "watt",
  W: "watt",
  "%": "percentage",
  arcdegress: "arcdegrees",
  "ug/m3": "μg/m3",
  "µg/m3": "μg/m3",
};

/** Services that are left out: nobody controls them or asks about them. */
const SKIPPED_SERVICES: ReadonlySet<string> = new Set(["device-information"]);

/**
 * Turns an instance of MIoT-Spec-V2 into a Spec: short names become addresses, units are normalised, `override` corrects
 * what the manufacturer published wrongly. A property that makes no sense (unknown format, no URN) is left out.
 * @throws JiaError `invalid-spec` when it is not an instance at all.
 */
export function parseSpec(input: unknown, override?: SpecOverride): Spec {
  const parsed = Instance.safeParse(input);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new JiaError("invalid-spec", {
      detail: homeMessage("several", { parts: parsed.error.issues.slice(0, 1).map(issueProblem) }),
      place: issue ? issuePlace(issue.path) : "",
    });
  }
  const urn = parseUrn(parsed.data.type);
  if (urn?.kind !== "device") {
    const problem = homeMessage("notDeviceUrn", { urn: cleanText(parsed.data.type) });
    throw new JiaError("invalid-spec", { detail: problemAt("type", problem), place: "type" });
  }
  const nextKey = numberedKeys();
  const services: Service[] = [];
  for (const raw of parsed.data.services) {
    const name = parseUrn(raw.type)?.name;
    const fix = override?.services?.[raw.iid];
    if (!name || SKIPPED_SERVICES.has(name) || fix?.hidden) continue;
    services.push(parseService(raw, nextKey(name), name, fix?.description, override));
  }
  return {
    urn: parsed.data.type,
    kind: urn.name,
    description: cleanText(parsed.data.description ?? urn.name),
    services,
    properties: new Map(services.flatMap((s) => s.properties.map((p) => [p.address, p] as const))),
    actions: new Map(services.flatMap((s) => s.actions.map((a) => [a.address, a] as const))),
    events: new Map(services.flatMap((s) => s.events.map((e) => [e.address, e] as const))),
  };
}

function parseService(
  raw: InstanceService,
  key: string,
  type: string,
  description: string | undefined,
  override: SpecOverride | undefined,
): Service {
  const siid = raw.iid;
  const propertyKey = numberedKeys();
  const byPiid = new Map<number, Property>();
  for (const property of raw.properties ?? []) {
    const parsed = parseProperty(property, siid, key, propertyKey, override?.properties?.[`${siid}.${property.iid}`]);
    if (parsed) byPiid.set(property.iid, parsed);
  }
  const pick = (piids: readonly number[] | null | undefined) => (piids ?? []).flatMap((piid) => byPiid.get(piid) ?? []);

  const actionKey = numberedKeys();
  const actions: Action[] = [];
  for (const action of raw.actions ?? []) {
    const name = parseUrn(action.type)?.name;
    const fix = override?.actions?.[`${siid}.${action.iid}`];
    if (!name || fix?.hidden) continue;
    actions.push({
      siid,
      aiid: action.iid,
      address: `${key}.${actionKey(name)}`,
      service: key,
      type: name,
      urn: action.type,
      description: cleanText(action.description ?? name),
      in: pick(fix?.in ?? action.in),
      out: pick(action.out),
    });
  }

  const eventKey = numberedKeys();
  const events: SpecEvent[] = [];
  for (const event of raw.events ?? []) {
    const name = parseUrn(event.type)?.name;
    if (!name) continue;
    events.push({
      siid,
      eiid: event.iid,
      address: `${key}.${eventKey(name)}`,
      service: key,
      type: name,
      urn: event.type,
      description: cleanText(event.description ?? name),
      arguments: pick(event.arguments),
    });
  }
  return {
    siid,
    key,
    type,
    urn: raw.type,
    description: cleanText(description ?? raw.description ?? type),
    properties: [...byPiid.values()],
    actions,
    events,
  };
}

function parseProperty(
  raw: InstanceProperty,
  siid: number,
  service: string,
  nextKey: (name: string) => string,
  fix: NonNullable<SpecOverride["properties"]>[string] | undefined,
): Property | null {
  const urn = fix?.type ?? raw.type;
  const name = parseUrn(urn)?.name;
  const format = fix?.format ?? raw.format;
  if (!name || !FORMATS.has(format) || fix?.hidden) return null;
  const listed = fix?.["value-list"] ?? raw["value-list"] ?? [];
  const unit = fix?.unit === undefined ? (raw.unit ?? null) : fix.unit;
  return {
    siid,
    piid: raw.iid,
    address: `${service}.${nextKey(name)}`,
    service,
    type: name,
    urn,
    description: cleanText(fix?.description ?? raw.description ?? name),
    format: format as Format,
    access: parseAccess(fix?.access ?? raw.access ?? []),
    unit: unit === null ? null : unit in UNIT_SPELLINGS ? (UNIT_SPELLINGS[unit] ?? null) : cleanText(unit, 20),
    range: parseRange(fix?.["value-range"] ?? raw["value-range"], format as Format),
    values: listed.map(({ value, description }) => ({ value, description: cleanText(description ?? String(value)) })),
  };
}

function parseAccess(access: readonly string[]): Access {
  return { read: access.includes("read"), write: access.includes("write"), notify: access.includes("notify") };
}

/** A range with min ≤ max and a step above 0: published ones have steps of 0 and swapped ends. */
function parseRange(raw: readonly number[] | null | undefined, format: Format): ValueRange | null {
  if (!raw || format === "bool" || format === "string") return null;
  const [a = 0, b = 0, step = 0] = raw;
  if (a === b && step <= 0) return null;
  return { min: Math.min(a, b), max: Math.max(a, b), step: step > 0 ? step : format === "float" ? 0.1 : 1 };
}

/** Gives `name`, then `name-2`, `name-3` … for repeated names. */
function numberedKeys(): (name: string) => string {
  const seen = new Map<string, number>();
  return (name) => {
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  };
}
