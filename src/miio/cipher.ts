import { createCipheriv, createDecipheriv, createHash } from "node:crypto";

/** The 16 bytes that a device and its owner share. */
export const TOKEN_BYTES = 16;

/** MD5 is what the protocol asks for; it protects nothing by itself. */
export function md5(...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash("md5");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** AES-128-CBC with PKCS#7 padding; key = md5(token), initial vector = md5(key + token). */
export function encrypt(token: Uint8Array, plain: Uint8Array): Buffer {
  const { key, iv } = keys(token);
  const cipher = createCipheriv("aes-128-cbc", key, iv);
  return Buffer.concat([cipher.update(plain), cipher.final()]);
}

/** @throws when the bytes were not made with this token */
export function decrypt(token: Uint8Array, secret: Uint8Array): Buffer {
  const { key, iv } = keys(token);
  const decipher = createDecipheriv("aes-128-cbc", key, iv);
  return Buffer.concat([decipher.update(secret), decipher.final()]);
}

function keys(token: Uint8Array): { key: Buffer; iv: Buffer } {
  const key = md5(token);
  return { key, iv: md5(key, token) };
}
