/** The ways to send notices: one descriptor each, in one list. */
import type { Way } from "../../people/notices/index.ts";
import type { OutgoingPost } from "../outgoing.ts";
import { barkWay } from "./bark.ts";
import { ntfyWay } from "./ntfy.ts";
import { pushWay } from "./push.ts";
import { telegramWay } from "./telegram.ts";
import type { Vapid } from "./vapid.ts";
import { webhookWay } from "./webhook.ts";

export { type KeyStorage, Vapid } from "./vapid.ts";

export function waysToSend(outgoing: OutgoingPost, vapid: Vapid): readonly Way[] {
  return [ntfyWay(outgoing), telegramWay(outgoing), barkWay(outgoing), webhookWay(outgoing), pushWay(outgoing, vapid)];
}
