import type { PlaceCount, Subjects } from "../subjects.ts";
import { capital, common, grammar, nounPlural, numberWord, the } from "./grammar.ts";

/** The same with the room that was taken and not said. */
export function whoIn(subjects: Subjects, room: string | null): string {
  return room === null || subjects.together !== null || tellsRoom(subjects, room)
    ? who(subjects)
    : `${who(subjects)} in ${the(room)}`;
}

function tellsRoom({ names }: Subjects, room: string): boolean {
  return names.every((name) => name.toLowerCase().includes(room.toLowerCase()));
}

/** "the lamp", "the lamp and the fan", "all the lights in the kitchen", "the ceiling lights in the hall and the study". */
export function who({ names, kind, together }: Subjects): string {
  const noun = kind || "device";
  const list = (): string => grammar.list(names.map(the), "and");
  if (together === null) return list();
  switch (together.form) {
    case "all": {
      const place = together.room === null ? "" : ` in ${the(together.room)}`;
      return `${names.length === 2 ? "both" : "all the"} ${nounPlural(noun)}${place}`;
    }
    case "room":
      return `${grammar.list(together.names.map(the), "and")} in ${the(together.room)}`;
    case "name":
      return `the ${nounPlural(common(together.name))} in ${grammar.list(together.rooms.map(the), "and")}`;
    case "many":
      return `${numberWord(names.length)} ${nounPlural(noun)}`;
    default:
      return together satisfies never;
  }
}

/** More rooms than this are not told of what was done, and are "elsewhere" in an answer. */
const [MOST_DONE, MOST_ANSWERED] = [4, 8];

/** Where they are: "two in the kitchen and one each in the hall and the study". "" for one room alone. */
export function placesText(places: readonly PlaceCount[]): string {
  const named = places.filter(({ room }) => room !== null).slice(0, MOST_ANSWERED);
  if (named.length < 2) return "";
  const rest = places.filter((place) => !named.includes(place)).reduce((sum, { count }) => sum + count, 0);
  const single = named.filter(({ count }) => count === 1).map(({ room }) => the(room ?? ""));
  const parts = named.flatMap(({ room, count }) => (count > 1 ? [`${numberWord(count)} in ${the(room ?? "")}`] : []));
  const ones = single.length === 0 ? [] : [`one ${single.length > 1 ? "each " : ""}in ${grammar.list(single, "and")}`];
  return grammar.list([...parts, ...ones, ...(rest > 0 ? [`${numberWord(rest)} elsewhere`] : [])], "and");
}

/** Whether a verb after them is in the plural. */
export function isSeveral({ names }: Subjects): boolean {
  return names.length > 1 || isPluralName(names[0] ?? "");
}

/** "Curtains", "the fairy lights": one device that is called by a plural. */
export function isPluralName(name: string): boolean {
  return /(?:lights|lamps|curtains|drapes|blinds|shades|shutters|spots|spotlights|downlights|strips|bulbs|sprinklers|speakers|candles)$/i.test(
    name,
  );
}

/** A sentence about what was done with subjects, the places of many behind it where they are few. */
export function told(text: string, { together }: Subjects): string {
  const few = together?.form === "many" && together.rooms.length <= MOST_DONE ? placesText(together.rooms) : "";
  return `${capital(text)}${few && `: ${few}`}.`;
}

/** A sentence that answers which ones, the places of many behind it. */
export function toldWhere(text: string, { together }: Subjects): string {
  const where = together?.form === "many" ? placesText(together.rooms) : "";
  return `${capital(text)}${where && `: ${where}`}.`;
}
