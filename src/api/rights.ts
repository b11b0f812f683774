/** The rights of tokens and people on routes; each resource gives them in its access table. */
import type { FastifyRequest } from "fastify";
import { hasScope, type Scope } from "../access/index.ts";
import { JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import { mayManage } from "../people/index.ts";
import type { ApiPeople } from "./asker.ts";

/** Who may use a route, and with what. */
export interface RouteAccess {
  /**
   * `everyone`: also children and guests. Rights on single things (memory, notices, channels, definitions) are checked
   * where they are kept, and commands by the policy. `adults`: also clients with a token of the home and no person.
   * `proven`: like `adults`; a client with a person's token also needs that person's PIN once anybody has one.
   */
  readonly who: "everyone" | "adults" | "proven";
  /** The scope that its token needs; more is fine. */
  readonly scope: Scope;
  /** Whether the route itself keeps to the rooms of a token. Others refuse tokens that are only for some rooms. */
  readonly byRoom?: true;
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** Rights of the route; for adults with all scopes when left out, for routes outside of resources. */
    access?: RouteAccess;
  }
}

const UNNAMED: RouteAccess = { who: "adults", scope: "admin" };

/**
 * Checks that the identity and the asker of a request may use its route.
 * @throws JiaError `forbidden`, `pin-needed`
 */
export function checkAccess(request: FastifyRequest, people: ApiPeople): void {
  const { url, config } = request.routeOptions;
  if (url === undefined) return;
  const { who, scope, byRoom } = config.access ?? UNNAMED;
  const { identity } = request;
  if (!hasScope(identity, scope)) {
    throw new JiaError("forbidden", { detail: message("access.needsScope", { scope, has: identity?.scope ?? null }) });
  }
  if (identity?.rooms && !byRoom) throw new JiaError("forbidden", { detail: message("access.onlySomeRooms") });
  switch (who) {
    case "everyone":
      return;
    case "adults":
      requireAdult(request, people);
      return;
    case "proven":
      requireProof(request, people);
      return;
    default:
      who satisfies never;
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
