import { listsSomeNames, MAX_LISTED_NAMES, type RoomCount, type Subjects } from "../subject-types.ts";
import { grammar, placeOf } from "./grammar.ts";
import { countedNoun, countWord, measureOf } from "./measures.ts";

/** 落地灯, 客厅的灯, 厨房和卧室的吸顶灯, 12盏灯. */
export function who({ names, kind, together }: Subjects): string {
  if (together === null) return grammar.list(placedLast(names), "and");
  switch (together.form) {
    case "all":
      return `${together.room === null ? "家里" : placeOf(together.room)}的${kind || "设备"}`;
    case "room":
      return `${placeOf(together.room)}的${grammar.list(together.names, "and")}`;
    case "name":
      return `${grammar.list(together.rooms.map(placeOf), "and")}的${together.name}`;
    case "many":
      return countedNoun(names.length, kind);
    default:
      return together satisfies never;
  }
}

/** 热水器和客厅的吸顶灯: a single name with a room goes last, because in front its room would apply to all. */
function placedLast(names: readonly string[]): readonly string[] {
  const [first = "", ...others] = names;
  const alone = first.includes("的") && others.length > 0 && others.every((name) => !name.includes("的"));
  return alone ? [...others, first] : names;
}

/** The subjects, with the room that was inferred and not said. */
export function whoIn(subjects: Subjects, room: string | null): string {
  const told = subjects.together !== null && subjects.together.form !== "many";
  return room === null || told || subjects.names.every((name) => name.includes(room))
    ? who(subjects)
    : `${placeOf(room)}的${who(subjects)}`;
}

/** 都 for several subjects. */
export function all({ names, together }: Subjects): string {
  return names.length > 1 || together !== null ? "都" : "";
}

/** Most rooms behind a report of changes, and in an answer; further ones are 其他地方. */
const [MOST_DONE, MOST_ANSWERED] = [4, 8];

/** The rooms of devices: 厨房2盏，门厅、书房各1盏; "" for one room. */
export function placesText(places: readonly RoomCount[], kind: string): string {
  const named = places.filter(({ room }) => room !== null).slice(0, MOST_ANSWERED);
  if (named.length < 2) return "";
  const rest = places.filter((place) => !named.includes(place)).reduce((sum, { count }) => sum + count, 0);
  const measure = measureOf(kind);
  const single = named.flatMap(({ room, count }) => (count === 1 && room !== null ? [room] : []));
  const parts = named.flatMap(({ room, count }) =>
    count > 1 ? [`${placeOf(room ?? "")}${countWord(count)}${measure}`] : [],
  );
  return [
    parts.join("、"),
    single.length === 0 ? "" : `${single.map(placeOf).join("、")}${single.length > 1 ? "各" : ""}1${measure}`,
    rest > 0 ? `其他地方${countWord(rest)}${measure}` : "",
  ]
    .filter((part) => part !== "")
    .join("，");
}

/** A sentence about changed subjects; many subjects are followed by their rooms when these are few. */
export function subjectSentence(text: string, { kind, together }: Subjects): string {
  const few = together?.form === "many" && together.rooms.length <= MOST_DONE ? placesText(together.rooms, kind) : "";
  return `${text}${few && `：${few}`}。`;
}

/** 洗衣机、风扇、净化器、电视、空调，还有3个; "" when the rooms say more. */
function someText({ names, kind }: Subjects): string {
  if (!listsSomeNames(names, kind)) return "";
  return `${names.slice(0, MAX_LISTED_NAMES).join("、")}，还有${countWord(names.length - MAX_LISTED_NAMES)}${measureOf(kind)}`;
}

/** An answer about subjects; many subjects are followed by some names, or by their rooms. */
export function answerSentence(text: string, subjects: Subjects): string {
  const { kind, together } = subjects;
  const where = together?.form === "many" ? someText(subjects) || placesText(together.rooms, kind) : "";
  return `${text}${where && `：${where}`}。`;
}
