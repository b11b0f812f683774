import { type Device, isPower, type Property, type Value } from "../../../home/index.ts";
import {
  isAmbient,
  type Language,
  lifts,
  messages,
  packOf,
  partCalled,
  partsMeant,
  propertyName,
  saidValue,
  serviceName,
  truthText,
  truthWord,
  zoneName,
} from "../../../language/index.ts";
import { specText } from "../../../understanding/ground/spec-text.ts";
import { STOPPED } from "../../../understanding/ground/states.ts";
import type { DeviceTarget } from "../../../understanding/ground/target.ts";
import {
  type FactResult,
  foundValue,
  lapsedText,
  type ReplyContext,
  replyName,
  unknownText,
  valueSentence,
} from "./facts.ts";

/** Property types that a summary tells. */
const TOLD =
  /^(on|status|mode|brightness|target-temperature|temperature|relative-humidity|current-position|volume|playing-state|locked|contact-state|motion-state|motion-status|presence|occupancy|occupancy-status|vibration|tamper|battery-low|battery-level|pm2\.5-density|condition|illumination|submersion-state|fan-level|arming-mode)$/;

/** Property types that a summary tells of a device at rest. */
const STAYS = /^(temperature|battery-level|relative-humidity)$/;

/** A key of a switch, a socket of a strip. */
interface Key {
  readonly name: string;
  readonly on: boolean;
}

/** Summarises the last reports of a device, at most four properties, with a note where they are old or missing. */
export function deviceSummary(target: DeviceTarget, teller: ReplyContext): string {
  const { dialogue } = teller;
  const { language } = dialogue;
  const { answers } = messages(language);
  const { device } = target.indexed;
  const told = summaryProperties(target);
  if (told.length === 0) {
    const asked = candidatesOf(target);
    const found = asked.flatMap((property) => foundValue(property, target, dialogue) ?? []).find(isUnknown);
    return found
      ? unknownText(target, { ...found, property: null }, teller)
      : answers.summary(replyName(target, teller), null, []);
  }
  const states = told.flatMap(({ address }) => device.state.get(address) ?? []);
  const reportedBy = (property: Property): Value => device.state.get(property.address)?.value ?? "";
  const name = replyName(target, teller);
  // The main state comes first; of a device that is off nothing else is told.
  const first =
    told.find(({ type, format }) => (type === "on" && format === "bool") || FIRST.test(type)) ??
    told.find((each) => each.type === "mode" && STOPPED.test(listedOf(each, reportedBy(each))));
  const off = first?.type === "on" && reportedBy(first) === false;
  // A device at rest is told by its readings; its settings matter when it works.
  const rests = first && first.type !== "on" && STOPPED.test(listedOf(first, reportedBy(first)));
  const rest = off ? [] : told.filter((each) => each !== first && (!rests || STAYS.test(each.type)));
  const parts = rest.map((property) => {
    const value = reportedBy(property);
    const alone = truthText(property, value, language);
    const called = partName(property, rest, target, language);
    return alone ?? answers.part(partType(property), called, saidValue(property, value, language));
  });
  const zones = zonesIn(target, language);
  const keys = keysOf(target, language);
  const [only] = rest;
  const sensed = sensedBy(told, reportedBy);
  const text =
    zones.length > 1
      ? answers.zones(name, zones)
      : keys.length > 1
        ? answers.keys(name, keys)
        : sensed
          ? answers.detects(name, sensed.what, sensed.yes)
          : first === undefined && only && rest.length === 1
            ? valueSentence(target, only, reportedBy(only), teller)
            : answers.summary(
                name,
                first ? stateIn(first, reportedBy(first), device.spec.kind, language) : null,
                parts,
              );
  return packOf(language).grammar.sentences([text, lapsedText(target, states, teller)]);
}

/** The property type for wording: the position of an airer is up or down, not open or shut. */
function partType(property: Property): string {
  return property.type === "current-position" && lifts(property) ? "lift-position" : property.type;
}

/** Property types of the main state of a device. */
const FIRST = /^(status|playing-state)$/;

/** The properties that a summary tells: at most four, those of the main service first. */
function summaryProperties(target: DeviceTarget): readonly Property[] {
  const { state } = target.indexed.device;
  const candidates = candidatesOf(target);
  const known = candidates.filter(({ address }) => state.has(address));
  const mattering = candidates.some(({ type }) => TOLD.test(type));
  return (mattering ? known.filter((each) => addsInformation(each, known, target)) : known).slice(0, 4);
}

/** The properties that a summary may tell; all properties where the device has none of the usual ones. */
function candidatesOf({ indexed: { device, capabilities } }: DeviceTarget): readonly Property[] {
  const main = new Set(capabilities.main.map(({ key }) => key));
  const all = [...device.spec.properties.values()];
  const mattering = all
    .filter(({ type, service }) => TOLD.test(type) && (main.has(service) || matters(type, service, device)))
    .sort((a, b) => Number(main.has(b.service)) - Number(main.has(a.service)));
  return mattering.length > 0 ? mattering : all;
}

/** Whether a property of a secondary service is told: battery and air are, an indicator light is not. */
function matters(type: string, service: string, { spec, state }: Device): boolean {
  if (/^(on|status|mode|fan-level)$/.test(type)) return false;
  if (type === "temperature" && !isAmbient(type, spec.kind)) return false;
  // A secondary service that is switched off is not told.
  const power = spec.services.find(({ key }) => key === service)?.properties.find(isPower);
  return power === undefined || state.get(power.address)?.value === true;
}

/** The keys of a switch or the sockets of a strip, each with its state; empty where all states are the same. */
function keysOf({ indexed: { device, capabilities } }: DeviceTarget, language: Language): readonly Key[] {
  const { power } = capabilities;
  const keys = power.flatMap(({ address }) => {
    const value = device.state.get(address)?.value;
    const [part] = partsMeant(device, [address]);
    // The switch over all of them is no key.
    return part && !/^all\b/i.test(part.description) && typeof value === "boolean"
      ? [{ name: partCalled(part, device, language), on: value }]
      : [];
  });
  return new Set(keys.map(({ on }) => on)).size > 1 ? keys : [];
}

/** What a sensor detects, and whether it does; null for other devices. */
function sensedBy(told: readonly Property[], reportedBy: (property: Property) => Value) {
  for (const property of told) {
    const value = reportedBy(property);
    if (property.type === "occupancy-status")
      return { what: "presence" as const, yes: specText().occupied.test(listedOf(property, value)) };
    const word = truthWord(property);
    if (word === "motion" || word === "presence" || word === "water") return { what: word, yes: value === true };
  }
  return null;
}

/** The temperatures of the compartments of a fridge. */
function zonesIn({ indexed: { device } }: DeviceTarget, language: Language) {
  return device.spec.services.flatMap((service) => {
    const name = zoneName(service, language);
    const of = (type: string): string | null => {
      const property = service.properties.find((each) => each.type === type);
      const value = property && device.state.get(property.address)?.value;
      return property && value !== undefined ? saidValue(property, value, language) : null;
    };
    const value = name === null ? null : of("temperature");
    return name === null || value === null ? [] : [{ name, value, target: of("target-temperature") }];
  });
}

function listedOf(property: Property, value: Value): string {
  return property.values.find((each) => each.value === value)?.description ?? "";
}

/** Whether a property adds something to the others that are known of a device. */
function addsInformation(
  property: Property,
  known: readonly Property[],
  { indexed: { device } }: DeviceTarget,
): boolean {
  const { type, values } = property;
  const has = (other: string): boolean => known.some((each) => each.type === other);
  const value = device.state.get(property.address)?.value;
  const listed = value === undefined ? "" : listedOf(property, value).trim();
  switch (type) {
    // A cover is told by its position, not by its lamp.
    case "on":
      return !has("current-position");
    // The volume of a device that cannot play is not told.
    case "volume":
      return has("playing-state") || has("on");
    case "temperature":
      return !/^(?:outlet|switch|light)$/.test(device.spec.kind);
    // "Strong" or "weak" light says nothing about a window.
    case "illumination":
      return values.length === 0;
    case "mode":
      return values.length === 0 || !/^(?:none|common|normal|standard|basic)?$/i.test(listed);
    case "playing-state":
    case "status":
      // A position, a switch or a lock says more than "normal" and "busy".
      if (has("current-position")) return !STOPPED.test(listed);
      return !((has("locked") || has("on")) && /^(?:normal|ok|none|idle|busy|stop|stopped|parked)$/i.test(listed));
    default:
      return true;
  }
}

/** The name of a property among others; with its service where two have the same name. */
function partName(property: Property, among: readonly Property[], target: DeviceTarget, language: Language): string {
  const name = propertyName(property, language);
  const twin = among.some((each) => each !== property && propertyName(each, language) === name);
  const service = target.indexed.device.spec.services.find(({ key }) => key === property.service);
  return twin && service ? messages(language).answers.partOf(serviceName(service, language), name) : name;
}

/** The main state in words: "on", "open" of a valve, "on its way back to the dock". */
function stateIn(property: Property, value: Value, kind: string, language: Language): string {
  const { answers } = messages(language);
  if (property.type === "on")
    return truthText(property, value, language) ?? answers.stateText(value === true ? "on" : "off", true);
  const listed = listedOf(property, value);
  return answers.statusText(listed.trim().toLowerCase(), saidValue(property, value, language), kind);
}

function isUnknown(found: FactResult): found is Extract<FactResult, { kind: "unknown" }> {
  return found.kind === "unknown";
}
