import { AccessControl, type Grant, type GrantStorage, type Identity } from "../../src/access/index.ts";
import { type ApiPeople, NO_PEOPLE } from "../../src/api/asker.ts";
import type { ApiAccess } from "../../src/api/index.ts";
import type { Clock } from "../../src/home/index.ts";

/** Tokens and sessions in memory. */
export class MemoryGrants implements GrantStorage {
  /** Keyed by the hash of the secret. */
  readonly grants = new Map<string, Grant>();

  all() {
    return Promise.resolve([...this.grants]);
  }

  byHash(hash: string) {
    return Promise.resolve(this.grants.get(hash) ?? null);
  }

  add(hash: string, grant: Grant) {
    this.grants.set(hash, grant);
    return Promise.resolve();
  }

  remove(id: string) {
    const found = [...this.grants].find(([, grant]) => grant.id === id);
    return Promise.resolve(found !== undefined && this.grants.delete(found[0]));
  }

  removeOf(person: string) {
    for (const [hash, grant] of this.grants) if (grant.person === person) this.grants.delete(hash);
    return Promise.resolve();
  }

  used(uses: Parameters<GrantStorage["used"]>[0]) {
    for (const [hash, grant] of this.grants) {
      const use = uses.find(({ id }) => id === grant.id);
      if (use) this.grants.set(hash, { ...grant, lastUsedAt: use.at, expiresAt: use.expiresAt });
    }
    return Promise.resolve();
  }
}

/** The access of a Jia, in memory, with these tokens that have all rights. */
export function testAccess(
  clock: Clock,
  owners: readonly string[],
  people: ApiPeople = NO_PEOPLE,
  storage: GrantStorage = new MemoryGrants(),
): AccessControl {
  return new AccessControl({
    owners,
    storage,
    clock,
    people: {
      personOf: (secret) => people.tokens.personOf(secret),
      has: (person) => people.get(person) !== undefined,
    },
    onError: (error) => {
      throw error;
    },
  });
}

/** The identity of somebody who may do everything. */
export const OWNER: Identity = {
  ...{ kind: "owner", id: "owner", name: "owner", scope: "admin", rooms: null, room: null, person: null },
};

/** Takes requests without a token of a person, a program or a browser as the owner's, for tests that are not about access. */
export function ownerWithoutToken(clock: Clock, people?: ApiPeople): ApiAccess {
  const access = testAccess(clock, [], people);
  return { identify: (secret) => (!/^jia[a-z]_/.test(secret) ? OWNER : access.identify(secret)) };
}
