import { messages } from "../../language/index.ts";
import type { Situation } from "../../understanding/ground/situation.ts";
import { whereaboutsIn } from "../../understanding/utterance/objection.ts";
import type { Conversation, LocalReply } from "../contract.ts";
import { frameOf } from "./last-done.ts";
import { reply } from "./settle.ts";

/** "I'm in the kitchen": from now on that room is talked about. Null when no room of this home is said, or more than that. */
export function placed(text: string, conversation: Conversation, situation: Situation): LocalReply | null {
  const said = whereaboutsIn(text);
  if (said === null) return null;
  const { items, places, heads, unknown } = frameOf(said, situation);
  const [place, ...others] = places;
  if (place?.kind !== "rooms" || others.length + heads.length + unknown.length > 0) return null;
  const [room, ...more] = place.ids;
  if (room === undefined || more.length > 0 || items.length > 1) return null;
  conversation.focus = { devices: [], rooms: [room], address: null, frame: null };
  return reply(messages(situation.language).talk.courtesy({ of: "done" }), [], []);
}
