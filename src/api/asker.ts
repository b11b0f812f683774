/** Which person a request acts as: by the person's own token, or named by whoever has the home's. */
import type { FastifyRequest } from "fastify";
import { type Asker, cleanText, JiaError, type Role } from "../home/index.ts";
import { message } from "../language/index.ts";

declare module "fastify" {
  interface FastifyRequest {
    /** Id of the person whose token it came with; null where it came with the home's own, or none is asked for. */
    tokenOf: string | null;
    /** Who asks, as far as it is known. */
    asker: Asker;
    /** Whether that still holds: a token may be revoked, a guest's time may end, while an answer is being streamed. */
    stillHolds: () => Promise<boolean>;
  }
}

/** The header by which a program says for whom it asks: id, name or alias. */
export const PERSON_HEADER = "x-jia-person";
/** The header for the PIN, where what is asked for wants one. */
export const PIN_HEADER = "x-jia-pin";

/** What a person may ask the API for goes by this. */
interface ApiPerson {
  readonly role: Role;
  readonly hasPin: boolean;
}

/** What the API has to know of the people. */
export interface ApiPeople {
  named(name: string): { readonly id: string } | undefined;
  get(id: string): ApiPerson | undefined;
  list(): readonly ApiPerson[];
  readonly tokens: { personOf(token: string): Promise<string | null> };
}

/** A home without people. */
export const NO_PEOPLE: ApiPeople = {
  named: () => undefined,
  get: () => undefined,
  list: () => [],
  tokens: { personOf: () => Promise.resolve(null) },
};

/**
 * The person that a request names. A token of a person acts as that person alone.
 * @param called id, name or alias; undefined where nobody is named
 * @throws JiaError `forbidden`, `not-found`
 */
export function resolveAsker({ tokenOf }: FastifyRequest, called: string | undefined, people: ApiPeople): Asker {
  const own = tokenOf === null ? {} : { person: tokenOf };
  if (called === undefined) return own;
  const person = people.named(called)?.id;
  if (tokenOf !== null && person !== tokenOf) {
    throw new JiaError("forbidden", { detail: message("api.otherPerson") });
  }
  if (person === undefined) {
    throw new JiaError("not-found", { what: message("people.named", { name: cleanText(called) }) });
  }
  return { person };
}
