import type { Property } from "../../../home/index.ts";
import { messages, packOf, propertyName, truthText, valueText } from "../../../language/index.ts";
import type { Target } from "../../../understanding/ground/situation.ts";
import { calledIn, type Found, foundValue, lapsedText, type Teller, unknownText } from "./knowing.ts";

/** Types worth telling about a device when nothing in particular was asked. */
const TOLD =
  /^(on|status|mode|brightness|target-temperature|temperature|relative-humidity|current-position|volume|playing-state|locked|contact-state|motion-state|motion-status|presence|occupancy|occupancy-status|vibration|tamper|battery-low|battery-level|pm2\.5-density|condition|illumination|submersion-state|fan-level)$/;

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
  const told = (mattering.length > 0 ? known : own).slice(0, 4);
  if (told.length === 0) {
    const asked = mattering.length > 0 ? mattering : [...device.spec.properties.values()];
    const found = asked.flatMap((property) => foundValue(property, target, situation) ?? []).find(isUnknown);
    return found
      ? unknownText(target, { ...found, property: null }, teller)
      : answers.summary(calledIn(target, teller), []);
  }
  const states = told.flatMap(({ address }) => device.state.get(address) ?? []);
  const parts = told.map((property) => {
    const value = device.state.get(property.address)?.value ?? "";
    const text = valueText(property, value, language);
    if (property.type === "on") return text;
    return truthText(property, value, language) ?? answers.part(propertyName(property, language), text);
  });
  return packOf(language).grammar.sentences([
    answers.summary(calledIn(target, teller), parts),
    lapsedText(target, states, teller),
  ]);
}

function isUnknown(found: Found): found is Extract<Found, { kind: "unknown" }> {
  return found.kind === "unknown";
}
