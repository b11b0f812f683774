/** The token with all rights of every whole Jia that a test starts, and requests that carry it. */
export const OWNER_TOKEN = "owner-token-of-tests-0123456789";

/** `fetch` with the owner's token, unless the request names another. */
export async function ownerFetch(address: string | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers);
  if (!headers.has("authorization")) headers.set("authorization", `Bearer ${OWNER_TOKEN}`);
  return await fetch(address, { ...init, headers });
}
