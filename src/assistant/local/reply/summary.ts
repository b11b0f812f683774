import type { Property, Value } from "../../../home/index.ts";
import {
  type Language,
  messages,
  packOf,
  propertyName,
  saidValue,
  serviceName,
  truthText,
  zoneName,
} from "../../../language/index.ts";
import type { Target } from "../../../understanding/ground/situation.ts";
import { STOPPED } from "../../../understanding/ground/states.ts";
import { calledIn, type Found, foundValue, lapsedText, type Teller, unknownText, valueSentence } from "./knowing.ts";

/** Types worth telling about a device when nothing in particular was asked. */
const TOLD =
  /^(on|status|mode|brightness|target-temperature|temperature|relative-humidity|current-position|volume|playing-state|locked|contact-state|motion-state|motion-status|presence|occupancy|occupancy-status|vibration|tamper|battery-low|battery-level|pm2\.5-density|condition|illumination|submersion-state|fan-level)$/;

/** What is told of something that rests. */
const STAYS = /^(temperature|battery-level|relative-humidity)$/;

/** What a device last reported of the things that matter, and whether that is old; or that it has not. */
export function summary(target: Target, teller: Teller): string {
  const { situation } = teller;
  const { language } = situation;
  const { answers } = messages(language);
  const { device, capabilities } = target.indexed;
  const main = new Set(capabilities.main.map(({ key }) => key));
  const mattering = [...device.spec.properties.values()]
    .filter(({ type }) => TOLD.test(type))
    .sort((a, b) => Number(main.has(b.service)) - Number(main.has(a.service)));
  const reported = (each: Property): boolean => device.state.has(each.address);
  // A device with none of these is told by what it has: a program that is chosen, an option.
  const own = [...device.spec.properties.values()].filter(reported);
  const known = mattering.filter(reported);
  const told = (mattering.length > 0 ? known.filter((each) => tells(each, known, target)) : own).slice(0, 4);
  if (told.length === 0) {
    const asked = mattering.length > 0 ? mattering : [...device.spec.properties.values()];
    const found = asked.flatMap((property) => foundValue(property, target, situation) ?? []).find(isUnknown);
    return found
      ? unknownText(target, { ...found, property: null }, teller)
      : answers.summary(calledIn(target, teller), null, []);
  }
  const states = told.flatMap(({ address }) => device.state.get(address) ?? []);
  const reportedBy = (property: Property): Value => device.state.get(property.address)?.value ?? "";
  // How it is comes first; of what is off nothing else matters.
  const first = told.find(({ type, format }) => (type === "on" && format === "bool") || type === "status");
  const off = first?.type === "on" && reportedBy(first) === false;
  // What rests is as warm as it is; what it is set to matters when it works.
  const rests = first?.type === "status" && STOPPED.test(listedOf(first, reportedBy(first)));
  const rest = off ? [] : told.filter((each) => each !== first && (!rests || STAYS.test(each.type)));
  const parts = rest.map((property) => {
    const value = reportedBy(property);
    const told = truthText(property, value, language);
    return (
      told ??
      answers.part(property.type, partName(property, rest, target, language), saidValue(property, value, language))
    );
  });
  const name = calledIn(target, teller);
  const zones = zonesIn(target, language);
  const [only] = rest;
  const text =
    zones.length > 1
      ? answers.zones(name, zones)
      : first === undefined && only && rest.length === 1
        ? valueSentence(target, only, reportedBy(only), teller)
        : answers.summary(name, first ? stateIn(first, reportedBy(first), device.spec.kind, language) : null, parts);
  return packOf(language).grammar.sentences([text, lapsedText(target, states, teller)]);
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
  // How loud it could be matters of what plays.
  if (type === "volume") return has("playing-state") || has("on");
  if (type === "mode" && values.length > 0) return !/^(?:none)?$/i.test(listed);
  if (type !== "status") return true;
  // A motor is where it stands, and a switch or a lock says more than "normal".
  if (has("current-position")) return !STOPPED.test(listed);
  return !(has("locked") && /^(?:normal|ok|none)$/i.test(listed)) && !(has("on") && /^busy$/i.test(listed));
}

/** What a value is called among others: by the part that it is of where two have one name. */
function partName(property: Property, among: readonly Property[], target: Target, language: Language): string {
  const name = propertyName(property, language);
  const twin = among.some((each) => each !== property && propertyName(each, language) === name);
  const service = target.indexed.device.spec.services.find(({ key }) => key === property.service);
  return twin && service ? messages(language).answers.partOf(serviceName(service, language), name) : name;
}

/** How a device is by its switch or its status: "on", "on its way back to the dock". */
function stateIn(property: Property, value: Value, kind: string, language: Language): string {
  const { answers } = messages(language);
  if (property.type === "on") return answers.stateText(value === true ? "on" : "off", true);
  const listed = property.values.find((each) => each.value === value)?.description ?? "";
  return answers.statusText(listed.trim().toLowerCase(), saidValue(property, value, language), kind);
}

function isUnknown(found: Found): found is Extract<Found, { kind: "unknown" }> {
  return found.kind === "unknown";
}
