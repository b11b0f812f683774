import type { FastifyRequest } from "fastify";
import type { Origin } from "../home/index.ts";

/** The header by which a program names itself for the audit. */
export const CLIENT_HEADER = "x-jia-client";
/** What it may call itself; anything else is left out. */
const NAME = /^[\w][\w .-]{0,39}$/;

/** Who asks over the API. What a program calls itself is for people who read the audit: nothing is allowed for it. */
export function requestOrigin({ headers, asker }: Pick<FastifyRequest, "headers" | "asker">): Origin {
  const client = headers[CLIENT_HEADER];
  const named = typeof client === "string" && NAME.test(client) ? { client } : {};
  return { kind: "api", ...named, ...asker };
}
