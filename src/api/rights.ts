/** Who of the people of the home may ask for what: one table of all routes. */
import type { FastifyRequest } from "fastify";
import { JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import { mayManage } from "../people/index.ts";
import type { ApiPeople } from "./asker.ts";

/**
 * `everyone`: also children and guests. What is somebody's own (memory, notices, channels, data, definitions) is looked at
 * where it is kept, and what is done to devices by the policy.
 * `adults`: and whoever comes by the home's own door, where nobody is known.
 * `proven`: the same; whoever comes with a person's token proves with the PIN to be that person, once there are PINs.
 */
export type Right = "everyone" | "adults" | "proven";

const EVERYONE = [
  "GET /health",
  "GET /ready",
  "GET /openapi.json",
  "GET /reference",
  "POST /api/assistant",
  "GET /api/devices",
  "GET /api/devices/:id",
  "POST /api/devices/:id/properties",
  "POST /api/devices/:id/actions/:action",
  "POST /api/confirmations/:id",
  "GET /api/rooms",
  "GET /api/events",
  "GET /api/energy",
  "GET /api/history",
  "GET /api/history/states",
  "GET /api/history/series",
  "GET /api/why",
  "GET /api/scenes",
  "POST /api/scenes",
  "POST /api/scenes/validate",
  "POST /api/scenes/snapshot",
  "GET /api/scenes/:id",
  "PUT /api/scenes/:id",
  "DELETE /api/scenes/:id",
  "POST /api/scenes/:id/activate",
  "POST /api/scenes/:id/preview",
  "POST /api/scenes/:id/undo",
  "GET /api/automations",
  "POST /api/automations",
  "POST /api/automations/validate",
  "POST /api/automations/dry-run",
  "GET /api/automations/:id",
  "PUT /api/automations/:id",
  "PATCH /api/automations/:id",
  "DELETE /api/automations/:id",
  "GET /api/automations/:id/next",
  "POST /api/automations/:id/run",
  "POST /api/automations/:id/dry-run",
  "POST /api/definitions/validate",
  "POST /api/definitions/diff",
  "POST /api/webhooks/:key",
  "GET /api/runs",
  "GET /api/runs/:id",
  "POST /api/runs/:id/stop",
  "GET /api/runs/events",
  "GET /api/planned",
  "GET /api/timers",
  "POST /api/timers",
  "DELETE /api/timers/:id",
  "POST /api/timers/:id/pause",
  "POST /api/timers/:id/resume",
  "POST /api/timers/:id/add",
  "GET /api/modes",
  "GET /api/modes/changes",
  "POST /api/modes/:id/begin",
  "GET /api/memory",
  "POST /api/memory",
  "PUT /api/memory/:id",
  "DELETE /api/memory/:id",
  "GET /api/memory/changes",
  "POST /api/memory/apply",
  "GET /api/notices",
  "GET /api/notices/unread",
  "POST /api/notices/read",
  "POST /api/notices/:id/act",
  "GET /api/notices/quiet",
  "PUT /api/notices/quiet",
  "GET /api/channels",
  "GET /api/channels/ways",
  "POST /api/channels",
  "GET /api/channels/:id",
  "PATCH /api/channels/:id",
  "DELETE /api/channels/:id",
  "POST /api/channels/:id/test",
  "GET /api/push/key",
  "POST /api/push/subscriptions",
  "DELETE /api/push/subscriptions",
  "GET /api/people",
  "GET /api/people/:id",
  "GET /api/people/:id/presence",
  "POST /api/people/:id/presence",
  "GET /api/people/:id/data",
  "DELETE /api/people/:id/data",
  "POST /api/presence/:key",
] as const;

const ADULTS = [
  "PATCH /api/devices/:id",
  "GET /api/audit",
  "GET /api/history/export",
  "DELETE /api/history",
  "GET /api/definitions",
  "POST /api/definitions/import",
  "PUT /api/modes",
  "PUT /api/modes/:id",
  "DELETE /api/modes/:id",
  "GET /api/people/file",
  // With the PIN where it is applied.
  "POST /api/people/file",
  // With the PIN where it changes what the person may do.
  "PATCH /api/people/:id",
  "GET /api/people/:id/tokens",
] as const;

const PROVEN = [
  "POST /api/people",
  "DELETE /api/people/:id",
  "PUT /api/people/:id/pin",
  "POST /api/people/:id/tokens",
  "DELETE /api/people/:id/tokens/:token",
] as const;

/** Keyed by method and path, as routes are declared. */
const RIGHTS: ReadonlyMap<string, Right> = new Map<string, Right>([
  ...EVERYONE.map((route) => [route, "everyone"] as const),
  ...ADULTS.map((route) => [route, "adults"] as const),
  ...PROVEN.map((route) => [route, "proven"] as const),
]);

/** Who may ask for a route; undefined where nobody has decided it: then it is for adults. */
export function rightOf(method: string, url: string): Right | undefined {
  return RIGHTS.get(`${method === "HEAD" ? "GET" : method} ${url}`);
}

/** Refuses what is not for whoever asks. @throws JiaError `forbidden`, `pin-needed` */
export function checkRight(request: FastifyRequest, people: ApiPeople): void {
  const { method, url } = request.routeOptions;
  if (url === undefined) return;
  const right = rightOf(String(method), url) ?? "adults";
  switch (right) {
    case "everyone":
      return;
    case "adults":
      requireAdult(request, people);
      return;
    case "proven":
      requireProof(request, people);
      return;
    default:
      right satisfies never;
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
