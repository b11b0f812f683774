import { sunAt } from "../../../automation/index.ts";
import {
  type Device,
  type DeviceId,
  doubtsOf,
  type HomeView,
  isPower,
  lapseOf,
  type Property,
} from "../../../home/index.ts";
import type { Language } from "../../../language/index.ts";
import { type Prompts, promptText } from "../../prompts.ts";
import { propertyLabel } from "../../tools/devices/labels.ts";
import { quote, shownState } from "../../tools/devices/outline.ts";
import { propertyUse } from "../../tools/devices/property-use.ts";
import { whenText } from "../../tools/forms/since.ts";
import { specItemsText } from "../catalogue/kind-lines.ts";
import { nameOrQuoted, specItemsOf } from "../catalogue/spec-items.ts";
import { fitToBudget, roughTokens } from "../token-budget.ts";
import type { HouseholdNow } from "./household.ts";
import { NO_PLANS, type PlansNow } from "./plans.ts";
import { CLIMATE_MEASURES, type ClimateMeasure } from "./room-comparison.ts";
import { homeNow, type StandingDevice, type StandingNow } from "./standing.ts";

/** The budget of the block with its headings and the person's sentence, in estimated tokens. HEADS: for the headings. */
const BUDGET = 850;
const HEADS = 130;
/** The budget of each list, in estimated tokens. */
const BUDGETS = { lights: 110, others: 90, open: 80, unlocked: 40, motion: 60, alarm: 40, unknown: 50 } as const;
const CLIMATE_BUDGET = 110;
/** The same when a few devices are named, because the question may be about them or their rooms. */
const CLIMATE_BESIDE = 60;
/** Budgets when rooms are compared: of their climate, and of named devices. */
const COMPARED = { climate: 170, named: 150 } as const;
const FEW = 4;
const NAMED_BUDGET = 260;
/** The least budget of the speaker's room; it gets what the other parts leave. */
const ROOM_LEAST = 130;
/** Most values of a named device, of one or two named alone, and of another device in the room. */
const NAMED_VALUES = 9;
const ALONE_VALUES = 24;
const ROOM_VALUES = 5;
/** Most unknown or overdue properties of a device that are listed. */
const MAX_DOUBTS = 3;

const NO_HOUSEHOLD: HouseholdNow = { mode: "", at_home: "", away: "" };

export interface NowContext {
  readonly language: Language;
  /** Id of the speaker's room, null when it is not known. */
  readonly room: string | null;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Devices that the text seems to name, most likely first. */
  readonly devices: readonly DeviceId[];
  /** How many more devices the text may mean. */
  readonly more?: number;
  /** Ids of rooms that the text names. */
  readonly rooms?: readonly string[];
  /** Plans; absent: none. */
  readonly plans?: PlansNow;
  /** The mode and the people present; absent: neither. */
  readonly household?: HouseholdNow;
  /** Fitting memories; empty when there are none. */
  readonly remembered?: string;
  /** Unread alarms; empty when there are none. */
  readonly unread?: string;
  /** The measure by which the text compares rooms: then all rooms matter more than named devices. */
  readonly compared?: ClimateMeasure | null;
}

/** The block of now: values for the places of `message.md`, and the evidence in them. */
export interface NowBlock {
  /** Keyed by place. A line with an empty value is left out. */
  readonly places: Readonly<Record<string, string>>;
  /** Devices with their whole state in the block because the text names them. */
  readonly named: readonly DeviceId[];
  /** Other devices of the speaker's room in the block. */
  readonly here: readonly DeviceId[];
  /** Devices whose state a list shows: on, open, unlocked. A complete list also shows that the others are not. */
  readonly listed: readonly DeviceId[];
  /** Devices whose values show the climate of their rooms. */
  readonly measured: readonly DeviceId[];
  /** Times of day and plans in the block. */
  readonly times: readonly string[];
}

/** What the catalogue in the system prompt contains. */
export interface CatalogueCoverage {
  /** The catalogue names every device. */
  readonly complete: boolean;
  /** For kinds with omitted items: the highest rank in the catalogue. Keyed by kind. */
  readonly cut: ReadonlyMap<string, number>;
}

/** The current state of the home for one turn, bounded whatever the size of the home. */
export function nowBlock(home: HomeView, prompts: Prompts, known: CatalogueCoverage, moment: NowContext): NowBlock {
  const { language, now, room: roomId } = moment;
  const room = roomId === null ? undefined : home.layout.room(roomId);
  const times: string[] = [];
  const clock = (at: number) => {
    const text = whenText(at, now, home.timezone);
    times.push(text);
    return text;
  };
  const more = (count: number) => promptText(prompts, "more", language, { count: String(count) });
  const writer: NowWriter = { home, clock, more, now };
  const { classes, unknown } = homeNow(home, now);
  const listed: DeviceId[] = [];
  const list = (each: keyof typeof classes): string => {
    const { text, whole } = listText(classes[each], BUDGETS[each], writer);
    listed.push(...classes[each].so.map(({ device }) => device.id));
    // A cut list does not show that the others are off.
    if (whole) listed.push(...classes[each].others);
    return text;
  };
  const meant = meantBy(home, moment);
  const { compared = null } = moment;
  // An alarm matters more than the last of many devices.
  const namedBudget = (compared === null ? NAMED_BUDGET : COMPARED.named) - roughTokens(moment.unread ?? "");
  const named = namedLines(meant, moment.more ?? 0, known, writer, namedBudget);
  const places = [...(moment.rooms ?? []), ...(room ? [room.id] : [])];
  const several = moment.devices.length > FEW && compared === null;
  const beside = moment.devices.length === 0 ? CLIMATE_BUDGET : CLIMATE_BESIDE;
  const measures =
    compared === null ? CLIMATE_MEASURES : [compared, ...CLIMATE_MEASURES.filter((each) => each !== compared)];
  const climate = several
    ? { text: "", devices: [] }
    : climateText(home, places, measures, compared === null ? beside : COMPARED.climate, writer);
  const sun = home.location ? sunAt(now, home.location, home.timezone) : null;
  const sunTimes = { rises: sun?.rises ?? null, sets: sun?.sets ?? null };
  const sunTold = sunTimes.rises !== null && sunTimes.sets !== null;
  const plans = moment.plans ?? NO_PLANS;
  const told = {
    ...plans,
    time: localTime(now, home.timezone, language),
    timezone: home.timezone,
    sunset: sunTold && sun?.up ? clock(sunTimes.sets ?? 0) : "",
    sunrise_next: sunTold && sun?.up ? clock(sunTimes.rises ?? 0) : "",
    sunrise: sunTold && sun && !sun.up ? clock(sunTimes.rises ?? 0) : "",
    sunset_next: sunTold && sun && !sun.up ? clock(sunTimes.sets ?? 0) : "",
    lights: list("lights"),
    others: list("others"),
    open: list("open"),
    unlocked: list("unlocked"),
    motion: list("motion"),
    alarm: classes.alarm.so.length > 0 ? list("alarm") : "",
    unread: moment.unread ?? "",
    unknown: fitToBudget(
      unknown.map(({ handle }) => handle),
      BUDGETS.unknown,
      writer.more,
    ).text,
    climate: climate.text,
    room: room ? `${nameOrQuoted(room.id)} ${quote(room.name)}` : "",
    named: named.lines.map((line) => `\n- ${line}`).join(""),
  };
  const household = moment.household ?? NO_HOUSEHOLD;
  const lived = Object.values(household).filter((text) => text !== "");
  const besides = room ? home.devices.filter((each) => each.room?.id === room.id && !named.shown.includes(each)) : [];
  const left = BUDGET - HEADS - roughTokens(Object.values(told).join("\n")) - roughTokens(lived.join("\n"));
  const here = roomLines(besides, Math.max(ROOM_LEAST - roughTokens(told.unread), left), writer);
  return {
    places: {
      ...told,
      ...household,
      remembered: moment.remembered ?? "",
      here: here.lines.map((line) => `\n- ${line}`).join(""),
    },
    named: named.shown.map(({ id }) => id),
    here: here.shown.map(({ id }) => id),
    listed: [...new Set(listed)],
    measured: climate.devices,
    times: [...times, whenText(now, now, home.timezone), ...Object.values(plans)],
  };
}

/** The devices that the text names, then all devices of the rooms that it names. */
function meantBy(home: HomeView, { devices, rooms = [], room: here }: NowContext): Device[] {
  const named = devices.flatMap((id) => home.device(id) ?? []);
  // In "the kitchen lamp" the room belongs to the lamp.
  if (named.some(({ room }) => room !== null && rooms.includes(room.id))) return named;
  // The speaker's room first, where the text names it.
  const places = here !== null && rooms.includes(here) ? [here, ...rooms] : rooms;
  return [...new Set([...named, ...places.flatMap((place) => home.devices.filter(({ room }) => room?.id === place))])];
}

interface NowWriter {
  readonly home: HomeView;
  readonly clock: (at: number) => string;
  readonly more: (count: number) => string;
  readonly now: number;
}

/** Handles with their times; counts by room where they are too many. Empty without such devices; "-" where none has the state. */
function listText({ so, others }: StandingNow, budget: number, writer: NowWriter): { text: string; whole: boolean } {
  if (so.length + others.length === 0) return { text: "", whole: true };
  if (so.length === 0) return { text: "-", whole: true };
  const found = fitToBudget(
    so.map((each) => standingText(each, writer)),
    budget,
    writer.more,
  );
  if (found.whole) return found;
  const counts = (placeOf: (device: Device) => string | null | undefined) =>
    [...Map.groupBy(so, ({ device }) => placeOf(device) ?? "-")]
      .sort(([, a], [, b]) => b.length - a.length)
      .map(([place, own]) => `${nameOrQuoted(place)} ${own.length}`);
  const byRoom = fitToBudget(
    counts(({ room }) => room?.id),
    budget,
    writer.more,
  );
  const byPlace = byRoom.whole
    ? byRoom
    : fitToBudget(
        counts(({ room }) => room?.floor ?? room?.id),
        budget,
        writer.more,
      );
  return { text: `${so.length}: ${byPlace.text}`, whole: false };
}

function standingText({ device, since }: StandingDevice, { clock }: NowWriter): string {
  const position = [...device.spec.properties.values()].find(({ type }) => type === "current-position");
  const at = position && device.state.get(position.address)?.value;
  const part = typeof at === "number" && at > 0 && at < 100 ? ` ${at}%` : "";
  return `${device.handle}${part}${since === null ? "" : ` (${clock(since)})`}`;
}

/** A line for each named device, best first: its state, and its items that the catalogue lacks. */
function namedLines(
  devices: readonly Device[],
  besides: number,
  { complete, cut }: CatalogueCoverage,
  writer: NowWriter,
  budget: number,
) {
  const most = devices.length + besides <= 2 ? ALONE_VALUES : NAMED_VALUES;
  const describe = (device: Device): string => {
    const { handle, name, room } = device;
    const place = room && !complete ? ` (${nameOrQuoted(room.id)})` : "";
    return `${handle} ${quote(name)}${place}: ${stateText(device, most, writer)}`;
  };
  const found = within(devices, besides, describe, budget, writer);
  const told = new Set<Device["spec"]>();
  let left = budget - roughTokens(found.lines.join("\n"));
  const lines = found.lines.map((line, at) => {
    const spec = found.shown[at]?.spec;
    const known = spec && cut.get(spec.kind);
    if (!spec || known === undefined || told.has(spec)) return line;
    told.add(spec);
    const able = specItemsText(specItemsOf(spec).filter(({ rank }) => rank > known));
    left -= roughTokens(able);
    return able === "" || left < 0 ? line : `${line} | ${able}`;
  });
  return { ...found, lines };
}

function roomLines(devices: readonly Device[], budget: number, writer: NowWriter) {
  const describe = (device: Device) =>
    `${device.handle}: ${stateText(device, isOff(device) ? 1 : ROOM_VALUES, writer)}`;
  return within(devices, 0, describe, budget, writer);
}

function within(
  devices: readonly Device[],
  besides: number,
  describe: (device: Device) => string,
  budget: number,
  { more }: NowWriter,
): { readonly lines: string[]; readonly shown: Device[] } {
  const lines: string[] = [];
  const shown: Device[] = [];
  let left = budget;
  for (const device of devices) {
    const line = describe(device);
    left -= roughTokens(line) + 2;
    if (left < 0 && shown.length > 0) break;
    lines.push(line);
    shown.push(device);
  }
  const rest = devices.length - shown.length + besides;
  if (rest > 0) lines.push(more(rest));
  return { lines, shown };
}

/** Whether the power of a device is off; its settings are then left out. */
function isOff({ spec, state }: Device): boolean {
  const power = [...spec.properties.values()].find((each) => isPower(each) && propertyLabel(spec, each) === "on");
  return power !== undefined && state.get(power.address)?.value === false;
}

/** `on=true (21:30), brightness=60 %`: the usual properties, with the labels that set_properties takes. */
function stateText(device: Device, most: number, { now, clock }: NowWriter): string {
  const { spec } = device;
  const placeOf = (property: Property) => (isPower(property) ? -1 : 0) + ORDER[propertyUse(spec, property)];
  const properties = [...spec.properties.values()].filter(
    (property) => propertyUse(spec, property) !== "aside" || (most === ALONE_VALUES && WORN.test(property.type)),
  );
  const ranked = properties
    .filter(({ address }) => device.state.has(address))
    .sort((a, b) => placeOf(a) - placeOf(b))
    .slice(0, most);
  const values = shownState(device);
  const shown = ranked.map(({ address, type, format }) => {
    const value = values[address] ?? "";
    const state = device.state.get(address);
    const since = state?.changeSeen && format === "bool" && SINCE.has(type) ? ` (${clock(state.changedAt)})` : "";
    // Quote a device's own words, which could read like something else.
    const shownAs = typeof value === "string" && (format === "string" || isListed(value)) ? nameOrQuoted(value) : value;
    return `${propertyLabel(spec, { address })}=${shownAs}${since}`;
    function isListed(text: string): boolean {
      return spec.properties.get(address)?.values.some(({ description }) => description === text) ?? false;
    }
  });
  const usual = new Set(properties.map(({ address }) => address));
  // A missing value would read as off or as not existing.
  const doubts = [...doubtsOf(device, now)]
    .filter(([address]) => usual.has(address))
    .slice(0, MAX_DOUBTS)
    .map(([address, { reason }]) => `${propertyLabel(spec, { address })} ${reason}`);
  const away = device.lostSince !== null ? ["broker-lost"] : device.online === false ? ["offline"] : [];
  return [...away, ...shown, ...doubts].join(", ") || "-";
}

const ORDER = { main: 0, usual: 1, own: 2, aside: 3 } as const;

/** Types of properties of wear: a question about a device may be about them. */
const WORN = /(life-level|left-time|used-time)$/;

/** Types of properties whose start time is shown. */
const SINCE: ReadonlySet<string> = new Set(["on", "locked", "contact-state", "motion-state", "submersion-state"]);

/** The climate of rooms: `living 21 °C 48 %`. */
function climateText(
  home: HomeView,
  first: readonly string[],
  measures: readonly ClimateMeasure[],
  budget: number,
  writer: NowWriter,
) {
  const byRoom = Map.groupBy(
    home.devices.filter(({ room }) => room !== null),
    ({ room }) => room?.id ?? "",
  );
  const rooms = [...byRoom].sort(([a], [b]) => Number(first.includes(b)) - Number(first.includes(a)));
  // The first measure of all rooms matters more than all measures of a few.
  const tellings = measures
    .map((_, at) => measures.slice(0, measures.length - at))
    .map((types) => {
      const devices = new Set<DeviceId>();
      const texts = rooms.flatMap(([room, own]) => {
        const values = types.flatMap((type) => measured(own, type, writer.now));
        for (const { device } of values) devices.add(device.id);
        return values.length === 0 ? [] : [`${nameOrQuoted(room)} ${values.map(({ text }) => text).join(" ")}`];
      });
      return { texts, devices: [...devices] };
    });
  const shown = tellings.map(({ texts, devices }) => ({ ...fitToBudget(texts, budget, writer.more), devices }));
  const { text = "", devices = [] } = shown.find(({ whole }) => whole) ?? shown.at(-1) ?? {};
  return { text, devices };
}

/** The first current value of a type: from a sensor first, then from devices that also measure. */
function measured(devices: readonly Device[], type: string, now: number): { device: Device; text: string }[] {
  for (const device of devices.toSorted((a, b) => Number(isSensor(b)) - Number(isSensor(a)))) {
    const property = [...device.spec.properties.values()].find(
      (each) => each.type === type && !each.access.write && isOfAir(each.service),
    );
    const state = property && device.state.get(property.address);
    if (!property || !state || lapseOf(device, state, now) !== null) continue;
    const value = shownState(device)[property.address];
    return [{ device, text: property.unit ? `${value}` : `${type} ${value}` }];
  }
  return [];
}

function isSensor({ spec }: Device): boolean {
  return /sensor|monitor/.test(spec.kind);
}

/** Whether a service measures air, and not the water of a kettle. */
function isOfAir(service: string): boolean {
  return /^(environment|temperature-humidity-sensor|air-conditioner|thermostat|temperature-sensor|humidity-sensor)/.test(
    service,
  );
}

/** "Tuesday 2026-11-24 22:50" in the home's time zone. */
function localTime(now: number, timezone: string, language: Language): string {
  const zoned = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timezone);
  const weekday = new Intl.DateTimeFormat(language, { weekday: "long", timeZone: timezone }).format(now);
  return `${weekday} ${zoned.toPlainDate().toString()} ${zoned.toPlainTime().toString({ smallestUnit: "minute" })}`;
}
