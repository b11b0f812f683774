import { isColor } from "../../home/index.ts";
import { actionName, kindName, type Language, messages, unitText, valueText } from "../../language/index.ts";
import type { DeviceWithSpec } from "../client/client.ts";
import { localMoment } from "../line/answer.ts";
import { padEnd, table, textWidth, wrap } from "../terminal/layout.ts";
import type { Viewer } from "./device-table.ts";
import { type PropertyAnswer, propertyFromAnswer, propertyNameAt, propertyValueWords } from "./state.ts";

/** The width that the column of settable values should have. */
const SETTABLE = 12;

/**
 * The state and the abilities of a device as text.
 * @param zone the IANA zone of the home, for moments
 */
export function deviceSheet(device: DeviceWithSpec, zone: string, { language, style, width }: Viewer): string[] {
  const { devices: words } = messages(language);
  const { labels } = words;
  const { spec, model, dialect, lastSeen } = device;
  const facts: readonly (readonly [string, string])[] = [
    [labels.room, device.room ?? "—"],
    [labels.kind, kindName(device.kind, language)],
    [labels.model, `${model} (${dialect})`],
    [labels.id, device.id],
    ...(device.aliases.length > 0 ? ([[labels.aliases, device.aliases.join(", ")]] as const) : []),
    ...(device.essential
      ? ([[labels.essential, words.essential({ marked: device.essentialMark === true })]] as const)
      : []),
    [labels.online, online(device, language)],
    [labels.lastSeen, lastSeen === null ? "—" : localMoment(lastSeen, zone)],
  ];
  const left = Math.max(...facts.map(([label]) => textWidth(label)));
  const rows = spec.properties.map((property) => [
    property.address,
    propertyNameAt(device, property.address, language),
    propertyValueWords(property, language),
    settable(property, language),
    property.changedAt === null || !property.changeSeen ? "—" : localMoment(property.changedAt, zone),
  ]);
  const properties = roomFor([words.propertiesHeading, ...rows], width);
  const actions = spec.actions.map(({ address, description, in: given }) => {
    const type = address.slice(address.indexOf(".") + 1);
    return [
      `${address}(${given.map((each) => each.split(".")[1]).join(", ")})`,
      actionName({ type, description }, language),
    ];
  });
  const events = spec.events.map(({ address, description }) => [address, description]);
  const section = (heading: readonly string[], lines: readonly (readonly string[])[]): string[] =>
    lines.length === 0 ? [] : ["", ...table([heading, ...lines], style.bold, width)];
  return [
    `${style.bold(device.name)}  ${style.dim(device.handle)}`,
    ...facts.map(([label, fact]) => `  ${style.dim(padEnd(label, left))}  ${fact}`),
    ...(rows.length === 0 ? [] : ["", ...table(properties, style.bold, width, [0])]),
    ...section(words.actionsHeading, actions),
    ...section(words.eventsHeading, events),
    "",
    style.dim(wrap(messages(language).cli.zone({ zone }), width ?? Number.POSITIVE_INFINITY)),
  ];
}

/**
 * The table of properties for a width. A narrow one leaves out the names, which the addresses tell too, and the times
 * of changes.
 */
function roomFor(rows: readonly (readonly string[])[], width = Number.POSITIVE_INFINITY): (readonly string[])[] {
  const widest = (at: number) => Math.max(...rows.map((row) => textWidth(row[at] ?? "")));
  const address = widest(0);
  if (address + widest(1) + widest(2) + widest(4) + SETTABLE + 8 <= width) return [...rows];
  return rows.map(([name = "", , value = "", set = ""]) => [name, value, set]);
}

function online({ online: is, lostSince }: DeviceWithSpec, language: Language): string {
  const { doubts, online: words } = messages(language).devices;
  if (lostSince !== null) return doubts["broker-lost"];
  return is === null ? words.unknown : is ? words.yes : words.no;
}

/**
 * The values that a property can be set to: "on, off", "1 – 100%, steps of 5", the values of its list; "—" where it
 * is read-only.
 */
function settable(property: PropertyAnswer, language: Language): string {
  const known = propertyFromAnswer(property);
  if (!known.access.write) return "—";
  const { words, devices } = messages(language);
  if (known.values.length > 0) return known.values.map(({ value }) => valueText(known, value, language)).join(", ");
  if (known.format === "bool") return [true, false].map((value) => valueText(known, value, language)).join(", ");
  if (known.format === "string") return devices.anyText;
  if (isColor(known)) return devices.anyColor;
  if (known.range === null) return known.unit === null ? devices.anyNumber : words.nothing;
  const { min, max, step } = known.range;
  const range = { min: unitText(min, null, language), max: unitText(max, known.unit, language) };
  return devices.range({ ...range, step: step === 1 ? null : unitText(step, null, language) });
}
