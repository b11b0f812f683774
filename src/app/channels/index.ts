/** The list of ways to send notices. */
import type { Way } from "../../people/notices/index.ts";
import type { OutgoingPost } from "../outgoing.ts";
import { barkWay } from "./bark.ts";
import { ntfyWay } from "./ntfy.ts";
import { pushWay } from "./push.ts";
import { telegramWay } from "./telegram.ts";
import type { Vapid } from "./vapid.ts";
import { webhookWay } from "./webhook.ts";

export { type KeyStorage, Vapid } from "./vapid.ts";

/**
 * All ways to send notices.
 * @param outgoing posts to the addresses of channels
 * @param vapid the identity for web push
 */
export function waysToSend(outgoing: OutgoingPost, vapid: Vapid): readonly Way[] {
  return [ntfyWay(outgoing), telegramWay(outgoing), barkWay(outgoing), webhookWay(outgoing), pushWay(outgoing, vapid)];
}
