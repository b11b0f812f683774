import type { FastifyRequest } from "fastify";
import type { Origin } from "../home/index.ts";

/** The header with the name of a program, for the audit. */
export const CLIENT_HEADER = "x-jia-client";
/** The form of such a name; others are ignored. */
const NAME = /^[\w][\w .-]{0,39}$/;

/** The origin of a request. The name of a program is for people who read the audit, and gives no rights. */
export function requestOrigin({ headers, asker }: Pick<FastifyRequest, "headers" | "asker">): Origin {
  const client = headers[CLIENT_HEADER];
  const named = typeof client === "string" && NAME.test(client) ? { client } : {};
  return { kind: "api", ...named, ...asker };
}
