import { createHash, randomBytes } from "node:crypto";

/** The first letters of each kind of secret, which tell one from any other text: scanners of logs and repositories find it. */
export const SECRET_PREFIXES = { owner: "jiao_", token: "jiat_", session: "jias_", signIn: "jiac_" } as const;

const BYTES = 32;

/** A new secret of a kind. It cannot be guessed: 256 random bits. */
export function newSecret(kind: keyof typeof SECRET_PREFIXES): string {
  return `${SECRET_PREFIXES[kind]}${randomBytes(BYTES).toString("base64url")}`;
}

/**
 * The hash under which a secret is kept and looked up. Secrets are long and random, so it needs no salt; a lookup by hash takes
 * no longer for a secret that begins right.
 */
export function hashOfSecret(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url");
}
