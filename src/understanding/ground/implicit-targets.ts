import type { Property } from "../../home/index.ts";
import { describes } from "../../language/index.ts";
import type { Act } from "../lexicon/types.ts";
import type { HomeIndex } from "../names/home-index.ts";
import type { IndexedDevice } from "../names/indexed-device.ts";
import { emptyHead, type Frame, type Head, type PlaceReference, type ValueMention } from "../parse/frame.ts";
import { playsRole } from "../parse/items.ts";
import { canDo } from "./act-effects.ts";
import type { DialogueContext } from "./context.ts";
import { directionOf, isFeasible, isWarmth } from "./frame-effects.ts";
import { withoutRedundantGroups } from "./groups.ts";
import { inPlaces } from "./places.ts";
import { defaultTypes, expanded, settable } from "./properties.ts";
import { selectTargets, type TargetSelection } from "./select.ts";
import { isInState } from "./states.ts";
import { type DeviceTarget, propertiesOf } from "./target.ts";

/** Kinds of devices that play sound. An oven can be paused too, but plays nothing. */
const PLAYERS: readonly string[] = ["speaker", "media-player", "television"];

/** The kinds that a property is usually about, tried in this order. `all`: several devices may be meant. */
const USUAL: readonly { readonly types: RegExp; readonly kinds: readonly string[]; readonly all: boolean }[] = [
  { types: /^(brightness|color|color-temperature|saturability)$/, kinds: ["light"], all: true },
  {
    types: /^(volume|mute|playing-state|input-control)$/,
    kinds: PLAYERS,
    all: false,
  },
  { types: /^(target-temperature|temperature)$/, kinds: ["air-conditioner", "thermostat", "heater"], all: false },
  {
    types: /^(fan-level|fan-speed|speed|speed-level|horizontal-swing|vertical-swing|swing)$/,
    kinds: ["fan"],
    all: false,
  },
  { types: /^(target-position|current-position)$/, kinds: ["curtain", "blinds", "window-opener"], all: true },
  { types: /^(target-humidity|relative-humidity)$/, kinds: ["humidifier", "dehumidifier"], all: false },
];

/** The same for the temperature of water. */
const USUAL_OF_WATER: typeof USUAL = [{ types: /^/, kinds: ["water-heater"], all: false }];

/** A number from here on is a colour temperature in kelvin, because no room is as hot. */
const LEAST_KELVIN = 1000;

/** A head for several devices of any kind. */
const EVERY: Head = { ...emptyHead(), type: "kind", plural: true };

/**
 * Picks targets from the property, value or action when the sentence names no device. Null when nothing tells which devices
 * it could be about.
 */
export function selectImplicitTargets(frame: Frame, context: DialogueContext): TargetSelection | null {
  const places = frame.places;
  const missing = inPlaces(places, [], context);
  if (missing.refusal) return { refusal: missing.refusal };
  const types = typesOf(frame);
  // "red" alone says nothing about a device.
  if (
    frame.act === null &&
    places.length === 0 &&
    frame.changes.length === 0 &&
    frame.props.length === 0 &&
    frame.actions.length === 0
  )
    return null;
  const [first = ""] = types;
  const usual =
    USUAL_OF_WATER.find(() => frame.items.some((item) => playsRole(item, "ofWater"))) ??
    USUAL.find(({ types: pattern }) => pattern.test(first)) ??
    USUAL.find(({ types: pattern }) => types.some((type) => pattern.test(type)));
  if (usual) {
    // In a named room the heating may be a bath heater.
    const bath = types.includes("target-temperature") && places.length > 0 ? ["bath-heater"] : [];
    const wide = places.some(({ kind }) => kind === "floor" || kind === "home");
    // With neither a place nor a speaker's room, "all lamps of the home" would be a guess.
    const near = places.length > 0 || context.room !== null || context.focus.rooms.length > 0;
    const head = {
      ...EVERY,
      kinds: [...usual.kinds, ...bath],
      places,
      text: frame.propText,
      plural: (usual.all && near) || wide,
    };
    const fits = (target: DeviceTarget): boolean => isFeasible(frame, target) && isForCooling(frame, target);
    const found = selectTargets(head, context, fits);
    if (found.targets?.some(fits) || found.options?.some(fits)) {
      return found.targets ? { ...found, targets: found.targets.filter(fits) } : found;
    }
    if (usual.kinds[0] === "fan" || usual.kinds[0] === "water-heater") {
      const place = places.find((each): each is Extract<PlaceReference, { kind: "rooms" }> => each.kind === "rooms");
      return { refusal: { code: "no-device", said: frame.propText, place: place?.text ?? null, nearest: null } };
    }
  }
  const all = possible(frame, types, context).map((indexed): DeviceTarget => ({ indexed, service: null }));
  const usable = all.filter(
    (target) => isDirect(frame, target) && isFeasible(frame, target) && isForCooling(frame, target),
  );
  const within = places.length > 0 ? inPlaces(places, usable, context) : { targets: usable };
  if (within.refusal) return { refusal: within.refusal };
  const meant = withoutRedundantGroups(within.targets, context);
  if (meant.length === 0) {
    if (places.length === 0) return null;
    if (types.length === 0)
      return { refusal: { code: "no-device", said: "", place: placeText(places), nearest: null } };
    return { refusal: { code: "no-property", device: null, said: frame.propText } };
  }
  const busy = meant.length > 1 ? preferred(frame, meant) : meant;
  const light = lightsOf(frame, busy);
  const head = { ...EVERY, places, plural: light !== null, kinds: ["light"] };
  const wide = places.some(({ kind }) => kind === "floor" || kind === "home");
  return settle(light ?? busy, { ...head, plural: head.plural || wide }, context, places.length > 0);
}

/**
 * Whether the target fits a wish to cool. Devices that cool do; without a number of degrees, a heater that is on may also
 * heat less.
 */
function isForCooling(frame: Frame, target: DeviceTarget): boolean {
  if (!isWarmth(frame) || frame.changes[0]?.direction !== -1) return true;
  const { kind } = target.indexed.device.spec;
  const cools = /^air-condition/.test(kind) || propertiesOf(target).some(hasCoolMode);
  const heats = /^(heater|thermostat|bath-heater)$/.test(kind);
  return cools || (heats && frame.values.length === 0 && isInState("on", target) !== false);
}

function hasCoolMode({ type, access, values }: Property): boolean {
  return type === "mode" && access.write && values.some(({ description }) => describes(description, ["cool"]));
}

/** Candidates for a frame without a noun: by property, by action, or all devices of the place. */
function possible(frame: Frame, types: readonly string[], { index }: DialogueContext): readonly IndexedDevice[] {
  // A lamp has only a colour temperature, in kelvin. Degrees and "warmer" without a lamp are about a room.
  const kelvin = frame.values.some((said) => said.kelvin !== null || (said.quantity?.value ?? 0) >= LEAST_KELVIN);
  const lamps = frame.props.includes("target-temperature") && kelvin ? ["color-temperature"] : [];
  if (types.length > 0) return [...index.having([...expanded(types), ...lamps])];
  if (frame.actions.length > 0) return [...index.having([], frame.actions)];
  if (frame.changes.length > 0 || frame.props.length > 0) return [...index.devices.values()];
  switch (frame.act) {
    case "play":
    case "pause":
    case "resume":
    case "next":
    case "previous":
    case "stop": {
      if (frame.items.some((item) => playsRole(item, "mowing"))) return [...index.having([], ["start-mowing"])];
      if (frame.items.some((item) => playsRole(item, "sweeping"))) return [...index.having([], ["stop-sweeping"])];
      const playing = [...index.having([], ["play", "pause", "stop-sweeping"])];
      const heard = frame.items.some((item) => playsRole(item, "sounding"));
      return heard ? playing.filter(({ device }) => PLAYERS.includes(device.spec.kind)) : playing;
    }
    case "dock":
      return [...index.having([], ["start-charge", "dock"])];
    case "mow":
      return [...index.having([], ["start-mowing"])];
    case "lock":
    case "unlock":
      return [...new Set([...index.having(["locked"], ["lock", "unlock"]), ...index.ofKind("lock")])];
    default:
      return frame.places.length > 0 ? [...index.devices.values()] : withProgramme(frame, index);
  }
}

/** Finds machines that have the programme and can start it: "start a quick wash". */
function withProgramme(frame: Frame, index: HomeIndex): readonly IndexedDevice[] {
  const said = programmeOf(frame);
  if (said === null) return [];
  const having = (fits: (description: string) => boolean): readonly IndexedDevice[] =>
    [...index.having(["mode"])].filter((indexed) => {
      const target: DeviceTarget = { indexed, service: null };
      const modes = propertiesOf(target).filter(({ type }) => type === "mode");
      return canDo("start", target) && modes.some(({ values }) => values.some((each) => fits(each.description)));
    });
  // One machine calls it "quick wash", another only "quick".
  const called = having((description) => description.trim().toLowerCase() === said.text.toLowerCase());
  return called.length > 0 ? called : having((description) => describes(description, said.listed.slice(0, 1)));
}

/** A listed value that shall start, when the frame says nothing that it could be the value of; null otherwise. */
function programmeOf({ act, values, places }: Frame): ValueMention | null {
  const [value, ...others] = values;
  const begins = act === "start" || act === "run" || act === "on";
  return begins && value?.listed.length && others.length + places.length === 0 ? value : null;
}

function placeText(places: readonly PlaceReference[]): string | null {
  const texts = places.flatMap((place) => ("text" in place ? [place.text] : []));
  return texts.length > 0 ? texts.join(", ") : null;
}

/** Whether the frame has a number without a unit or property. */
function isBareNumber({ values, props, changes }: Frame): boolean {
  return (
    props.length + changes.length === 0 && values.some(({ quantity }) => quantity !== null && quantity.unit === null)
  );
}

/** The lights among the targets, where the frame is about lights by default: "turn off the kitchen". Null otherwise. */
function lightsOf(frame: Frame, targets: readonly DeviceTarget[]): readonly DeviceTarget[] | null {
  const { act, props, values, changes } = frame;
  if (
    isBareNumber(frame) ||
    props.length > 0 ||
    changes.length > 0 ||
    !(
      act === "on" ||
      act === "off" ||
      (values.length > 0 && values.every(({ color, kelvin }) => color !== null || kelvin !== null))
    )
  )
    return null;
  const lights = targets.filter(({ indexed }) => indexed.ownKinds.has("light"));
  return lights.length > 0 ? lights : null;
}

/** Takes the one target, all targets of a named place, or those in the speaker's room; otherwise offers a choice. */
function settle(
  targets: readonly DeviceTarget[],
  head: Head,
  context: DialogueContext,
  placed: boolean,
): TargetSelection {
  if (targets.length === 1 || (placed && head.plural)) return { targets, inferred: null };
  const { room, index } = context;
  const here = room === null || placed ? [] : targets.filter(({ indexed }) => indexed.device.room?.id === room);
  if (here.length > 0 && (here.length === 1 || head.plural))
    return { targets: here, inferred: index.room(room ?? "")?.name ?? null };
  return { options: here.length > 0 ? here : targets };
}

function typesOf(frame: Frame): readonly string[] {
  if (frame.props.length > 0) return frame.props;
  if (isWarmth(frame)) return ["target-temperature"];
  const [change] = frame.changes;
  if (change) return change.props;
  if (frame.act === "mute" || frame.act === "unmute") return ["mute"];
  const [value] = frame.values;
  if (value?.color !== null && value?.color !== undefined) return ["color"];
  if (value?.kelvin !== null && value?.kelvin !== undefined) return ["color-temperature"];
  const unit = value?.quantity?.unit;
  if (frame.values.some(isDegrees)) return ["target-temperature"];
  if (unit === "kelvin") return ["color-temperature"];
  if ((unit === "percent" || unit === "fraction") && frame.places.length > 0) return ["brightness"];
  return [];
}

function isDegrees({ quantity }: ValueMention): boolean {
  return quantity?.unit === "degree" || quantity?.unit === "celsius" || quantity?.unit === "fahrenheit";
}

/** Whether the target itself has the property or action of the frame, so that no guess is needed. */
function isDirect(frame: Frame, target: DeviceTarget): boolean {
  const { act } = frame;
  const { capabilities, device } = target.indexed;
  if (frame.props.length > 0 || frame.changes.length > 0) {
    const types = typesOf(frame);
    return settable(target, types.length > 0 ? types : defaultTypes(target)).length > 0;
  }
  if (frame.actions.length > 0) return frame.actions.some((type) => capabilities.actions.has(type));
  if (programmeOf(frame) !== null) return true;
  // "put the first floor on 40" fits every device that takes a number.
  switch (isBareNumber(frame) ? "set" : act) {
    case "play":
    case "pause":
    case "resume":
    case "next":
    case "previous":
    case "stop":
      // What is off plays nothing.
      if ((act === "next" || act === "previous") && isSwitchedOff(target)) return false;
      return (
        capabilities.actions.has("play") ||
        capabilities.actions.has("pause") ||
        capabilities.actions.has("start-mowing") ||
        (act === "stop" && device.spec.kind === "vacuum")
      );
    case "mute":
    case "unmute":
    case "dock":
    case "mow":
    case "lock":
    case "unlock":
      return true;
    case "on":
    case "off":
    case "toggle":
      return frame.places.length > 0 && device.spec.kind === "light";
    case "open":
    case "close":
      return frame.places.length > 0 && (capabilities.movers.length > 0 || device.spec.kind === "light");
    default:
      return frame.values.length > 0 && directionOf(frame) === 0 && frame.places.length > 0;
  }
}

/** Whether the target's own switch is off. A paused player counts as on: it can skip to the next track. */
function isSwitchedOff({ indexed: { device, capabilities } }: DeviceTarget): boolean {
  const [power] = capabilities.power;
  return power !== undefined && device.state.get(power.address)?.value === false;
}

/** Acts on playback or on a robot that is out. */
const PLAYED: ReadonlySet<Act> = new Set<Act>(["play", "pause", "resume", "next", "previous", "stop", "dock", "mow"]);

/** Of several players picks the one that plays, of several mowers the one that is out. */
function preferred({ act }: Frame, targets: readonly DeviceTarget[]): readonly DeviceTarget[] {
  const wanted = act === "resume" || act === "play" ? /^pause/i : act === "dock" ? /mow|sweep|clean/i : /^play/i;
  if (act === "mute" || act === "unmute") {
    const others = targets.filter(
      ({ indexed }) => indexed.device.state.get("speaker.mute")?.value === (act === "unmute"),
    );
    return others.length > 0 ? others : targets;
  }
  // 客厅的留一半 has no playback act, so a player that plays is no more likely.
  if (act === null || !PLAYED.has(act)) return targets;
  const fitting = targets.filter(({ indexed: { device } }) =>
    [...device.spec.properties.values()].some((property) => {
      if (property.type !== "playing-state" && property.type !== "status") return false;
      const value = device.state.get(property.address)?.value;
      return wanted.test(property.values.find((each) => each.value === value)?.description ?? "");
    }),
  );
  if (fitting.length === 1) return fitting;
  const speakers = targets.filter(({ indexed }) => indexed.device.spec.kind === "speaker");
  const idle = targets.every(
    (target) => speakers.includes(target) || isInState("on", target) !== true || act === "play",
  );
  return speakers.length > 0 && idle ? speakers : targets;
}
