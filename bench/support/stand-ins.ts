import type { WireTool } from "../../src/assistant/model/messages.ts";
import type { Language } from "../../src/language/index.ts";

interface StandIn {
  readonly name: string;
  readonly texts: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string>>;
}

const TEXT = "string";

/**
 * The tools of the design that are still to come, as long as they will be: budgets count them in, so that they have room.
 * One goes from here when it is there.
 */
const STAND_INS: readonly StandIn[] = [
  {
    name: "notify",
    texts: { en: "Sends a message to a person, or says it in a room.", zh: "给某人发消息，或在房间里播报。" },
    parameters: { to: TEXT, text: TEXT, say: TEXT },
  },
];

/** As they would go over the wire, without those that are there. */
export function standIns(there: readonly string[], language: Language): readonly WireTool[] {
  return STAND_INS.filter(({ name }) => !there.includes(name)).map(({ name, texts, parameters }) => ({
    type: "function",
    function: {
      name,
      description: texts[language] ?? "",
      parameters: {
        type: "object",
        properties: Object.fromEntries(Object.entries(parameters).map(([key, type]) => [key, { type }])),
        required: Object.keys(parameters).slice(0, 1),
      },
    },
  }));
}
