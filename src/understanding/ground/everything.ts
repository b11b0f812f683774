import { emptyHead, type Frame, type Head, type PlaceReference } from "../parse/frame.ts";
import { type Item, playsRole } from "../parse/items.ts";
import { focusTargets } from "./candidates.ts";
import type { DialogueContext } from "./context.ts";
import { roomsOf } from "./places.ts";
import { isInState } from "./states.ts";
import type { DeviceTarget, MinimalTarget } from "./target.ts";
import { checkWorking } from "./working.ts";

/** Kinds that cook, wash, heat a bed, move around or make noise. They start only when named, not with "everything on". */
const BY_NAME: ReadonlySet<string> = new Set([
  "oven",
  "microwave-oven",
  "cooker",
  "pressure-cooker",
  "air-fryer",
  "induction-cooker",
  "kettle",
  "coffee-machine",
  "washer",
  "dryer",
  "dishwasher",
  "electric-blanket",
  "iron",
  "vacuum",
  "mop",
  "speaker",
  "media-player",
  "water-heater",
  "heater",
  "bath-heater",
]);

/** Kinds that are opened and closed. */
const OPENED: readonly string[] = ["curtain", "blinds", "awning", "window-opener"];

/**
 * Resolves "everything" in this clause. After the blinds, "open everything up again" means the blinds; otherwise people open
 * curtains and windows, and lock doors.
 */
export function settleEverything(frame: Frame, context: DialogueContext): void {
  const { act } = frame;
  const [alike, ...others] = new Set(focusTargets(context).map(({ indexed }) => indexed.device.spec.kind));
  // After the lights of one room, "all" of another room or the home means its lights.
  const goesOn = alike !== undefined && others.length === 0 && saysAllOfThem(frame);
  if (!goesOn && isWholeHome(frame, context)) {
    // 关 and 打开 of a whole home mean to switch, not to open or shut.
    if (act === "close") frame.act = "off";
    if (act === "open") frame.act = "on";
    frame.heads = [{ ...emptyHead(), type: "everything", quantifier: "all", places: frame.places }];
    frame.places = [];
  }
  if (isAllOfPlace(frame)) {
    const all = { ...emptyHead(), quantifier: "all" as const, places: frame.places };
    frame.heads = [goesOn ? { ...all, type: "kind", kinds: [alike], plural: true } : { ...all, type: "everything" }];
    frame.places = [];
  }
  if (isAllButOwn(frame, context)) {
    const [kept] = frame.heads;
    frame.heads = [{ ...emptyHead(), type: "everything", quantifier: "all", places: kept?.places ?? [] }];
  }
  if (act === "lock") {
    const all = (head: Head): Head => ({ ...head, type: "kind", kinds: ["lock"], quantifier: "all" });
    frame.heads = frame.heads.map((head) => (head.type === "everything" ? all(head) : head));
  }
  if (act !== "open" && act !== "close") return;
  frame.heads = frame.heads.map((head): Head => {
    if (head.type !== "everything") return head;
    const before = focusTargets(context);
    if (head.places.length === 0 && before.length > 0 && before.every(moves)) return { ...head, type: "them" };
    if (!frame.items.some(({ lex, first }) => first.kind === "word" && lex?.acts.includes(act))) return head;
    const there = OPENED.some((kind) => context.index.ofKind(kind).size > 0);
    return there ? { ...head, type: "kind", kinds: OPENED, quantifier: "all" } : head;
  });
}

/** Whether everything in the places is meant (卧室里的都关掉), or everything like the focus. */
function isAllOfPlace({ act, heads, places, props, values, changes, items, unknown }: Frame): boolean {
  const plain = heads.length + props.length + values.length + changes.length + unknown.length === 0;
  if (!plain || (act !== "off" && act !== "close") || !places.every(({ kind }) => kind === "rooms")) return false;
  return places.length > 0 && saysAllOfThem({ items });
}

/** Whether 都 is said. */
function saysAllOfThem({ items }: Pick<Frame, "items">): boolean {
  return items.some((item) => playsRole(item, "allOfThem") && !item.grammar.spaces);
}

/**
 * Whether all kinds of devices are meant except the excepted one: in 客厅除了电视都关了 nothing of its own kind would remain. 东西 says
 * so for lamps too.
 */
function isAllButOwn({ act, heads, except, items, values, props }: Frame, context: DialogueContext): boolean {
  const [head, ...others] = heads;
  const [kept] = except.heads;
  if (!head || !kept || others.length + values.length + props.length > 0 || (act !== "off" && act !== "close"))
    return false;
  const taken = head.type === "kind" && head.quantifier === "all" && head.text === kept.text;
  if (!taken || head.places.length === 0 || head.kinds.some((kind) => OPENED.includes(kind))) return false;
  const rooms = roomsOf(head.places, context).ids;
  if (!rooms) return false;
  const named = new Set(kept.devices);
  const alike = [...rooms]
    .flatMap((room) => [...context.index.inRoom(room)])
    .filter((each) => head.kinds.some((kind) => context.index.isKind(each, kind)));
  // In 楼上除了书房的灯都关了 the lights of the other rooms remain.
  const there = kept.places.length > 0 ? (roomsOf(kept.places, context).ids ?? null) : null;
  const left = alike.filter(({ device }) =>
    there !== null ? !there.has(device.room?.id ?? "") : named.size > 0 && !named.has(device.id),
  );
  return left.length === 0 || items.some((item) => playsRole(item, "thing") && !item.grammar.spaces);
}

/** Whether the home as a whole is switched: "turn the whole house off", 把家关了 are about more than lights. */
function isWholeHome({ act, heads, places, props, values, changes, items }: Frame, context: DialogueContext): boolean {
  const [place, ...others] = places;
  const plain = heads.length + props.length + values.length + changes.length === 0;
  const isSwitching = ({ lex, grammar }: Item): boolean =>
    !grammar.spaces && (act === "close" || act === "open") && (lex?.acts.includes(act) ?? false);
  const switched = act === "off" || act === "on" || items.some(isSwitching);
  return switched && plain && place !== undefined && isHome(place, context) && others.length === 0;
}

/** Whether the place is the home, or a floor that holds all rooms with devices. */
function isHome(place: PlaceReference, context: DialogueContext): boolean {
  if (place.kind !== "floor") return place.kind === "home";
  const rooms = roomsOf([place], context).ids;
  const known = [...context.index.devices.values()].flatMap(({ device }) => device.room?.id ?? []);
  return known.length > 0 && known.every((id) => rooms?.has(id) ?? false);
}

/** Whether it is not said what to raise or lower: "turn everything up". */
export function raisesEverything({ heads, props, changes, act }: Frame): boolean {
  const vague = (act === "raise" || act === "lower") && props.length + changes.length === 0;
  return vague && heads.some(({ type }) => type === "everything");
}

/** Kinds whose programme runs alone for hours and is spoilt when interrupted. Nothing with a flame or hot plate. */
const PROGRAMMES: ReadonlySet<string> = new Set([
  "washer",
  "dryer",
  "washer-dryer",
  "clothes-dryer",
  "dishwasher",
  "bread-maker",
]);

/** Whether its programme is running. Then only its name ends it, not "everything off". */
export function runsProgramme(target: MinimalTarget): boolean {
  if (!PROGRAMMES.has(target.indexed.device.spec.kind)) return false;
  const status = checkWorking({ ...target, service: null });
  return status.kind === "is" && status.holds;
}

/**
 * Removes targets that must be named: "everything on" leaves out devices such as ovens, "everything off" running programmes,
 * "all the plugs off" essential devices. If only essential ones are of the kind ("the pumps"), they are meant.
 */
export function withoutByName(
  frame: Frame,
  head: Head | null,
  targets: readonly DeviceTarget[],
): readonly DeviceTarget[] {
  const ends = frame.act === "off" || frame.act === "close" || frame.act === "stop";
  if (head?.type === "everything" && ends) {
    const free = targets.filter((target) => !runsProgramme(target));
    // "Stop everything" skips devices that are already idle.
    return frame.act === "stop" ? free.filter((target) => isInState("on", target) !== false) : free;
  }
  if (head?.type === "kind" && ends) {
    const free = targets.filter(({ indexed }) => !indexed.device.essential);
    return free.length > 0 ? free : targets;
  }
  if (head?.type !== "everything" || ends) return targets;
  return targets.filter(({ indexed }) => !BY_NAME.has(indexed.device.spec.kind));
}

function moves({ indexed }: DeviceTarget): boolean {
  return indexed.capabilities.movers.length > 0;
}
