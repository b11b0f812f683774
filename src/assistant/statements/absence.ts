import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { isUnknown, playsRole } from "../../understanding/parse/items.ts";
import { type ClausePart, isUnlistedWord, type StatementClause } from "./clause.ts";
import { devicesInRooms, namedRooms } from "./mentioned-devices.ts";

/**
 * Whether a clause says that the home lacks something, and that is true: "there is no camera in the nursery", 阳台没有摄像头.
 * An unknown place has nothing in it.
 */
export function statesAbsence({ parts, question }: StatementClause, index: HomeIndex): boolean {
  const kinds = parts.flatMap(({ lex }) => lex?.kinds ?? []);
  if (question || !parts.some(saysNone)) return false;
  // "There is no hot tub connected": no device has that name.
  if (kinds.length === 0) return isUnheardOf(parts);
  const plain = parts.every(
    (part) => part.predicate === null || part.possible || part.marks.has("small") || part.marks.has("linking"),
  );
  const named = parts.some(({ home, lex }) => home !== null && home.devices.length > 0 && !lex?.kinds.length);
  if (!plain || named) return false;
  const rooms = namedRooms(parts, index);
  const there = kinds.flatMap((kind) => [...index.ofKind(kind)]);
  // An unknown place, or a kind of room that the home does not have.
  const elsewhere = rooms.size === 0 && parts.some((part) => isPlace(part) || (part.lex?.rooms.length ?? 0) > 0);
  return elsewhere || there.every(({ device }) => rooms.size > 0 && !(device.room && rooms.has(device.room.id)));
}

function isUnheardOf(parts: readonly ClausePart[]): boolean {
  const linking = parts.some(({ marks }) => marks.has("linking"));
  const plain = parts.every(({ predicate, possible, measure, marks, home }) => {
    const ofHome = home !== null && home.devices.length + home.parts.length + home.rooms.length > 0;
    return !ofHome && measure === null && (predicate === null || possible || marks.has("linking"));
  });
  return linking && plain && parts.some((part) => isPlace(part) || playsRole(part, "plain"));
}

/** Whether a clause falsely says that a room lacks a device, or the home a room: "there is no camera in the garden". */
export function deniesPresent({ parts }: StatementClause, index: HomeIndex): boolean {
  const kinds = new Set(parts.flatMap(({ lex }) => lex?.kinds ?? []));
  const rooms = namedRooms(parts, index);
  // 阳台的灯没有亮度 denies the brightness, not the lamp.
  const plain = parts.every(
    ({ predicate, possible, measure, lex, marks }) =>
      (predicate === null || possible || marks.has("linking")) &&
      measure === null &&
      (lex?.kinds.length || !lex?.props.length),
  );
  const named = kinds.size === 0 && parts.some(isNamed);
  // "The side door is not" denies a state, not the door.
  const exists = parts.some((part) => part.marks.has("linking") || EXISTING.some((role) => playsRole(part, role)));
  const none = parts.some(
    (part) =>
      part.marks.has("none") ||
      part.marks.has("unable") ||
      playsRole(part, "no") ||
      (exists && !named && playsRole(part, "not")),
  );
  // "I can't connect to the lamp" does not deny the lamp.
  const reaches = parts.some(({ marks, predicate }) => marks.has("linking") && predicate === null);
  if (reaches && !exists && !parts.some(({ marks }) => marks.has("none"))) return false;
  if (!plain || !none) return false;
  if (kinds.size === 0 && !named)
    return parts.some(isRoom) && parts.every((part) => isRoom(part) || saysExistence(part));
  // "I don't see a garage door in this home."
  const sees = parts.some(({ marks }) => marks.has("self"));
  if (rooms.size === 0 && parts.some((part) => !saysExistence(part) && !(sees && isUnlistedWord(part)))) return false;
  if (named) return rooms.size === 0;
  return [...kinds].some((kind) => {
    const alike = [...index.ofKind(kind)];
    return (rooms.size === 0 ? alike : devicesInRooms(alike, rooms)).some(({ ownKinds }) => ownKinds.has(kind));
  });
}

const EXISTING = ["there_is", "there", "home"] as const;

/** Whether a part names a room of the home. */
function isRoom(part: ClausePart): boolean {
  return (part.home?.rooms.length ?? 0) > 0 && !playsRole(part, "home") && !part.marks.has("yours");
}

function isNamed({ home }: ClausePart): boolean {
  return home !== null && home.devices.length > 0;
}

/** Whether a part may be the name of an unknown place: "in the treehouse". */
function isPlace(part: ClausePart): boolean {
  return isUnknown(part) && !part.marks.has("linking");
}

/** Whether a part belongs to a statement of mere existence: "there is no lamp", "I don't have one connected here". */
function saysExistence(part: ClausePart): boolean {
  if (saysNone(part) || (part.lex?.kinds.length ?? 0) > 0 || isNamed(part)) return true;
  return SAYING.some((mark) => part.marks.has(mark)) || FRAMING.some((role) => playsRole(part, role));
}

const SAYING = ["none", "linking", "self", "small"] as const;
const FRAMING = ["article", "here", "there", "there_is", "home", "filler", "of"] as const;

function saysNone(part: ClausePart): boolean {
  return part.marks.has("unable") || playsRole(part, "not") || playsRole(part, "no");
}
