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
  const plain = parts.every((part) => part.predicate === null || part.possible || part.marks.has("small"));
  const named = parts.some(({ home, lex }) => home !== null && home.devices.length > 0 && !lex?.kinds.length);
  if (!plain || named) return false;
  const rooms = placesOf(parts, index);
  const there = kinds.flatMap((kind) => [...index.ofKind(kind)]);
  // A place of no name here, or a kind of room that the home has none of.
  const elsewhere = rooms.size === 0 && parts.some((part) => isUnknown(part) || (part.lex?.rooms.length ?? 0) > 0);
  return elsewhere || there.every(({ device }) => rooms.size > 0 && !(device.room && rooms.has(device.room.id)));
}

/** Whether a clause says that a room lacks what is there: "there is no camera in the garden". */
export function deniesPresent({ parts }: Clause, index: HomeIndex): boolean {
  const kinds = new Set(parts.flatMap(({ lex }) => lex?.kinds ?? []));
  const rooms = placesOf(parts, index);
  // 阳台的灯没有亮度: it is the brightness that there is none of.
  const plain = parts.every(
    ({ predicate, measure, lex }) =>
      predicate === null && measure === null && (lex?.kinds.length || !lex?.props.length),
  );
  // "The side door is not": it is not so, and is there.
  const none = parts.some((part) => part.marks.has("none") || part.marks.has("unable") || is(part, "no"));
  if (!plain || kinds.size === 0 || !none) return false;
  if (rooms.size === 0 && parts.some((part) => !saysExistence(part))) return false;
  return [...kinds].some((kind) => {
    const alike = [...index.ofKind(kind)];
    return (rooms.size === 0 ? alike : inPlaces(alike, rooms)).some(({ ownKinds }) => ownKinds.has(kind));
  });
}

/** "There is no lamp": nothing but that there is none of a kind. */
function saysExistence(part: Part): boolean {
  return saysNone(part) || (part.lex?.kinds.length ?? 0) > 0 || part.marks.has("none") || is(part, "article");
}

function saysNone(part: Part): boolean {
  return part.marks.has("unable") || is(part, "not") || is(part, "no");
}
