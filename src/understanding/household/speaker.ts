import type { HouseholdNames } from "../ground/context.ts";
import { understoodLanguages } from "../languages.ts";

/** Id of the person that a text names as its speaker: "Emma", "I'm Emma", 我是小明. Null for other texts. */
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
