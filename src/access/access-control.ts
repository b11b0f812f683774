import { timingSafeEqual } from "node:crypto";
import { type Clock, cleanText, JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import type { Identity } from "./identity.ts";
import { hashOfSecret, newSecret, SECRET_PREFIXES } from "./secrets.ts";
import { SignInLinks } from "./sign-in-links.ts";
import type { Grant, GrantFacts, GrantStorage } from "./storage.ts";

/** A session ends this long after its last use, in milliseconds: 30 days. */
export const SESSION_MS = 30 * 86_400_000;
/** Uses are written this often, in milliseconds. */
const WRITE_MS = 60_000;
/** A token found in memory is looked up again after this, in milliseconds: another instance may have revoked it. */
const TRUST_MS = 5_000;
/** Most tokens, and most sessions. */
const MOST = 200;

export interface AccessOptions {
  /** Secrets with all rights: the token of the owner's file, that of the configuration. */
  readonly owners: readonly string[];
  readonly storage: GrantStorage;
  readonly clock: Clock;
  readonly people: {
    /** The person of a person's token; null when it is nobody's. */
    personOf(secret: string): Promise<string | null>;
    /** Whether a person belongs to the home at present. */
    has(person: string): boolean;
  };
  readonly onError: (error: unknown) => void;
}

/** A kept grant in memory. */
interface Known {
  readonly grant: Grant;
  /** When it was last read from the storage. */
  readonly at: number;
}

/** Finds out who sends a request, and keeps named tokens and sessions. */
export class AccessControl {
  readonly links: SignInLinks;
  readonly #options: AccessOptions;
  readonly #owners: readonly Buffer[];
  /** Keyed by the hash of the secret. */
  readonly #known = new Map<string, Known>();
  /** Uses that are not written yet: when, keyed by id of the grant. */
  readonly #uses = new Map<string, { readonly at: number; readonly expiresAt: number | null }>();
  #timer: NodeJS.Timeout | null = null;

  constructor(options: AccessOptions) {
    this.#options = options;
    this.#owners = options.owners.map((secret) => Buffer.from(hashOfSecret(secret)));
    this.links = new SignInLinks(options.clock);
  }

  async start(): Promise<void> {
    const { storage, clock } = this.#options;
    const at = clock.now();
    for (const [hash, grant] of await storage.all()) {
      if (grant.expiresAt !== null && grant.expiresAt <= at) await storage.remove(grant.id);
      else this.#known.set(hash, { grant, at });
    }
    this.#timer = setInterval(() => void this.#writeUses(), WRITE_MS).unref();
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    await this.#writeUses();
  }

  /**
   * Who has this secret; null: nobody. Secrets that are in memory are answered at once.
   * @param secret a token, or the value of a session's cookie
   */
  identify(secret: string): Identity | null | Promise<Identity | null> {
    if (secret === "") return null;
    const hash = hashOfSecret(secret);
    if (this.#isOwner(hash)) return OWNER;
    const known = this.#known.get(hash);
    const now = this.#options.clock.now();
    if (known && Math.abs(now - known.at) < TRUST_MS) return this.#use(known.grant, now);
    if (secret.startsWith(SECRET_PREFIXES.token) || secret.startsWith(SECRET_PREFIXES.session)) {
      return this.#look(hash);
    }
    return this.#personIdentity(secret);
  }

  /** The named tokens or the sessions, oldest first. */
  async list(kind: Grant["kind"]): Promise<readonly Grant[]> {
    await this.#writeUses();
    const all = (await this.#options.storage.all()).map(([, grant]) => grant);
    return all.filter((grant) => grant.kind === kind && !this.#isOver(grant));
  }

  /**
   * Makes a token or a session. The secret cannot be read again.
   * @throws JiaError `conflict` when there are too many, or a token has the name
   */
  async make(kind: Grant["kind"], facts: GrantFacts): Promise<{ readonly grant: Grant; readonly secret: string }> {
    const { storage, clock } = this.#options;
    const same = await this.list(kind);
    if (same.length >= MOST) throw new JiaError("conflict", { detail: message("access.tooMany", { most: MOST }) });
    const name = cleanText(facts.name);
    if (kind === "token" && same.some((grant) => grant.name === name)) {
      throw new JiaError("conflict", { detail: message("access.sameName", { name }) });
    }
    const secret = newSecret(kind);
    const hash = hashOfSecret(secret);
    const now = clock.now();
    const expiresAt = kind === "session" ? now + SESSION_MS : facts.expiresAt;
    const grant: Grant = {
      ...{ kind, id: hash.replace(/\W/g, "").slice(0, 12), name, scope: facts.scope, rooms: facts.rooms },
      ...{ room: facts.room, person: facts.person, createdAt: now, expiresAt, lastUsedAt: null },
    };
    await storage.add(hash, grant);
    this.#known.set(hash, { grant, at: now });
    return { grant, secret };
  }

  /** Ends a token or a session at once. @throws JiaError `not-found` */
  async revoke(kind: Grant["kind"], id: string): Promise<void> {
    const wanted = (await this.list(kind)).find((grant) => grant.id === id);
    for (const [hash, { grant }] of this.#known) if (grant.id === id && grant.kind === kind) this.#known.delete(hash);
    if (!(wanted && (await this.#options.storage.remove(id)))) {
      throw new JiaError("not-found", { what: message("access.tokenNamed", { id: cleanText(id) }) });
    }
  }

  /** Ends all that acts as a person. */
  async revokeOf(person: string): Promise<void> {
    for (const [hash, { grant }] of this.#known) if (grant.person === person) this.#known.delete(hash);
    await this.#options.storage.removeOf(person);
  }

  #isOwner(hash: string): boolean {
    const given = Buffer.from(hash);
    // Each is compared, whichever is right.
    return this.#owners.filter((owner) => timingSafeEqual(owner, given)).length > 0;
  }

  async #look(hash: string): Promise<Identity | null> {
    const { storage, clock } = this.#options;
    const grant = await storage.byHash(hash);
    const at = clock.now();
    if (!grant) {
      this.#known.delete(hash);
      return null;
    }
    this.#known.set(hash, { grant, at });
    return this.#use(grant, at);
  }

  #use(grant: Grant, at: number): Identity | null {
    if (this.#isOver(grant)) return null;
    this.#uses.set(grant.id, { at, expiresAt: grant.kind === "session" ? at + SESSION_MS : grant.expiresAt });
    return grant;
  }

  #isOver({ id, person, expiresAt }: Grant): boolean {
    const end = this.#uses.get(id)?.expiresAt ?? expiresAt;
    if (end !== null && end <= this.#options.clock.now()) return true;
    return person !== null && !this.#options.people.has(person);
  }

  async #personIdentity(secret: string): Promise<Identity | null> {
    const person = await this.#options.people.personOf(secret);
    if (person === null) return null;
    // What a person may do follows from the role.
    return { kind: "person", id: `person ${person}`, name: person, scope: "admin", rooms: null, room: null, person };
  }

  async #writeUses(): Promise<void> {
    if (this.#uses.size === 0) return;
    const uses = [...this.#uses].map(([id, use]) => ({ id, ...use, at: Math.floor(use.at / WRITE_MS) * WRITE_MS }));
    this.#uses.clear();
    try {
      await this.#options.storage.used(uses);
      for (const [hash, { grant, at }] of this.#known) {
        const use = uses.find(({ id }) => id === grant.id);
        if (use) {
          this.#known.set(hash, { grant: { ...grant, lastUsedAt: use.at, expiresAt: use.expiresAt }, at });
        }
      }
    } catch (error) {
      this.#options.onError(error);
    }
  }
}

const OWNER: Identity = {
  ...{ kind: "owner", id: "owner", name: "owner", scope: "admin", rooms: null, room: null, person: null },
};
