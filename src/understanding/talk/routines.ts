import { doStep } from "../ground/commands.ts";
import type { DialogueContext } from "../ground/context.ts";
import { frameEffects } from "../ground/frame-effects.ts";
import { withoutRedundantGroups } from "../ground/groups.ts";
import { isInState, STATE_AFTER } from "../ground/states.ts";
import type { DeviceTarget } from "../ground/target.ts";
import { ofLanguages } from "../languages.ts";
import type { IndexedDevice } from "../names/indexed-device.ts";
import { emptyFrame, emptyHead, type Frame } from "../parse/frame.ts";
import type { DoStep, OfferStep, PlannedEffects, SentenceStep } from "../plan.ts";
import { normalise, type Token, tokenise } from "../text/tokens.ts";
import { isNightLight } from "./forms.ts";
import { ROUTINES, type Routine } from "./types.ts";

/** Acts of a routine. All of them are harmless and easily undone; nothing is unlocked or opened. */
type UsualAct = "off" | "close" | "lock" | "on";

interface Usual {
  readonly act: UsualAct;
  readonly kinds: readonly string[];
}

/** The acts of a routine, in the order in which the reply names them. */
const USUAL: Readonly<Record<Routine, readonly Usual[]>> = {
  night: [
    { act: "lock", kinds: ["lock"] },
    { act: "off", kinds: ["light", "television", "projector"] },
    { act: "close", kinds: ["curtain", "blinds"] },
  ],
  leaving: [
    { act: "lock", kinds: ["lock"] },
    {
      act: "off",
      kinds: [
        "light",
        "television",
        "projector",
        "air-conditioner",
        "fan",
        "heater",
        "bath-heater",
        "electric-blanket",
      ],
    },
  ],
  home: [{ act: "on", kinds: ["light"] }],
  film: [
    { act: "close", kinds: ["curtain", "blinds"] },
    { act: "off", kinds: ["light"] },
    { act: "on", kinds: ["television", "projector"] },
  ],
};

/** The home's own scene for a routine, or an offer of what is usual; null when there is nothing to do. */
export function routineStep(meaning: Routine, context: DialogueContext): SentenceStep | null {
  return sceneStep(meaning, context) ?? offerStep(meaning, context);
}

/** The scene of this home for a routine, by the usual names: a scene of Jia, or a device that is a button. */
function sceneStep(meaning: Routine, context: DialogueContext): SentenceStep | null {
  const { index } = context;
  const scenes = new Set<string>();
  const devices = new Set<string>();
  for (const name of sceneNames()[meaning]) {
    index.trie.walk(name, 0, (end, found) => {
      if (end < name.length) return;
      for (const id of found.scenes) scenes.add(id);
      for (const id of found.devices) if (isPressed(index.devices.get(id))) devices.add(id);
    });
  }
  const alike = [...scenes];
  const [scene] = alike;
  if (scene !== undefined) return { kind: "scene", scene, alike, value: null, off: false, meant: true };
  const options = [...devices].flatMap((id): DeviceTarget[] => {
    const indexed = index.devices.get(id);
    return indexed ? [{ indexed, service: null }] : [];
  });
  const [only] = options;
  if (!only) return null;
  const frame = frameForTargets(options, "run");
  return options.length === 1 ? doStep(frame, options) : { kind: "ask", frame, options };
}

/** Whether the device is a button, or a scene of another system: it can only be pressed. */
function isPressed(indexed: IndexedDevice | undefined): boolean {
  return indexed?.capabilities.actions.has("press") === true && indexed.capabilities.power.length === 0;
}

/** Every name of a scene for a routine, with and without the usual endings. */
const sceneNames: () => Readonly<Record<Routine, readonly (readonly Token[])[]>> = ofLanguages((languages) => {
  const names: Record<Routine, Token[][]> = { night: [], leaving: [], home: [], film: [] };
  for (const { scenes, sceneEndings, gap } of languages.flatMap(({ talk }) => talk ?? [])) {
    for (const meaning of ROUTINES) {
      for (const name of scenes[meaning]) {
        const forms = [name, ...sceneEndings.map((ending) => `${name}${gap}${ending}`)];
        names[meaning].push(...forms.map((form) => tokenise(normalise(form))));
      }
    }
  }
  return names;
});

/** Offers what is usual; null where all of it is known to be done already. */
function offerStep(meaning: Routine, context: DialogueContext): OfferStep | null {
  const rooms = roomsFor(meaning, context);
  if (rooms === "nowhere") return null;
  const steps: DoStep[] = [];
  let open = false;
  for (const { act, kinds } of USUAL[meaning]) {
    const all = candidates(kinds, rooms, context);
    const targets = meaning === "night" ? all.filter(({ indexed }) => !isNightLight(indexed.device.name)) : all;
    const frame = frameForTargets(targets, act);
    const doings = targets.flatMap((target): PlannedEffects[] => {
      const { effects } = frameEffects(frame, target);
      return effects ? [{ target, effects }] : [];
    });
    if (doings.length === 0) continue;
    open ||= doings.some(({ target }) => isInState(STATE_AFTER[act], target) !== true);
    steps.push({ kind: "do", frame, doings, inferred: null, refusals: [] });
  }
  return open ? { kind: "offer", meaning, steps, keep: meaning !== "home" } : null;
}

/** Ids of the rooms of a routine; null: the whole home. */
function roomsFor(meaning: Routine, context: DialogueContext): readonly string[] | null | "nowhere" {
  const { index, room } = context;
  switch (meaning) {
    case "night":
    case "leaving":
      return null;
    case "home": {
      const [hall] = index.roomsOfKind("hall");
      const [living] = index.roomsOfKind("living room");
      const lit = [hall, living].find((id) => id !== undefined && candidates(["light"], [id], context).length > 0);
      return lit === undefined ? "nowhere" : [lit];
    }
    case "film": {
      const screens = candidates(["television", "projector"], null, context);
      const rooms = new Set(screens.flatMap(({ indexed }) => indexed.device.room?.id ?? []));
      if (room !== null && (rooms.has(room) || rooms.size !== 1)) return [room];
      return rooms.size === 1 ? [...rooms] : "nowhere";
    }
    default:
      return meaning satisfies never;
  }
}

/** Devices of these kinds in the rooms (null: the whole home), without essential ones. */
function candidates(
  kinds: readonly string[],
  rooms: readonly string[] | null,
  context: DialogueContext,
): readonly DeviceTarget[] {
  const { index } = context;
  const found = new Set(kinds.flatMap((kind) => [...index.ofKind(kind)].filter(({ ownKinds }) => ownKinds.has(kind))));
  const meant = [...found].filter(({ device }) => {
    if (rooms !== null && (device.room === null || !rooms.includes(device.room.id))) return false;
    return !device.essential;
  });
  return withoutRedundantGroups(
    meant.map((indexed) => ({ indexed, service: null })),
    context,
  );
}

/** A frame that names these devices. */
export function frameForTargets(targets: readonly DeviceTarget[], act: Frame["act"]): Frame {
  const devices = targets.map(({ indexed }) => indexed.device.id);
  return { ...emptyFrame([]), act, heads: [{ ...emptyHead(), type: "devices", devices, plural: devices.length > 1 }] };
}
