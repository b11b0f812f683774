/** Who of the people of the home may use a route: each resource says it in its access table. */
import type { FastifyRequest } from "fastify";
import { JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import { mayManage } from "../people/index.ts";
import type { ApiPeople } from "./asker.ts";

/**
 * `everyone`: also children and guests. What is somebody's own (memory, notices, channels, data, definitions) is checked
 * where it is kept, and what is done to devices by the policy.
 * `adults`: and whoever comes by the home's own door, where nobody is known.
 * `proven`: the same; whoever comes with a person's token proves with the PIN to be that person, once there are PINs.
 */
export type RouteAccess = "everyone" | "adults" | "proven";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Left out: the route belongs to no resource, and is for adults. */
    access?: RouteAccess;
  }
}

/** Refuses a request to a route that is not for whoever asks. @throws JiaError `forbidden`, `pin-needed` */
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

/** @throws JiaError `forbidden` for children and guests */
export function requireAdult({ asker }: FastifyRequest, people: ApiPeople): void {
  if (!mayManage(asker, people)) throw new JiaError("forbidden", { detail: message("people.onlyAdults") });
}

/**
 * An adult; with a person's token that alone is not enough once there are PINs, because a phone can be stolen: it takes that
 * person's own. Whoever has none does it by the home's own door.
 * @throws JiaError `forbidden`, `pin-needed`
 */
export function requireProof(request: FastifyRequest, people: ApiPeople): void {
  requireAdult(request, people);
  const { tokenOf, asker } = request;
  if (tokenOf === null || !people.list().some(({ hasPin }) => hasPin)) return;
  if (people.get(tokenOf)?.hasPin !== true) throw new JiaError("forbidden", { detail: message("people.ownDoor") });
  if (asker.pin !== true) throw new JiaError("pin-needed");
}
