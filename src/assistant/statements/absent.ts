import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { is, isUnknown } from "../../understanding/parse/items.ts";
import type { Clause, Part } from "./clauses.ts";
import { inPlaces, placesOf } from "./subjects.ts";

/**
 * Whether a clause says that a home lacks something, and it does: "there is no camera in the nursery", 阳台没有摄像头. A place that
 * the home does not know has nothing.
 */
export function isAbsent({ parts, question }: Clause, index: HomeIndex): boolean {
  const kinds = parts.flatMap(({ lex }) => lex?.kinds ?? []);
  if (question || kinds.length === 0 || !parts.some(saysNone)) return false;
  const plain = parts.every(
    (part) => part.predicate === null || part.possible || part.marks.has("small") || part.marks.has("linking"),
  );
  const named = parts.some(({ home, lex }) => home !== null && home.devices.length > 0 && !lex?.kinds.length);
  if (!plain || named) return false;
  const rooms = placesOf(parts, index);
  const there = kinds.flatMap((kind) => [...index.ofKind(kind)]);
  // A place of no name here, or a kind of room that the home has none of.
  const elsewhere = rooms.size === 0 && parts.some((part) => isPlace(part) || (part.lex?.rooms.length ?? 0) > 0);
  return elsewhere || there.every(({ device }) => rooms.size > 0 && !(device.room && rooms.has(device.room.id)));
}

/** Whether a clause says that a room lacks what is there: "there is no camera in the garden". */
export function deniesPresent({ parts }: Clause, index: HomeIndex): boolean {
  const kinds = new Set(parts.flatMap(({ lex }) => lex?.kinds ?? []));
  const rooms = placesOf(parts, index);
  // 阳台的灯没有亮度: it is the brightness that there is none of.
  const plain = parts.every(
    ({ predicate, measure, lex, marks }) =>
      (predicate === null || marks.has("linking")) && measure === null && (lex?.kinds.length || !lex?.props.length),
  );
  // "The side door is not": it is not so, and is there.
  const none = parts.some((part) => part.marks.has("none") || part.marks.has("unable") || is(part, "no"));
  // "I can't connect to the lamp" denies no lamp.
  const reaches = parts.some(({ marks, predicate }) => marks.has("linking") && predicate === null);
  if (reaches && !parts.some(({ marks }) => marks.has("none"))) return false;
  const named = kinds.size === 0 && parts.some(isNamed);
  if (!plain || !none || (kinds.size === 0 && !named)) return false;
  if (rooms.size === 0 && parts.some((part) => !saysExistence(part))) return false;
  if (named) return rooms.size === 0;
  return [...kinds].some((kind) => {
    const alike = [...index.ofKind(kind)];
    return (rooms.size === 0 ? alike : inPlaces(alike, rooms)).some(({ ownKinds }) => ownKinds.has(kind));
  });
}

function isNamed({ home }: Part): boolean {
  return home !== null && home.devices.length > 0;
}

/** A word of which nothing is known may be where it is: "in the treehouse". */
function isPlace(part: Part): boolean {
  return isUnknown(part) && !part.marks.has("linking");
}

/** "There is no lamp", "I don't have one connected here": nothing but that there is none of a kind. */
function saysExistence(part: Part): boolean {
  if (saysNone(part) || (part.lex?.kinds.length ?? 0) > 0 || isNamed(part)) return true;
  return SAYING.some((mark) => part.marks.has(mark)) || FRAMING.some((role) => is(part, role));
}

const SAYING = ["none", "linking", "self"] as const;
const FRAMING = ["article", "here", "home", "filler", "of"] as const;

function saysNone(part: Part): boolean {
  return part.marks.has("unable") || is(part, "not") || is(part, "no");
}
