import type { HouseholdNames } from "../ground/situation.ts";
import { understoodLanguages } from "../languages.ts";

/** Id of the person whom a text names as the one who speaks: "Emma", "I'm Emma", 我是小明. Null for any other text. */
export function speakerNamed(text: string, { people }: HouseholdNames): string | null {
  const said = text
    .toLowerCase()
    .replace(/[’‘]/gu, "'")
    .replace(/[\s.。!！]+$/u, "")
    .trim();
  for (const { household } of understoodLanguages()) {
    const who = household?.introduces.exec(said)?.groups?.["who"];
    const found = people.find(({ names }) => names.some((name) => [said, who].includes(name.toLowerCase())));
    if (found) return found.id;
  }
  return null;
}
