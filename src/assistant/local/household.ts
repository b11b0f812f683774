import { whereaboutsHold } from "../../automation/index.ts";
import type { Origin } from "../../home/index.ts";
import { languageOf, messages } from "../../language/index.ts";
import { residents } from "../../people/index.ts";
import type { DialogueContext, HouseholdNames } from "../../understanding/ground/context.ts";
import { speakerNamed } from "../../understanding/household/speaker.ts";
import type { Conversation } from "../contract.ts";
import type { ModePorts } from "./readers/modes.ts";

/**
 * Reads the answer to the question who speaks.
 * @returns the text before that question, and the id of the speaker; null where it was not asked, or the text names nobody
 */
export function speakerAnswer(
  text: string,
  { exchanges }: Conversation,
  { household }: DialogueContext,
): { readonly text: string; readonly speaker: string } | null {
  const last = exchanges.at(-1);
  if (!household || last?.path !== "local" || last.reply !== messages(languageOf(last.text)).replies.noSpeaker)
    return null;
  const speaker = speakerNamed(text, household);
  return speaker === null ? null : { text: last.text, speaker };
}

/** The people and modes of the home as sentences name them. With one person registered, that person is the speaker. */
export function householdNames({ modes, people }: Pick<ModePorts, "modes" | "people">, origin: Origin): HouseholdNames {
  const everyone = people.list();
  const [only, ...others] = everyone;
  const known = everyone.some(({ id }) => id === origin.person) ? origin.person : undefined;
  const alone = only && others.length === 0 && !origin.stranger ? only.id : null;
  return {
    people: everyone.map(({ id, name, aliases, role }) => ({ id, names: [name, ...aliases], child: role === "child" })),
    modes: modes.list().map(({ id, name, aliases }) => ({ id, names: [name, ...aliases] })),
    speaker: known ?? alone,
    isSo: (person, is) => whereaboutsHold({ person, is }, residents(people), 0),
  };
}
