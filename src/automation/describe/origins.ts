import { COMMAND_LINE, type Origin, type Phrase } from "../../home/index.ts";
import { message } from "../../language/index.ts";

/**
 * Who asked, at the end of a sentence: "by Anna", "through the API".
 * @param conversation the one in which it is told: what was said in that was said by the one who hears it
 */
export function originWords(origin: Origin, conversation?: string): Phrase {
  switch (origin.kind) {
    case "person":
      return origin.name === undefined
        ? message("causes.bySomebody")
        : message("causes.byPerson", { name: origin.name });
    case "conversation":
      if (origin.text === undefined) return message("causes.inConversation");
      return message(origin.conversation === conversation ? "causes.youSaying" : "causes.saying", {
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
