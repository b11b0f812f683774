import { COMMAND_LINE, type Origin, type Phrase, PIN_MASK } from "../../home/index.ts";
import { message } from "../../language/index.ts";

/**
 * The author of a command, at the end of a sentence: "by Anna", "through the API".
 * @param resident the name of a person of the home, by id
 * @param conversation id of the conversation in which it is told; its commands were given by the listener ("by you")
 */
export function originWords(
  origin: Origin,
  conversation?: string,
  resident: (id: string) => string | undefined = () => undefined,
): Phrase {
  const own = origin.kind === "conversation" && origin.conversation === conversation;
  const name = origin.person === undefined ? undefined : resident(origin.person);
  // The listener is told "by you"; for others a name says more than their words.
  if (name !== undefined && !own) return message("causes.byPerson", { name });
  switch (origin.kind) {
    case "person":
      return origin.name === undefined
        ? message("causes.bySomebody")
        : message("causes.byPerson", { name: origin.name });
    case "conversation":
      // A sentence with a PIN is not quoted.
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
