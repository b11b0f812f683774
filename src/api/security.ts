import type { FastifyInstance, FastifyRequest } from "fastify";
import type { Identity } from "../access/index.ts";
import { askerOf, type Clock, type Home, JiaError } from "../home/index.ts";
import { type ApiPeople, NO_PEOPLE, PERSON_HEADER, PIN_HEADER, resolveAsker } from "./asker.ts";
import { credentialOf } from "./credentials.ts";
import { callerNetwork } from "./network.ts";
import { requestOrigin } from "./origin.ts";
import { RateLimit } from "./rate-limit.ts";
import { checkAccess } from "./rights.ts";
import { hostCheck, siteCheck } from "./web-origin.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /**
     * Whether the route is open without a token. Then it tells nothing about the home unless the request has an
     * `identity`.
     */
    open?: boolean;
  }
  interface FastifyRequest {
    /** Who sends the request; null: nobody known, only on open routes. */
    identity: Identity | null;
  }
}

/** Tells who has a secret, as `AccessControl` does. */
export interface ApiAccess {
  identify(secret: string): Identity | null | Promise<Identity | null>;
}

export interface SecurityOptions {
  readonly access: ApiAccess;
  /** Names that the Host header may carry besides loopback ones, addresses and names that end in `.local`. */
  readonly hosts: readonly string[];
  /** Web origins besides Jia's own whose pages may use the API: `http://localhost:5173`. None when left out. */
  readonly origins?: readonly string[];
  readonly clock: Clock;
  readonly home: Pick<Home, "provePin">;
  /** The people that requests may act as; none when left out. */
  readonly people?: ApiPeople;
}

/** How many wrong tokens one network may send in a minute. */
const WRONG_TOKENS_PER_MINUTE = 20;

/**
 * Protects the API. Every request needs a token or a session, from this machine too, because web pages in its browsers
 * and other users reach it as well; a foreign Host (DNS rebinding) and requests from other sites are refused.
 */
export function installSecurity(app: FastifyInstance, options: SecurityOptions): void {
  const { people = NO_PEOPLE, access, hosts, origins = [] } = options;
  const wrongTokens = new RateLimit(options.clock, WRONG_TOKENS_PER_MINUTE);
  app.decorateRequest("identity", null);
  app.decorateRequest("tokenOf", null);
  app.decorateRequest("asker");
  app.decorateRequest("stillHolds");
  const checkHost = hostCheck(hosts);
  const checkSite = siteCheck(origins);

  /** Takes the identity, if any. @returns whether nothing is left to wait for */
  const admit = (request: FastifyRequest, identity: Identity | null, secret: string): boolean => {
    request.identity = identity;
    request.tokenOf = identity?.person ?? null;
    const isOpen = request.routeOptions.config.open === true;
    // The token of the configuration may be short enough to be guessed; tokens that Jia made are not, and stay good.
    if (secret !== "" && !isOpen && (identity === null || identity.kind === "owner")) {
      wrongTokens.use(callerNetwork(request.ip), identity === null ? 1 : 0);
    }
    if (identity === null) {
      if (isOpen) return true;
      throw new JiaError("unauthorized");
    }
    request.asker = resolveAsker(request, personHeader(request), people);
    if (identity.rooms) request.asker = { ...request.asker, rooms: identity.rooms };
    if (typeof request.headers[PIN_HEADER] === "string") return false;
    checkAccess(request, people);
    return true;
  };
  const admitLater = async (request: FastifyRequest, identity: Identity | null, secret: string): Promise<void> => {
    if (admit(request, identity, secret)) return;
    const pin = String(request.headers[PIN_HEADER]);
    const proven = askerOf(await options.home.provePin(pin, requestOrigin(request), []));
    request.asker = { ...proven, ...(request.identity?.rooms && { rooms: request.identity.rooms }) };
    checkAccess(request, people);
  };
  app.addHook("onRequest", (request, _reply, done) => {
    try {
      checkHost(request);
      const { secret, kind } = credentialOf(request);
      checkSite(request, kind);
      request.asker = {};
      const identity = access.identify(secret);
      request.stillHolds = async () => (await access.identify(secret)) !== null;
      // Most requests wait for nothing: a promise would take longer than all of this.
      if (!(identity instanceof Promise)) {
        if (admit(request, identity, secret)) return done();
      }
      Promise.resolve(identity)
        .then((known) => admitLater(request, known, secret))
        .then(() => done(), done);
    } catch (error) {
      done(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

/** The person named in the header. A name may be percent-encoded, because headers hold no Chinese. */
function personHeader({ headers }: FastifyRequest): string | undefined {
  const given = headers[PERSON_HEADER];
  if (typeof given !== "string") return undefined;
  try {
    return decodeURIComponent(given);
  } catch {
    return given;
  }
}
