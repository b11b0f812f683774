import { COMMAND_LINE, type Origin, type Phrase, PIN_MASK } from "../../home/index.ts";
import { message } from "../../language/index.ts";

/**
 * Who asked, at the end of a sentence: "by Anna", "through the API".
 * @param resident the name of a person of the home, by id
 * @param conversation the one in which it is told: what was said in that was said by the one who hears it
 */
export function originWords(
  origin: Origin,
  conversation?: string,
  resident: (id: string) => string | undefined = () => undefined,
): Phrase {
  const own = origin.kind === "conversation" && origin.conversation === conversation;
  const name = origin.person === undefined ? undefined : resident(origin.person);
  // The one who hears it said it themselves; who somebody is tells more than what they said.
  if (name !== undefined && !own) return message("causes.byPerson", { name });
  switch (origin.kind) {
    case "person":
      return origin.name === undefined
        ? message("causes.bySomebody")
        : message("causes.byPerson", { name: origin.name });
    case "conversation":
      // A PIN stood in it: that is not quoted.
      if (origin.text?.includes(PIN_MASK)) return message(own ? "causes.byYou" : "causes.bySomebody");
      if (origin.text === undefined) return message("causes.inConversation");
      return message(own ? "causes.youSaying" : "causes.saying", {
        text: origin.text,
      });
    case "api":
      return origin.client === COMMAND_LINE
        ? message("causes.byCommandLine")
        : message("causes.byApi", { client: origin.client ?? "" });
    case "mcp":
      return message("causes.byMcp", { client: origin.client ?? "" });
    case "scene":
      return message("causes.byScene", { scene: origin.id });
    case "schedule":
      return message("causes.byAutomation", { automation: origin.id });
    default:
      return origin satisfies never;
  }
}
