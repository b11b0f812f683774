/** The rights of people on routes; each resource gives them in its access table. */
import type { FastifyRequest } from "fastify";
import { JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import { mayManage } from "../people/index.ts";
import type { ApiPeople } from "./asker.ts";

/**
 * `everyone`: also children and guests. Rights on single things (memory, notices, channels, definitions) are checked
 * where they are kept, and commands by the policy. `adults`: also clients with the home's token and no person.
 * `proven`: like `adults`; a client with a person's token also needs that person's PIN once anybody has one.
 */
export type RouteAccess = "everyone" | "adults" | "proven";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Rights of the route; adults when left out, for routes outside of resources. */
    access?: RouteAccess;
  }
}

/**
 * Checks that the asker may use the route of a request.
 * @throws JiaError `forbidden`, `pin-needed`
 */
export function checkAccess(request: FastifyRequest, people: ApiPeople): void {
  const { url, config } = request.routeOptions;
  if (url === undefined) return;
  const access = config.access ?? "adults";
  switch (access) {
    case "everyone":
      return;
    case "adults":
      requireAdult(request, people);
      return;
    case "proven":
      requireProof(request, people);
      return;
    default:
      access satisfies never;
  }
}

/**
 * Checks that the asker is an adult.
 * @throws JiaError `forbidden` for children and guests
 */
export function requireAdult({ asker }: FastifyRequest, people: ApiPeople): void {
  if (!mayManage(asker, people)) throw new JiaError("forbidden", { detail: message("people.onlyAdults") });
}

/**
 * Checks that the asker is an adult. With a person's token it also takes that person's PIN once anybody has one,
 * because a phone can be stolen. A person without a PIN needs the home's token.
 * @throws JiaError `forbidden`, `pin-needed`
 */
export function requireProof(request: FastifyRequest, people: ApiPeople): void {
  requireAdult(request, people);
  const { tokenOf, asker } = request;
  if (tokenOf === null || !people.list().some(({ hasPin }) => hasPin)) return;
  if (people.get(tokenOf)?.hasPin !== true) throw new JiaError("forbidden", { detail: message("people.ownDoor") });
  if (asker.pin !== true) throw new JiaError("pin-needed");
}
