import type { Identity, Scope } from "./identity.ts";

/** What a new token or session may do. */
export interface GrantFacts {
  readonly name: string;
  readonly scope: Scope;
  /** Ids of rooms; null: all. */
  readonly rooms: readonly string[] | null;
  /** Id of the room where the client stands; null: not known. */
  readonly room: string | null;
  /** Id of the person as whom it acts; null: nobody's. */
  readonly person: string | null;
  /** Milliseconds since the epoch; null: never. Sessions have an end of their own. */
  readonly expiresAt: number | null;
}

/** A named token or a session, as it is kept. The secret itself is shown once and never kept. */
export interface Grant extends Omit<Identity, "kind"> {
  readonly kind: "token" | "session";
  /** Milliseconds since the epoch, as all times here. */
  readonly createdAt: number;
  /** From then on it does not count any more; null: never ends. */
  readonly expiresAt: number | null;
  /** Rounded to a minute; null: never used. */
  readonly lastUsedAt: number | null;
}

/** Where tokens and sessions are kept, by the hash of their secret. */
export interface GrantStorage {
  all(): Promise<readonly (readonly [hash: string, grant: Grant])[]>;
  byHash(hash: string): Promise<Grant | null>;
  add(hash: string, grant: Grant): Promise<void>;
  /** @returns whether it was there */
  remove(id: string): Promise<boolean>;
  /** Removes the tokens and sessions of a person. */
  removeOf(person: string): Promise<void>;
  /** Notes uses. `expiresAt` moves the end of a session. */
  used(uses: readonly { readonly id: string; readonly at: number; readonly expiresAt: number | null }[]): Promise<void>;
}
