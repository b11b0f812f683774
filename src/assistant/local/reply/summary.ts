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
import { signs } from "../../../understanding/ground/signs.ts";
import type { Target } from "../../../understanding/ground/situation.ts";
import { STOPPED } from "../../../understanding/ground/states.ts";
import { calledIn, type Found, foundValue, lapsedText, type Teller, unknownText, valueSentence } from "./knowing.ts";

/** Types worth telling about a device when nothing in particular was asked. */
const TOLD =
  /^(on|status|mode|brightness|target-temperature|temperature|relative-humidity|current-position|volume|playing-state|locked|contact-state|motion-state|motion-status|presence|occupancy|occupancy-status|vibration|tamper|battery-low|battery-level|pm2\.5-density|condition|illumination|submersion-state|fan-level|arming-mode)$/;

/** What is told of something that rests. */
const STAYS = /^(temperature|battery-level|relative-humidity)$/;

/** A key of a switch, a socket of a strip. */
interface Key {
  readonly name: string;
  readonly on: boolean;
}

/** What a device last reported of the things that matter, and whether that is old; or that it has not. */
export function summary(target: Target, teller: Teller): string {
  const { situation } = teller;
  const { language } = situation;
  const { answers } = messages(language);
  const { device } = target.indexed;
  const told = toldOf(target);
  if (told.length === 0) {
    const asked = candidatesOf(target);
    const found = asked.flatMap((property) => foundValue(property, target, situation) ?? []).find(isUnknown);
    return found
      ? unknownText(target, { ...found, property: null }, teller)
      : answers.summary(calledIn(target, teller), null, []);
  }
  const states = told.flatMap(({ address }) => device.state.get(address) ?? []);
  const reportedBy = (property: Property): Value => device.state.get(property.address)?.value ?? "";
  const name = calledIn(target, teller);
  // How it is comes first; of what is off nothing else matters.
  const first =
    told.find(({ type, format }) => (type === "on" && format === "bool") || FIRST.test(type)) ??
    told.find((each) => each.type === "mode" && STOPPED.test(listedOf(each, reportedBy(each))));
  const off = first?.type === "on" && reportedBy(first) === false;
  // What rests is as warm as it is; what it is set to matters when it works.
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

/** An airer stands up or down, and not open or shut. */
function partType(property: Property): string {
  return property.type === "current-position" && lifts(property) ? "lift-position" : property.type;
}

/** What says how a device is, before everything else. */
const FIRST = /^(status|playing-state)$/;

/** The properties that are told when nothing in particular was asked: at most four, those of the device itself first. */
function toldOf(target: Target): readonly Property[] {
  const { state } = target.indexed.device;
  const candidates = candidatesOf(target);
  const known = candidates.filter(({ address }) => state.has(address));
  const mattering = candidates.some(({ type }) => TOLD.test(type));
  return (mattering ? known.filter((each) => tells(each, known, target)) : known).slice(0, 4);
}

/** What could be told of a device; one with nothing that matters is told by what it has: a program that is chosen, an option. */
function candidatesOf({ indexed: { device, capabilities } }: Target): readonly Property[] {
  const main = new Set(capabilities.main.map(({ key }) => key));
  const all = [...device.spec.properties.values()];
  const mattering = all
    .filter(({ type, service }) => TOLD.test(type) && (main.has(service) || matters(type, service, device)))
    .sort((a, b) => Number(main.has(b.service)) - Number(main.has(a.service)));
  return mattering.length > 0 ? mattering : all;
}

/** Whether a property beside what the device is for is told: its battery and its air are, its indicator light is not. */
function matters(type: string, service: string, { spec, state }: Device): boolean {
  if (/^(on|status|mode|fan-level)$/.test(type)) return false;
  if (type === "temperature" && !isAmbient(type, spec.kind)) return false;
  // Of what is switched off by itself nothing matters.
  const power = spec.services.find(({ key }) => key === service)?.properties.find(isPower);
  return power === undefined || state.get(power.address)?.value === true;
}

/** The keys of a switch and the sockets of a strip, each with how it is; empty where all of them are the same. */
function keysOf({ indexed: { device, capabilities } }: Target, language: Language): readonly Key[] {
  const { power } = capabilities;
  const keys = power.flatMap(({ address }) => {
    const value = device.state.get(address)?.value;
    const [part] = partsMeant(device, [address]);
    // The switch over all of them says nothing of each.
    return part && !/^all\b/i.test(part.description) && typeof value === "boolean"
      ? [{ name: partCalled(part, device, language), on: value }]
      : [];
  });
  return new Set(keys.map(({ on }) => on)).size > 1 ? keys : [];
}

/** What a sensor looks for, and whether it finds it; null for what tells something else. */
function sensedBy(told: readonly Property[], reportedBy: (property: Property) => Value) {
  for (const property of told) {
    const value = reportedBy(property);
    if (property.type === "occupancy-status")
      return { what: "presence" as const, yes: signs().occupied.test(listedOf(property, value)) };
    const word = truthWord(property);
    if (word === "motion" || word === "presence" || word === "water") return { what: word, yes: value === true };
  }
  return null;
}

/** How cold the compartments of a fridge are. */
function zonesIn({ indexed: { device } }: Target, language: Language) {
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

/** Whether a value says how a device is, beside the others that are known of it. */
function tells(property: Property, known: readonly Property[], { indexed: { device } }: Target): boolean {
  const { type, values } = property;
  const has = (other: string): boolean => known.some((each) => each.type === other);
  const value = device.state.get(property.address)?.value;
  const listed = value === undefined ? "" : listedOf(property, value).trim();
  switch (type) {
    // What opens is told by where it stands, not by the lamp in it.
    case "on":
      return !has("current-position");
    // How loud it could be matters of what plays.
    case "volume":
      return has("playing-state") || has("on");
    case "temperature":
      return !/^(?:outlet|switch|light)$/.test(device.spec.kind);
    // Strong or weak light says nothing of a window.
    case "illumination":
      return values.length === 0;
    case "mode":
      return values.length === 0 || !/^(?:none|common|normal|standard|basic)?$/i.test(listed);
    case "playing-state":
    case "status":
      // A motor is where it stands, and a switch or a lock says more than "normal" and "busy".
      if (has("current-position")) return !STOPPED.test(listed);
      return !((has("locked") || has("on")) && /^(?:normal|ok|none|idle|busy|stop|stopped|parked)$/i.test(listed));
    default:
      return true;
  }
}

/** What a value is called among others: by the part that it is of where two have one name. */
function partName(property: Property, among: readonly Property[], target: Target, language: Language): string {
  const name = propertyName(property, language);
  const twin = among.some((each) => each !== property && propertyName(each, language) === name);
  const service = target.indexed.device.spec.services.find(({ key }) => key === property.service);
  return twin && service ? messages(language).answers.partOf(serviceName(service, language), name) : name;
}

/** How a device is by its switch or its status: "on", "open" of a valve, "on its way back to the dock". */
function stateIn(property: Property, value: Value, kind: string, language: Language): string {
  const { answers } = messages(language);
  if (property.type === "on")
    return truthText(property, value, language) ?? answers.stateText(value === true ? "on" : "off", true);
  const listed = listedOf(property, value);
  return answers.statusText(listed.trim().toLowerCase(), saidValue(property, value, language), kind);
}

function isUnknown(found: Found): found is Extract<Found, { kind: "unknown" }> {
  return found.kind === "unknown";
}
