/** The person that a request acts as: by the person's own token, or named by a client with the home's token. */
import type { FastifyRequest } from "fastify";
import { hasScope } from "../access/index.ts";
import { type Asker, cleanText, JiaError, type Role } from "../home/index.ts";
import { message } from "../language/index.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Id of the person as whom the token or session of the request acts; null: nobody's. */
    tokenOf: string | null;
    /** The person behind the request, as far as it is known. */
    asker: Asker;
    /**
     * Whether the request may still act so: a token may be revoked, or a guest's time end, while an answer is
     * streamed.
     */
    stillHolds: () => Promise<boolean>;
  }
}

/** The header with the person for whom a program asks: id, name or alias. */
export const PERSON_HEADER = "x-jia-person";
/** The header with the PIN, where a request needs one. */
export const PIN_HEADER = "x-jia-pin";

/** A person, as far as rights of routes depend on it. */
interface ApiPerson {
  readonly role: Role;
  readonly hasPin: boolean;
}

/** The people of the home, as far as the API needs them. */
export interface ApiPeople {
  named(name: string): { readonly id: string } | undefined;
  get(id: string): ApiPerson | undefined;
  list(): readonly ApiPerson[];
  readonly tokens: { personOf(token: string): Promise<string | null> };
}

/** The people of a home without any. */
export const NO_PEOPLE: ApiPeople = {
  named: () => undefined,
  get: () => undefined,
  list: () => [],
  tokens: { personOf: () => Promise.resolve(null) },
};

/**
 * The person that a request acts as. A person's token acts as that person alone.
 * @param called id, name or alias; undefined where nobody is named
 * @throws JiaError `forbidden`, `not-found`
 */
export function resolveAsker(
  { tokenOf, identity }: FastifyRequest,
  called: string | undefined,
  people: ApiPeople,
): Asker {
  const own = tokenOf === null ? {} : { person: tokenOf };
  if (called === undefined) return own;
  const person = people.named(called)?.id;
  if (tokenOf !== null && person !== tokenOf) {
    throw new JiaError("forbidden", { detail: message("api.otherPerson") });
  }
  // Another person's rights are more than a token was given.
  if (tokenOf === null && identity !== null && !hasScope(identity, "admin")) {
    throw new JiaError("forbidden", { detail: message("access.namesPeople") });
  }
  if (person === undefined) {
    throw new JiaError("not-found", { what: message("people.named", { name: cleanText(called) }) });
  }
  return { person };
}
