import type { IndexedDevice } from "../index/home-index.ts";
import type { Frame, Head, Place } from "../parse/frame.ts";
import { is, isMark } from "../parse/items.ts";
import type { Doing, Step } from "../plan.ts";
import { cleanStep } from "./cleaning.ts";
import { compute, directionOf, expanded, isComplete } from "./compute.ts";
import { inPlaces, type Need, select } from "./select.ts";
import { defaultTypes, settable } from "./settings.ts";
import type { Refusal, Situation, Target } from "./situation.ts";
import { inState } from "./states.ts";

/** What a command comes to in this home; null when nobody can tell what it is about. */
export function commandStep(frame: Frame, situation: Situation): Step | null {
  if (frame.act === "clean" || frame.act === "mop" || frame.props.includes("cleaning-area")) {
    const cleaning = cleanStep(frame, situation);
    if (cleaning) return cleaning;
  }
  if (situation.focus.devices.length === 0) dropPronouns(frame);
  const need: Need = (target) => able(frame, target);
  if (frame.act === null && !isComplete(frame) && !frame.bare && frame.heads.every(({ type }) => type !== "devices"))
    return null;
  const focused = frame.heads.length === 0 && frame.places.length === 0 ? focusStep(frame, situation) : null;
  if (focused) return focused;
  const parts: Part[] =
    frame.heads.length > 0
      ? frame.heads
          .flatMap(perPlace)
          .map((head) => ({ selection: select(head, situation, need), named: head.type === "devices" }))
      : placeLists(frame.places).map((places) => ({
          selection: selectByWhat({ ...frame, places }, situation),
          named: false,
        }));
  const doings: Doing[] = [];
  /** Devices and services that are done with. */
  const seen = new Set<string>();
  const refusals: Refusal[] = [];
  let inferred: string | null = null;
  for (const { selection, named } of parts) {
    if (selection === null) return null;
    if (selection.options?.length) return { kind: "ask", frame, options: selection.options };
    if (selection.options) return null;
    if (selection.refusal && isGuesswork(frame, selection.refusal)) return null;
    if (selection.refusal) {
      refusals.push(selection.refusal);
      continue;
    }
    const left = withoutExceptions(litOnly(frame, selection.targets), frame, situation);
    const { done, failed } = perform(frame, left);
    for (const doing of done) {
      const key = `${doing.target.indexed.device.id}#${doing.target.service ?? ""}`;
      if (!seen.has(key)) doings.push(doing);
      seen.add(key);
    }
    // Where several are meant, those that can't are left out if others can.
    if (done.length === 0 || named) refusals.push(...failed.slice(0, named ? failed.length : 1));
    inferred ??= selection.inferred;
  }
  const [first] = refusals;
  if (doings.length > 0) return { kind: "do", frame, doings, inferred, refusals };
  if (!first) return null;
  return refusals.length === 1 ? { kind: "refuse", refusal: first } : { kind: "do", frame, doings, inferred, refusals };
}

/** "Brighter" is about the lamps that are on, when some are. */
function litOnly(frame: Frame, targets: readonly Target[]): readonly Target[] {
  if (targets.length < 2 || directionOf(frame) === 0 || frame.heads.some(({ type }) => type === "devices"))
    return targets;
  const lit = targets.filter((target) => inState("on", target) !== false);
  return lit.length > 0 ? lit : targets;
}

/** Nothing was named: what was talked about last, when it can be done with that. */
function focusStep(frame: Frame, { focus, index }: Situation): Step | null {
  const targets = focus.devices.flatMap((id) => {
    const indexed = index.devices.get(id);
    return indexed ? [{ indexed, service: null }] : [];
  });
  const { done } = perform(frame, targets);
  return done.length > 0 && done.length === targets.length
    ? { kind: "do", frame, doings: done, inferred: null, refusals: [] }
    : null;
}

/** Whether "there is no such device" would be said of a sentence that is no clear command. */
function isGuesswork(frame: Frame, { code }: Refusal): boolean {
  if (code !== "no-device") return false;
  const words = frame.items.filter((item) => !isMark(item) && !is(item, "filler") && !is(item, "object"));
  const [first] = words;
  if (frame.heads.some(({ type }) => type === "other")) return true;
  if (first === undefined || !frame.heads.some(({ modifiers }) => modifiers.length > 0)) return false;
  const clear = (first.lex?.acts.length ?? 0) > 0 && !first.lex?.acts.includes("tell");
  return first.first.kind === "word" && (!clear || frame.heads.some(({ modifiers }) => modifiers.length > 3));
}

interface Part {
  readonly selection: ReturnType<typeof select> | null;
  readonly named: boolean;
}

/** What is done to each target, and why not to those that can't. */
function perform(frame: Frame, targets: readonly Target[]): { done: Doing[]; failed: Refusal[] } {
  const done: Doing[] = [];
  const failed: Refusal[] = [];
  for (const target of targets) {
    const { effects, refusal } = compute(frame, target);
    if (refusal) failed.push(refusal);
    else done.push({ target, effects });
  }
  return { done, failed };
}

/** "It" when nothing was talked about: where it is said to be still counts. */
function dropPronouns(frame: Frame): void {
  const pronouns = frame.heads.filter(({ type }) => type === "it" || type === "them");
  if (pronouns.length === 0) return;
  frame.heads = frame.heads.filter((head) => !pronouns.includes(head));
  frame.places.push(...pronouns.flatMap(({ places }) => places));
}

/** One head per room, so that each room that lacks it is refused. */
function perPlace(head: Head): Head[] {
  return placeLists(head.places).map((places) => ({ ...head, places }));
}

function placeLists(places: readonly Place[]): Place[][] {
  return places.length > 1 ? places.map((place) => [place]) : [[...places]];
}

/** What a command comes to for targets that are already chosen. */
export function doStep(frame: Frame, targets: readonly Target[]): Step {
  const { done, failed } = perform(frame, targets);
  const [first] = failed;
  if (done.length === 0 && first) return { kind: "refuse", refusal: first };
  return { kind: "do", frame, doings: done, inferred: null, refusals: failed };
}

function able(frame: Frame, target: Target): boolean {
  const { refusal } = compute(frame, target);
  return (
    refusal === undefined ||
    refusal.code === "out-of-range" ||
    refusal.code === "unknown-state" ||
    (refusal.code === "bad-value" && refusal.property !== null)
  );
}

function withoutExceptions(targets: readonly Target[], frame: Frame, situation: Situation): Target[] {
  const { heads, places } = frame.except;
  let left = [...targets];
  if (places.length > 0) {
    const inside = inPlaces(places, left, situation);
    if (inside.refusal === undefined) left = left.filter((target) => !inside.targets.includes(target));
  }
  for (const head of heads) {
    const all: Head = { ...head, quantifier: "all" };
    const found = select(all, situation, () => true);
    if (found.targets) left = left.filter((target) => !found.targets.some((each) => each.indexed === target.indexed));
  }
  return left;
}

/** Kinds that a property is usually about, tried in this order. */
const USUAL: readonly { readonly types: RegExp; readonly kinds: readonly string[]; readonly all: boolean }[] = [
  { types: /^(brightness|color|color-temperature|saturability)$/, kinds: ["light"], all: true },
  {
    types: /^(volume|mute|playing-state|input-control)$/,
    kinds: ["speaker", "media-player", "television"],
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

const EVERY: Head = {
  type: "kind",
  devices: [],
  parts: [],
  kinds: [],
  scenes: [],
  text: "",
  plural: true,
  definite: false,
  places: [],
  quantifier: null,
  modifiers: [],
  modifierText: "",
  ordinals: [],
};

/** No device was named: those that what is said can be about. */
function selectByWhat(frame: Frame, situation: Situation): ReturnType<typeof select> | null {
  const places = frame.places;
  const missing = inPlaces(places, [], situation);
  if (missing.refusal) return { refusal: missing.refusal };
  const types = typesOf(frame);
  // "red" alone is about nothing.
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
    USUAL.find(({ types: pattern }) => pattern.test(first)) ??
    USUAL.find(({ types: pattern }) => types.some((type) => pattern.test(type)));
  if (usual) {
    const wide = places.some(({ kind }) => kind === "floor" || kind === "home");
    // Without a place and a speaker's room, all lamps of a home would be a guess.
    const near = places.length > 0 || situation.room !== null || situation.focus.rooms.length > 0;
    const head = { ...EVERY, kinds: usual.kinds, places, text: frame.propText, plural: (usual.all && near) || wide };
    const found = select(head, situation, (target) => able(frame, target));
    if (found.targets?.some((target) => able(frame, target)) || found.options?.some((target) => able(frame, target))) {
      return found.targets ? { ...found, targets: found.targets.filter((target) => able(frame, target)) } : found;
    }
    if (usual.kinds[0] === "fan") {
      const place = places.find((each): each is Extract<Place, { kind: "rooms" }> => each.kind === "rooms");
      return { refusal: { code: "no-device", said: frame.propText, place: place?.text ?? null, nearest: null } };
    }
  }
  const all = possible(frame, types, situation).map((indexed): Target => ({ indexed, service: null }));
  const usable = all.filter((target) => isDirect(frame, target) && able(frame, target));
  const within = places.length > 0 ? inPlaces(places, usable, situation) : { targets: usable };
  if (within.refusal) return { refusal: within.refusal };
  if (within.targets.length === 0) {
    if (places.length === 0) return null;
    if (types.length === 0)
      return { refusal: { code: "no-device", said: "", place: placeText(places), nearest: null } };
    return { refusal: { code: "no-property", device: null, said: frame.propText } };
  }
  const busy = within.targets.length > 1 ? preferred(frame, within.targets) : within.targets;
  const light = lightsOf(frame, busy);
  const head = { ...EVERY, places, plural: light !== null, kinds: ["light"] };
  const wide = places.some(({ kind }) => kind === "floor" || kind === "home");
  return settle(light ?? busy, { ...head, plural: head.plural || wide }, situation, places.length > 0);
}

/** Devices that a frame without a name can be about: by property, by action, or those of the place. */
function possible(frame: Frame, types: readonly string[], { index }: Situation): readonly IndexedDevice[] {
  // The temperature of a lamp is that of its colour.
  const lamps = types.includes("target-temperature") ? ["color-temperature"] : [];
  if (types.length > 0) return [...index.having([...expanded(types), ...lamps])];
  if (frame.actions.length > 0) return [...index.having([], frame.actions)];
  if (frame.changes.length > 0 || frame.props.length > 0) return [...index.devices.values()];
  switch (frame.act) {
    case "play":
    case "pause":
    case "resume":
    case "next":
    case "previous":
    case "stop":
      if (frame.items.some(({ text }) => /mow|grass|割草/i.test(text))) return [...index.having([], ["start-mowing"])];
      return [...index.having([], ["play", "pause", "stop-sweeping"])];
    case "dock":
      return [...index.having([], ["start-charge", "dock"])];
    case "mow":
      return [...index.having([], ["start-mowing"])];
    case "lock":
    case "unlock":
      return [...new Set([...index.having(["locked"], ["lock", "unlock"]), ...index.ofKind("lock")])];
    default:
      return frame.places.length > 0 ? [...index.devices.values()] : [];
  }
}

function placeText(places: readonly Place[]): string | null {
  const texts = places.flatMap((place) => ("text" in place ? [place.text] : []));
  return texts.length > 0 ? texts.join(", ") : null;
}

/** "turn off the kitchen" is about its lights. */
function lightsOf({ act, props, values, changes }: Frame, targets: readonly Target[]): readonly Target[] | null {
  if (
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

function settle(
  targets: readonly Target[],
  head: Head,
  situation: Situation,
  placed: boolean,
): ReturnType<typeof select> {
  if (targets.length === 1 || (placed && head.plural)) return { targets, inferred: null };
  const { room, index } = situation;
  const here = room === null || placed ? [] : targets.filter(({ indexed }) => indexed.device.room?.id === room);
  if (here.length > 0 && (here.length === 1 || head.plural))
    return { targets: here, inferred: index.room(room ?? "")?.name ?? null };
  return { options: here.length > 0 ? here : targets };
}

function typesOf(frame: Frame): readonly string[] {
  if (frame.props.length > 0) return frame.props;
  const [change] = frame.changes;
  if (change) return change.props;
  if (frame.act === "mute" || frame.act === "unmute") return ["mute"];
  const [value] = frame.values;
  if (value?.color !== null && value?.color !== undefined) return ["color"];
  if (value?.kelvin !== null && value?.kelvin !== undefined) return ["color-temperature"];
  const unit = value?.quantity?.unit;
  if (unit === "degree" || unit === "celsius" || unit === "fahrenheit") return ["target-temperature"];
  if (unit === "kelvin") return ["color-temperature"];
  if ((unit === "percent" || unit === "fraction") && frame.places.length > 0) return ["brightness"];
  return [];
}

/** Whether the frame is about something that the target has of its own, not by a guess. */
function isDirect(frame: Frame, target: Target): boolean {
  const { act } = frame;
  const { capabilities, device } = target.indexed;
  if (frame.props.length > 0 || frame.changes.length > 0) {
    const types = typesOf(frame);
    return settable(target, types.length > 0 ? types : defaultTypes(target)).length > 0;
  }
  if (frame.actions.length > 0) return frame.actions.some((type) => capabilities.actions.has(type));
  switch (act) {
    case "play":
    case "pause":
    case "resume":
    case "next":
    case "previous":
    case "stop":
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

/** Of several players the one that plays, of several mowers the one that is out. */
function preferred({ act }: Frame, targets: readonly Target[]): readonly Target[] {
  const wanted = act === "resume" || act === "play" ? /^pause/i : act === "dock" ? /mow|sweep|clean/i : /^play/i;
  if (act === "mute" || act === "unmute") {
    const others = targets.filter(
      ({ indexed }) => indexed.device.state.get("speaker.mute")?.value === (act === "unmute"),
    );
    return others.length > 0 ? others : targets;
  }
  const fitting = targets.filter(({ indexed: { device } }) =>
    [...device.spec.properties.values()].some((property) => {
      if (property.type !== "playing-state" && property.type !== "status") return false;
      const value = device.state.get(property.address)?.value;
      return wanted.test(property.values.find((each) => each.value === value)?.description ?? "");
    }),
  );
  if (fitting.length === 1) return fitting;
  const speakers = targets.filter(({ indexed }) => indexed.device.spec.kind === "speaker");
  const idle = targets.every((target) => speakers.includes(target) || inState("on", target) !== true || act === "play");
  return speakers.length > 0 && idle ? speakers : targets;
}
