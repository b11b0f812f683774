import { createDecipheriv, createECDH, createHmac, createPublicKey, type ECDH, randomBytes, verify } from "node:crypto";
import { type Answer, type ReceivedRequest, Receiver } from "./receiver.ts";

/** What a browser gives a page when it subscribes (Push API). */
export interface Subscription {
  readonly endpoint: string;
  readonly keys: { readonly p256dh: string; readonly auth: string };
}

/** A message as the service worker has it. */
export interface PushedMessage {
  readonly payload: { readonly [name: string]: unknown };
  readonly ttl: number;
  readonly urgency: string;
  readonly topic: string;
}

interface Browser {
  readonly keys: ECDH;
  readonly auth: Buffer;
  /** The application server's key that it subscribed with. */
  readonly server: string;
  /** Keyed by tag: what is shown. */
  readonly shown: Map<string, PushedMessage>;
  gone: boolean;
}

/**
 * A push service by RFC 8030 with its browsers: it takes only what is signed by the key that the browser subscribed with
 * (RFC 8292), and each browser reads what was encrypted for it (RFC 8291).
 */
export class PushService extends Receiver {
  readonly #browsers = new Map<string, Browser>();
  readonly #now: () => number;
  /** Why the last message was not taken. */
  complaint = "";

  /** @param now milliseconds since the epoch */
  constructor(now: () => number) {
    super();
    this.#now = now;
  }

  /** A browser subscribes with the public key of an application server. */
  subscribe(server: string): Subscription {
    const keys = createECDH("prime256v1");
    keys.generateKeys();
    const auth = randomBytes(16);
    const path = `/push/${randomBytes(12).toString("base64url")}`;
    this.#browsers.set(path, { keys, auth, server, shown: new Map(), gone: false });
    const told = { p256dh: keys.getPublicKey("base64url"), auth: auth.toString("base64url") };
    return { endpoint: `${this.origin}${path}`, keys: told };
  }

  /** The browser ends its subscription. */
  end({ endpoint }: Subscription): void {
    this.#browser(endpoint).gone = true;
  }

  /** What the browser shows, in the order in which it was first shown. */
  shown({ endpoint }: Subscription): PushedMessage[] {
    return [...this.#browser(endpoint).shown.values()];
  }

  #browser(endpoint: string): Browser {
    const browser = this.#browsers.get(new URL(endpoint).pathname);
    if (!browser) throw new Error("nobody subscribed there");
    return browser;
  }

  protected take({ method, path, headers, body }: ReceivedRequest): Answer {
    const browser = this.#browsers.get(path);
    if (!browser) return { status: 404 };
    if (browser.gone) return { status: 410 };
    this.complaint = this.#wrongIn(method, headers, browser) ?? "";
    if (this.complaint !== "") return { status: this.complaint.startsWith("vapid") ? 403 : 400, body: this.complaint };
    const { ttl, urgency, topic } = headers;
    const payload = JSON.parse(decrypted(body, browser).toString("utf8"));
    const pushed = { payload, ttl: Number(ttl), urgency: String(urgency), topic: String(topic) };
    browser.shown.set(String(payload.tag), pushed);
    return { status: 201, headers: { location: `${this.origin}/message/${browser.shown.size}` } };
  }

  /** What a push service refuses a message for. */
  #wrongIn(method: string, headers: ReceivedRequest["headers"], { server }: Browser): string | null {
    if (method !== "POST") return "it is no POST";
    if (!/^\d{1,10}$/.test(String(headers["ttl"] ?? ""))) return "no TTL (RFC 8030, 5.2)";
    if (!["very-low", "low", "normal", "high"].includes(String(headers["urgency"]))) return "Urgency (5.3)";
    if (!/^[A-Za-z0-9_-]{1,32}$/.test(String(headers["topic"]))) return "Topic (5.4)";
    if (headers["content-encoding"] !== "aes128gcm") return "Content-Encoding (RFC 8291, 4)";
    const [, token = "", key = ""] = /^vapid t=([^,\s]+),\s*k=(\S+)$/.exec(headers.authorization ?? "") ?? [];
    if (key !== server) return "vapid: not the key that the browser subscribed with";
    const [head = "", claims = "", signature = ""] = token.split(".");
    const told = (part: string): Record<string, unknown> => JSON.parse(Buffer.from(part, "base64url").toString("utf8"));
    if (told(head)["alg"] !== "ES256") return "vapid: alg";
    const { aud, exp, sub } = told(claims);
    const seconds = this.#now() / 1000;
    if (aud !== this.origin) return "vapid: aud";
    if (typeof exp !== "number" || exp < seconds || exp > seconds + 86_400) return "vapid: exp";
    if (!/^(mailto:[^@\s]+@[^@\s]+\.[^@\s]+|https:\/\/)/.test(String(sub))) return "vapid: sub";
    const point = Buffer.from(key, "base64url");
    const jwk = {
      kty: "EC",
      crv: "P-256",
      x: point.subarray(1, 33).toString("base64url"),
      y: point.subarray(33, 65).toString("base64url"),
    };
    const signed = verify(
      "sha256",
      Buffer.from(`${head}.${claims}`),
      { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" },
      Buffer.from(signature, "base64url"),
    );
    return signed ? null : "vapid: signature";
  }
}

function hmac(key: Uint8Array, ...parts: readonly Uint8Array[]): Buffer {
  const made = createHmac("sha256", key);
  for (const part of parts) made.update(part);
  return made.digest();
}

/** Step by step as RFC 8291, 3.4 and RFC 8188, 2 have it. */
export function decrypted(body: Buffer, { keys, auth }: { readonly keys: ECDH; readonly auth: Uint8Array }): Buffer {
  const salt = body.subarray(0, 16);
  const size = body.readUInt32BE(16);
  const length = body.readUInt8(20);
  const sender = body.subarray(21, 21 + length);
  const record = body.subarray(21 + length);
  if (record.length > size) throw new Error("more than one record");
  const shared = keys.computeSecret(sender);
  const one = Buffer.of(1);
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), keys.getPublicKey(), sender]);
  const input = hmac(hmac(auth, shared), info, one);
  const extracted = hmac(salt, input);
  const key = hmac(extracted, Buffer.from("Content-Encoding: aes128gcm\0"), one).subarray(0, 16);
  const nonce = hmac(extracted, Buffer.from("Content-Encoding: nonce\0"), one).subarray(0, 12);
  const decipher = createDecipheriv("aes-128-gcm", key, nonce);
  decipher.setAuthTag(record.subarray(record.length - 16));
  const padded = Buffer.concat([decipher.update(record.subarray(0, record.length - 16)), decipher.final()]);
  const end = padded.lastIndexOf(2);
  if (end < 0 || padded.subarray(end + 1).some((byte) => byte !== 0)) throw new Error("no delimiter of a last record");
  return padded.subarray(0, end);
}
