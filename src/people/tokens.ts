import { createHash, randomBytes } from "node:crypto";
import { type Clock, cleanText, JiaError, MAX_NAME } from "../home/index.ts";
import { message } from "../language/index.ts";
import type { PeopleRegistry } from "./registry.ts";
import type { SavedToken, TokenStorage } from "./storage.ts";

/** The prefix of personal tokens, which tells an invalid personal token from any other text. */
export const TOKEN_PREFIX = "jiap_";
const TOKEN_BYTES = 32;
/** Most tokens of one person. */
const MOST = 50;

export interface PersonTokensOptions {
  readonly registry: PeopleRegistry;
  readonly storage: TokenStorage;
  readonly clock: Clock;
}

/** Tokens that act as a person. A token is shown once, when it is made, and stored as a hash. */
export class PersonTokens {
  readonly #options: PersonTokensOptions;

  constructor(options: PersonTokensOptions) {
    this.#options = options;
  }

  /**
   * Makes a token and returns it; it cannot be read again.
   * @param name its purpose: "Emma's phone"
   * @throws JiaError `not-found`, `conflict` when the person has too many
   */
  async make(person: string, name: string): Promise<{ readonly saved: SavedToken; readonly token: string }> {
    const { registry, storage, clock } = this.#options;
    registry.known(person);
    if ((await storage.ofPerson(person)).length >= MOST) {
      throw new JiaError("conflict", { detail: message("people.tooManyTokens", { most: MOST }) });
    }
    const token = `${TOKEN_PREFIX}${randomBytes(TOKEN_BYTES).toString("base64url")}`;
    const id = randomBytes(6).toString("hex");
    const saved: SavedToken = { id, person, name: cleanText(name, MAX_NAME), createdAt: clock.now() };
    await storage.saveToken(saved, hashOf(token));
    return { saved, token };
  }

  /** The tokens of a person, oldest first. */
  ofPerson(person: string): Promise<readonly SavedToken[]> {
    return this.#options.storage.ofPerson(person);
  }

  /** Revokes a token. @throws JiaError `not-found` */
  async revoke(person: string, id: string): Promise<void> {
    if (await this.#options.storage.removeToken(person, id)) return;
    throw new JiaError("not-found", { what: message("people.tokenNamed", { id: cleanText(id) }) });
  }

  /** The person of a token; null when it is nobody's, or the person no longer belongs to the home. */
  async personOf(token: string): Promise<string | null> {
    if (!token.startsWith(TOKEN_PREFIX)) return null;
    const person = await this.#options.storage.personOfToken(hashOf(token));
    return person !== null && this.#options.registry.get(person) ? person : null;
  }
}

/** The hash of a token. Tokens are long and random, so it needs no salt and can be looked up. */
function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
