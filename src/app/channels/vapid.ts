/** The identity of Jia for push services (RFC 8292): a key pair, and a short-lived signed token for each service. */
import { createECDH, createPrivateKey, type KeyObject, sign } from "node:crypto";
import { z } from "zod";
import type { Clock } from "../../home/index.ts";

/** Stores the key pair: the settings of the store. */
export interface KeyStorage {
  get<Schema extends z.ZodType>(key: string, schema: Schema): Promise<z.infer<Schema> | undefined>;
  set(key: string, value: unknown, at: number): Promise<void>;
}

const SETTING = "notices.vapid";
const Pair = z.object({ publicKey: z.string(), privateKey: z.string() });
type Pair = z.infer<typeof Pair>;

/** How long a token is valid, and after how long a new one is made. Milliseconds; services accept at most a day. */
const TOKEN_MS = 12 * 3_600_000;
const RENEW_MS = 3_600_000;

/** The application server's identity. Browsers subscribe with its public key, so the pair must never change. */
export class Vapid {
  readonly #storage: KeyStorage;
  readonly #clock: Clock;
  readonly #contact: string;
  #pair: Promise<Pair> | null = null;
  /** Tokens, keyed by the origin of the push service. */
  readonly #tokens = new Map<string, { readonly token: string; readonly madeAt: number }>();

  /** @param contact the address to which a push service reports problems with us: `mailto:` or `https:` */
  constructor(storage: KeyStorage, clock: Clock, contact: string) {
    this.#storage = storage;
    this.#clock = clock;
    this.#contact = contact;
  }

  /**
   * The public key that browsers subscribe with: base64url, uncompressed. It is made on first use and stored before
   * it is given away.
   */
  async publicKey(): Promise<string> {
    return (await this.#keys()).publicKey;
  }

  /** The Authorization header for a push service. */
  async authorization(endpoint: string): Promise<string> {
    const { origin } = new URL(endpoint);
    const now = this.#clock.now();
    const pair = await this.#keys();
    const known = this.#tokens.get(origin);
    const fresh = known && Math.abs(now - known.madeAt) < RENEW_MS;
    const token = fresh ? known.token : this.#sign(origin, now, pair);
    if (!fresh) this.#tokens.set(origin, { token, madeAt: now });
    return `vapid t=${token}, k=${pair.publicKey}`;
  }

  #sign(audience: string, now: number, pair: Pair): string {
    const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
    const claims = { aud: audience, exp: Math.floor((now + TOKEN_MS) / 1000), sub: this.#contact };
    const text = `${part({ typ: "JWT", alg: "ES256" })}.${part(claims)}`;
    const key = { key: keyOf(pair), dsaEncoding: "ieee-p1363" } as const;
    return `${text}.${sign("sha256", Buffer.from(text), key).toString("base64url")}`;
  }

  #keys(): Promise<Pair> {
    this.#pair ??= this.#load().catch((error: unknown) => {
      this.#pair = null;
      throw error;
    });
    return this.#pair;
  }

  async #load(): Promise<Pair> {
    const kept = await this.#storage.get(SETTING, Pair);
    if (kept) return kept;
    const made = createECDH("prime256v1");
    made.generateKeys();
    const pair = { publicKey: made.getPublicKey("base64url"), privateKey: made.getPrivateKey("base64url") };
    await this.#storage.set(SETTING, pair, this.#clock.now());
    return pair;
  }
}

function keyOf({ publicKey, privateKey }: Pair): KeyObject {
  const point = Buffer.from(publicKey, "base64url");
  const half = (from: number): string => point.subarray(from, from + 32).toString("base64url");
  // A private key may begin with zeros, which the key object leaves out.
  const d = Buffer.from(privateKey, "base64url").toString("hex").padStart(64, "0");
  const jwk = { kty: "EC", crv: "P-256", x: half(1), y: half(33), d: Buffer.from(d, "hex").toString("base64url") };
  return createPrivateKey({ key: jwk, format: "jwk" });
}
