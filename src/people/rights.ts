import type { Asker } from "../home/index.ts";
import type { People } from "./port.ts";

/** Whether whoever asks may change who the people are and what they may do: adults, and the home's own doors where nobody is known. */
export function mayManage({ person, stranger }: Asker, people: Pick<People, "get">): boolean {
  if (stranger) return false;
  return person === undefined || people.get(person)?.role === "adult";
}
