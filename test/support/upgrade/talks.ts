/** What was talked about before the process ended, and how each conversation goes on after it. */
import { calls, type ModelServer, words } from "../model-server.ts";
import type { Household } from "./household.ts";

/** One turn: what a person says, and what the model calls and says, where it is asked. */
export interface TalkTurn {
  readonly text: string;
  readonly model?: { readonly tool: string; readonly args: object } | { readonly says: string };
}

export interface Talk {
  /** Id of the conversation. */
  readonly id: string;
  /** Nobody knows in which room this is said. */
  readonly anywhere?: true;
  readonly before: readonly TalkTurn[];
  /** Said a minute and a half after the end: what a person still remembers. */
  readonly after: readonly TalkTurn[];
  /** What the model is told of the turns before it, when it is asked again. */
  readonly remembers?: readonly string[];
}

export const TALKS: readonly Talk[] = [
  {
    id: "undo-en",
    before: [
      { text: "turn on the TV" },
      { text: "set the living room ceiling light to 35 percent" },
      { text: "how bright is the living room ceiling light?" },
    ],
    after: [{ text: "undo that" }],
  },
  {
    id: "it-zh",
    before: [{ text: "打开书房的风扇" }, { text: "把书房的挂灯调到百分之四十" }],
    after: [{ text: "把它关掉" }],
  },
  {
    id: "plan-en",
    before: [{ text: "turn off the bedside lamp in 50 minutes" }],
    after: [{ text: "cancel it" }],
  },
  {
    id: "plan-zh",
    before: [{ text: "每天早上八点打开卧室的窗帘" }],
    after: [{ text: "取消它" }],
  },
  {
    id: "moved-en",
    before: [{ text: "set an alarm for 5 am tomorrow" }, { text: "move it to 5:30 am" }],
    after: [{ text: "undo that" }],
  },
  {
    id: "model-en",
    before: [
      {
        text: "make it cosy here",
        model: {
          tool: "set_properties",
          args: {
            writes: [{ device: "living-floor-lamp", property: "light.brightness", value: 25 }],
            say: "It is cosy now.",
          },
        },
      },
    ],
    after: [
      { text: "what makes a room cosy, in your opinion?", model: { says: "Warm light, and somebody to share it." } },
    ],
    remembers: ["make it cosy here", "set_properties", "living-floor-lamp"],
  },
  {
    id: "question-en",
    anywhere: true,
    before: [{ text: "turn on the ceiling light" }],
    after: [{ text: "turn off the living room ceiling light" }],
  },
  {
    id: "confirmation-en",
    before: [{ text: "unlock the front door" }],
    // A yes holds for a minute, and that is over.
    after: [{ text: "yes", model: { says: "Yes to what?" } }],
  },
  {
    id: "confirmation-zh",
    before: [{ text: "打开大门的锁" }],
    after: [{ text: "好的", model: { says: "好的什么？" } }],
  },
];

/** Says it, in the living room unless that is not known; gives what the model was sent as text, empty when it was not asked. */
export async function talk(
  house: Household,
  server: ModelServer,
  { id: conversation, anywhere, remembers }: Talk,
  { text, model }: TalkTurn,
): Promise<string> {
  if (!model) server.play();
  else if ("says" in model) server.play(words(model.says));
  else server.play(calls([model]));
  await house.assistant.ask({ text, conversation, room: anywhere ? null : "living" });
  await house.planner.settled();
  // What a version has an answer to itself it does not ask the model.
  if (model && "says" in model && !remembers) server.play();
  return JSON.stringify(server.requests.map(({ body }) => body.messages));
}
