import type { Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { GROUPS } from "../residents.ts";

/** Who is meant, in a sentence: "Emma", "anyone"; by the id when the person is gone. */
export function whoPhrase(person: string, nameOf: (person: string) => string | null): Phrase {
  const group = GROUPS.find((each) => each === person);
  return group === undefined ? (nameOf(person) ?? person) : message(`people.${group}`);
}
