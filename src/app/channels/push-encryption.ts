/**
 * Message encryption for web push (RFC 8291, on RFC 8188): what a push service passes on, only the browser that subscribed
 * can read. By Node's own crypto: three functions of it are all that this takes.
 */
import { createCipheriv, createECDH, hkdfSync, randomBytes } from "node:crypto";

/** The keys of a browser's subscription, as bytes. */
export interface PushKeys {
  /** Its public key on P-256: 65 bytes, uncompressed. */
  readonly p256dh: Uint8Array;
  /** Its authentication secret: 16 bytes. */
  readonly auth: Uint8Array;
}

/** The random part of a message; given only to reproduce a message. */
export interface PushNonce {
  readonly privateKey: Uint8Array;
  readonly salt: Uint8Array;
}

const CURVE = "prime256v1";
const PUBLIC_BYTES = 65;
/** The size of a record (RFC 8188, 2.1): one record holds the longest message that push services take. */
const RECORD = 4_096;
/**
 * The longest text that fits into one record, in bytes: without the tag, the delimiter and the header, whose 86 bytes
 * services count too.
 */
export const MAX_PUSH = RECORD - 16 - 1 - 86;

/**
 * The body of a push message, with Content-Encoding `aes128gcm`.
 * @throws RangeError when it is longer than a push service has to take, Error when the subscription's key is no point of the curve
 */
export function encryptPush(text: Uint8Array, { p256dh, auth }: PushKeys, nonce: PushNonce = newNonce()): Buffer {
  if (text.length > MAX_PUSH) throw new RangeError(`a push message of ${text.length} bytes is too long`);
  const sender = createECDH(CURVE);
  sender.setPrivateKey(nonce.privateKey);
  const senderPublic = sender.getPublicKey();
  const info = Buffer.concat([Buffer.from("WebPush: info\0"), p256dh, senderPublic]);
  const key = Buffer.from(hkdfSync("sha256", sender.computeSecret(p256dh), auth, info, 32));
  const derived = (label: string, length: number): Buffer =>
    Buffer.from(hkdfSync("sha256", key, nonce.salt, Buffer.from(`Content-Encoding: ${label}\0`), length));
  const cipher = createCipheriv("aes-128-gcm", derived("aes128gcm", 16), derived("nonce", 12));
  // The delimiter of the last record.
  const sealed = Buffer.concat([cipher.update(text), cipher.update(Buffer.of(2)), cipher.final(), cipher.getAuthTag()]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(RECORD);
  return Buffer.concat([nonce.salt, size, Buffer.of(PUBLIC_BYTES), senderPublic, sealed]);
}

function newNonce(): PushNonce {
  const sender = createECDH(CURVE);
  sender.generateKeys();
  return { privateKey: sender.getPrivateKey(), salt: randomBytes(16) };
}
