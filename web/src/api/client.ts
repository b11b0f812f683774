/** The client of Jia's HTTP API, with the types of its OpenAPI document. */
import createClient, { type Client } from "openapi-fetch";
import type { paths } from "./schema.ts";

/** A client whose paths, parameters, bodies and answers are checked by the types: `client.GET("/api/devices/{id}", …)`. */
export type JiaClient = Client<paths, `${string}/${string}`>;

/**
 * Makes a client.
 * @param url base address, empty on a page that Jia serves
 * @param token without it a browser's session is used
 */
export function jiaClient(url = "", token: string | null = null): JiaClient {
  return createClient<paths>({
    baseUrl: url,
    ...(token === null ? { credentials: "same-origin" } : { headers: { authorization: `Bearer ${token}` } }),
  });
}
