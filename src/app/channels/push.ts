import { createECDH, createHash } from "node:crypto";
import { shownHost } from "../../automation/index.ts";
import { JiaError, type NoticeLevel } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import type { PushMessage, Way } from "../../people/notices/index.ts";
import type { OutgoingPost } from "../outgoing.ts";
import { requireWebAddress, secretField } from "./fields.ts";
import { encryptPush, MAX_PUSH } from "./push-encryption.ts";
import { sendTo } from "./send.ts";
import type { Vapid } from "./vapid.ts";

/** Urgencies by which phones save their battery (RFC 8030, 5.3). */
const URGENCY: Readonly<Record<NoticeLevel, string>> = { info: "normal", warning: "high", alarm: "high" };
/** The longest text that fits beside the other fields, in UTF-16 units. */
const SHORT = 600;

/**
 * Web push (RFC 8030) to a browser that subscribed. The push service replaces a waiting message with the same topic,
 * and the page shows a notice with the same tag once.
 */
export function pushWay(outgoing: OutgoingPost, vapid: Vapid): Way {
  return {
    name: "push",
    about: message("channels.push"),
    fields: [
      secretField("endpoint", message("channels.endpointField")),
      secretField("p256dh", message("channels.p256dhField")),
      secretField("auth", message("channels.authField")),
    ],
    subscribed: true,
    repeats: () => "replaced",
    check(values) {
      requireWebAddress(values, "endpoint", outgoing);
      const { p256dh, auth } = keysOf(values);
      if (auth.length !== 16) throw noSubscription("auth");
      if (p256dh.length !== 65 || !isPoint(p256dh)) throw noSubscription("p256dh");
    },
    host: ({ secrets }) => shownHost(secrets["endpoint"] ?? ""),
    async send(push, { secrets }, signal) {
      const endpoint = secrets["endpoint"] ?? "";
      const headers = {
        "content-type": "application/octet-stream",
        "content-encoding": "aes128gcm",
        authorization: await vapid.authorization(endpoint),
        ttl: String(Math.ceil(push.worthMs / 1000)),
        urgency: URGENCY[push.level],
        topic: topicOf(push.id),
      };
      const body = encryptPush(payloadOf(push), keysOf(secrets));
      return await sendTo(
        outgoing,
        endpoint,
        { headers, body, signal },
        { host: shownHost(endpoint), gone: [404, 410], secrets: Object.values(secrets) },
      );
    },
  };
}

/** The data for the page's service worker. `tag`: a notice that is shown with it is replaced. */
function payloadOf({ id, level, title, text, act, link, parts, at }: PushMessage): Buffer {
  const [only] = parts.length === 1 ? parts : [];
  const payload = {
    id,
    tag: id,
    level,
    title,
    text,
    act,
    url: link,
    notice: only?.notice.id ?? null,
    at: new Date(at).toISOString(),
  };
  const whole = Buffer.from(JSON.stringify(payload));
  return whole.length <= MAX_PUSH ? whole : Buffer.from(JSON.stringify({ ...payload, text: text.slice(0, SHORT) }));
}

/** The topic of a notice: at most 32 characters of base64url (RFC 8030, 5.4). */
function topicOf(id: string): string {
  return createHash("sha256").update(id).digest("base64url").slice(0, 32);
}

function keysOf(values: Readonly<Record<string, string>>): { readonly p256dh: Buffer; readonly auth: Buffer } {
  const bytes = (field: string): Buffer => Buffer.from(values[field] ?? "", "base64url");
  return { p256dh: bytes("p256dh"), auth: bytes("auth") };
}

function isPoint(key: Buffer): boolean {
  const own = createECDH("prime256v1");
  own.generateKeys();
  try {
    own.computeSecret(key);
    return true;
  } catch {
    return false;
  }
}

function noSubscription(field: string): JiaError {
  const detail = message("channels.mustBe", { field, what: message("channels.subscription") });
  return new JiaError("invalid-request", { detail });
}
