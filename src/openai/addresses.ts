/** The addresses of the endpoint, and the spellings of them that clients make of different base addresses. */

export const MODELS = "/v1/models";
export const CHAT = "/v1/chat/completions";
export const RESPONSES = "/v1/responses";

/** First parts of paths that only clients of this protocol ask for. */
const OWN = ["v1", "chat", "completions", "models", "responses", "embeddings", "audio", "images", "moderations"];
/** What people give as the base address; a client puts its own path behind it. */
const BASES = [["v1"], ["chat", "completions"], ["chat"], ["responses"]] as const;
/** Parts of a path that are looked at. */
const MAX_PARTS = 12;

/** Whether a path belongs to the endpoint, also when there is no route for it. */
export function isOwnPath(path: string): boolean {
  return OWN.includes(partsOf(path)[0] ?? "");
}

/**
 * The route's path for a path below any base address: `/models`, `/v1/v1/models` and `/v1/chat/completions/models` are
 * `/v1/models`. A path that means no route stays as it is.
 */
export function canonicalPath(path: string): string {
  return routeIn(partsOf(path)) ?? path;
}

/** The route at the end of the parts, with nothing but bases before it. */
function routeIn(parts: readonly string[]): string | null {
  for (const base of BASES) {
    const below = base.every((part, index) => parts[index] === part);
    const route = below ? routeIn(parts.slice(base.length)) : null;
    if (route !== null) return route;
  }
  return routeOf(parts);
}

function routeOf([first, second, ...more]: readonly string[]): string | null {
  if (more.length > 0) return null;
  if (first === "models") return second === undefined ? MODELS : `${MODELS}/${second}`;
  if (first === "chat" && second === "completions") return CHAT;
  return first === "responses" && second === undefined ? RESPONSES : null;
}

function partsOf(path: string): string[] {
  return path
    .split("/")
    .filter((part) => part !== "")
    .slice(0, MAX_PARTS);
}
