import type { Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { PERSON_GROUPS } from "../surroundings/residents.ts";

/** Who is meant, in a sentence: "Emma", "anyone"; by the id when the person is gone. */
export function whoPhrase(person: string, nameOf: (person: string) => string | null): Phrase {
  const group = PERSON_GROUPS.find((each) => each === person);
  return group === undefined ? (nameOf(person) ?? person) : message(`people.${group}`);
}
