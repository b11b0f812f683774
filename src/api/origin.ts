import type { FastifyRequest } from "fastify";
import type { Origin } from "../home/index.ts";

/** The header with the name of a program, for the audit. */
export const CLIENT_HEADER = "x-jia-client";
/** The form of such a name; others are ignored. */
const NAME = /^[\w][\w .-]{0,39}$/;

/** What the program behind a request calls itself; undefined when it says nothing that may be one. */
export function clientName({ headers }: Pick<FastifyRequest, "headers">): string | undefined {
  const client = headers[CLIENT_HEADER];
  return typeof client === "string" && NAME.test(client) ? client : undefined;
}

/** The origin of a request. The name of a program is for people who read the audit, and gives no rights. */
export function requestOrigin(request: Pick<FastifyRequest, "headers" | "asker">): Origin {
  const client = clientName(request);
  return { kind: "api", ...(client !== undefined && { client }), ...request.asker };
}
