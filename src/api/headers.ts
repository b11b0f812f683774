import cors from "@fastify/cors";
import type { FastifyInstance } from "fastify";
import helmet from "helmet";

interface HeaderOptions {
  /** Web origins besides Jia's own whose pages may use the API. */
  readonly origins?: readonly string[];
  /** Whether the connection is encrypted. */
  readonly tls?: object;
}

/** What a page of Jia may load: its own parts, and nothing from elsewhere. It works over plain HTTP in a home network, too. */
const PAGE_POLICY = {
  useDefaults: false,
  directives: {
    "default-src": ["'self'"],
    "base-uri": ["'none'"],
    "form-action": ["'self'"],
    "frame-ancestors": ["'none'"],
    "img-src": ["'self'", "data:", "blob:"],
    "media-src": ["'self'", "blob:"],
    "object-src": ["'none'"],
  },
};

/**
 * The headers of security (helmet), and for web origins of the configuration those of CORS. Answers that are no pages get only
 * what concerns them.
 */
export async function installHeaders(app: FastifyInstance, { origins = [], tls }: HeaderOptions): Promise<void> {
  if (origins.length > 0) {
    await app.register(cors, {
      origin: [...origins],
      credentials: true,
      methods: ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"],
      exposedHeaders: ["etag", "link", "location", "retry-after", "x-request-id"],
      maxAge: 600,
    });
  }
  const encrypted = tls !== undefined;
  // A page with a policy of its own keeps it.
  const [whole, withoutPolicy] = [PAGE_POLICY, false as const].map((contentSecurityPolicy) =>
    helmet({
      contentSecurityPolicy,
      // A form has to say where it comes from.
      referrerPolicy: { policy: "same-origin" },
      // Browsers heed these only over TLS, and warn otherwise.
      strictTransportSecurity: encrypted,
      crossOriginOpenerPolicy: encrypted,
      originAgentCluster: encrypted,
    }),
  );
  app.addHook("onRequest", (_request, reply, done) => {
    reply.header("x-content-type-options", "nosniff").header("cache-control", "no-store");
    done();
  });
  app.addHook("onSend", (request, reply, payload, done) => {
    if (!String(reply.getHeader("content-type")).startsWith("text/html")) return done(null, payload);
    const protect = reply.hasHeader("content-security-policy") ? withoutPolicy : whole;
    protect?.(request.raw, reply.raw, () => done(null, payload));
  });
}
