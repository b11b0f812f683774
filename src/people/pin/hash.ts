import { type BinaryLike, randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";

/** Cost of a hash (RFC 7914): 16 MB and some 50 ms of a thread. */
const COSTS = { N: 2 ** 14, r: 8, p: 1 };
/** Most memory for a hash, in bytes: twice 128 · N · r. */
const MEMORY = 2 * 128 * COSTS.N * COSTS.r;
const KEY_BYTES = 32;
const SALT_BYTES = 16;

/** The form of a hash: `scrypt`, N, r, p, salt and key, joined by `$`. */
const FORM = /^scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([\w-]+)\$([\w-]+)$/;

const derive: (secret: BinaryLike, salt: BinaryLike, bytes: number, options: ScryptOptions) => Promise<Buffer> =
  promisify(scrypt);

/** The salted hash of a PIN with its costs, computed in a thread of the pool. */
export async function hashPin(pin: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const key = await derive(pin, salt, KEY_BYTES, { ...COSTS, maxmem: MEMORY });
  return ["scrypt", COSTS.N, COSTS.r, COSTS.p, salt.toString("base64url"), key.toString("base64url")].join("$");
}

/** Whether a PIN matches a hash, compared in constant time; false for a text that is no hash. */
export async function isPinOf(pin: string, hash: string): Promise<boolean> {
  const [, N, r, p, salt, key] = FORM.exec(hash) ?? [];
  if (salt === undefined || key === undefined) return false;
  const wanted = Buffer.from(key, "base64url");
  const options = { N: Number(N), r: Number(r), p: Number(p), maxmem: MEMORY };
  const given = await derive(pin, Buffer.from(salt, "base64url"), wanted.length, options);
  return timingSafeEqual(given, wanted);
}
