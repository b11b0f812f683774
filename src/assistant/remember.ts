import type { Home, Outcome } from "../home/index.ts";
import type { Conversation } from "./contract.ts";

/** Writes down what "it", "there" and "undo that" mean after what was done; `read`: the devices that were only asked about. */
export function remember(
  conversation: Conversation,
  home: Home,
  outcomes: readonly Outcome[],
  read: readonly string[],
): void {
  const devices = [...new Set(outcomes.map((outcome) => outcome.device))];
  const about = devices.length > 0 ? devices : [...read];
  if (about.length === 0) return;
  const rooms = about.flatMap((id) => home.device(id)?.room?.id ?? []);
  const last = outcomes.findLast((outcome) => "property" in outcome);
  const address = last && "property" in last ? last.property : null;
  conversation.focus = { devices: about, rooms: [...new Set(rooms)], address, frame: null };
  const changed = outcomes.filter(({ status }) => status === "confirmed" || status === "accepted");
  if (changed.length > 0) conversation.undo = changed;
}
