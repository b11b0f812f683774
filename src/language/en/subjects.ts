import { listsSomeNames, MAX_LISTED_NAMES, type RoomCount, type Subjects } from "../subject-types.ts";
import { capital, common, grammar, inPlace, nounPlural, numberWord, the } from "./grammar.ts";

/** The subjects, with the room that was inferred and not said. */
export function whoIn(subjects: Subjects, room: string | null): string {
  const told = subjects.together !== null && subjects.together.form !== "many";
  return room === null || told || tellsRoom(subjects, room) ? who(subjects) : `${who(subjects)} ${inPlace(room)}`;
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
      const place = together.room === null ? "" : ` ${inPlace(together.room)}`;
      return `${names.length === 2 ? "both" : "all the"} ${nounPlural(noun)}${place}`;
    }
    case "room":
      return `${grammar.list(together.names.map(the), "and")} ${inPlace(together.room)}`;
    case "name":
      // "Lamp 2" and a name of another script have no plural.
      return `${/[a-z]$/i.test(together.name) ? `the ${nounPlural(common(together.name))}` : the(together.name)} ${inPlace(...together.rooms)}`;
    case "many":
      return `${numberWord(names.length)} ${nounPlural(noun)}`;
    default:
      return together satisfies never;
  }
}

/** Most rooms behind a report of changes, and in an answer; further ones are "elsewhere". */
const [MOST_DONE, MOST_ANSWERED] = [4, 8];

/** The rooms of devices: "two in the kitchen and one each in the hall and the study"; "" for one room. */
export function placesText(places: readonly RoomCount[]): string {
  const named = places.filter(({ room }) => room !== null).slice(0, MOST_ANSWERED);
  if (named.length < 2) return "";
  const rest = places.filter((place) => !named.includes(place)).reduce((sum, { count }) => sum + count, 0);
  const single = named.filter(({ count }) => count === 1).map(({ room }) => room ?? "");
  const parts = named.flatMap(({ room, count }) => (count > 1 ? [`${numberWord(count)} ${inPlace(room ?? "")}`] : []));
  const ones = single.length === 0 ? [] : [`one ${single.length > 1 ? "each " : ""}${inPlace(...single)}`];
  return grammar.list([...parts, ...ones, ...(rest > 0 ? [`${numberWord(rest)} elsewhere`] : [])], "and");
}

/** Whether the verb after the subjects is in the plural. */
export function isSeveral({ names }: Subjects): boolean {
  return names.length > 1 || isPluralName(names[0] ?? "");
}

/** Whether the name of one device is a plural: "Curtains", "the fairy lights". */
export function isPluralName(name: string): boolean {
  // The words behind the thing give its place: "the lights in the kitchen".
  const [thing = ""] = name.split(/ (?:in|on|of) /);
  return /\b\w*(?:lights|lamps|curtains|drapes|blinds|shades|shutters|spots|strips|bulbs|sprinklers|speakers|candles|doors|gates|windows|radiators|heaters|fans|sockets|plugs|outlets|switches|locks|valves|taps|vents|sensors|cameras|screens|panels|chimes|buttons|pumps|lanterns|pendants|sconces|rails|awnings|uplighters|chandeliers|skylights|rollers)$/i.test(
    thing,
  );
}

/** A sentence about changed subjects; many subjects are followed by their rooms when these are few. */
export function subjectSentence(text: string, { together }: Subjects): string {
  const few = together?.form === "many" && together.rooms.length <= MOST_DONE ? placesText(together.rooms) : "";
  return `${capital(text)}${few && `: ${few}`}.`;
}

/** "the washing machine, the fan, the purifier, the TV, the AC and three more"; "" when the rooms say more. */
function someText({ names, kind }: Subjects): string {
  if (!listsSomeNames(names, kind)) return "";
  const rest = `${numberWord(names.length - MAX_LISTED_NAMES)} more`;
  return grammar.list([...names.slice(0, MAX_LISTED_NAMES).map(the), rest], "and");
}

/** An answer about subjects; many subjects are followed by some names, or by their rooms. */
export function answerSentence(text: string, subjects: Subjects): string {
  const { together } = subjects;
  const where = together?.form === "many" ? someText(subjects) || placesText(together.rooms) : "";
  return `${capital(text)}${where && `: ${where}`}.`;
}
