/** The HTTP API: `buildApi` joins the resources of `routes/` on one Fastify instance that does not listen yet. */
import swagger from "@fastify/swagger";
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject, serializerCompiler } from "fastify-type-provider-zod";
import type { Clock, Home } from "../home/index.ts";
import type { ApiPeople } from "./asker.ts";
import { connectionErrorHandlers, installConnectionErrors } from "./connection-errors.ts";
import { installErrorHandling, validatorCompiler } from "./errors.ts";
import type { Routes } from "./plugin.ts";
import { type AssistantPort, assistantRoutes } from "./routes/assistant.ts";
import { confirmationRoutes } from "./routes/confirmations.ts";
import { deviceRoutes } from "./routes/devices.ts";
import { eventRoutes } from "./routes/events.ts";
import { healthRoutes, type ReadinessCheck } from "./routes/health.ts";
import { referenceRoutes } from "./routes/reference.ts";
import { roomRoutes } from "./routes/rooms.ts";
import { installSecurity } from "./security.ts";
import { type ToldParts, toldRoutes } from "./told.ts";

export { errorResponses, NoQuery, type Routes } from "./plugin.ts";
export type { AssistantPort } from "./routes/assistant.ts";
export type { ReadinessCheck } from "./routes/health.ts";
export { isLoopback } from "./security.ts";

export interface ApiOptions {
  readonly home: Home;
  readonly assistant: AssistantPort;
  readonly checks: readonly ReadinessCheck[];
  readonly clock: Clock;
  /** The people that requests may act as; none when it is left out. */
  readonly people?: ApiPeople;
  /** The API token; null only when the server listens on loopback. */
  readonly token: string | null;
  /** Names that the Host header may carry besides loopback ones. */
  readonly hosts: readonly string[];
  readonly version: string;
  readonly logger?: FastifyBaseLogger;
  /** What people are told, and by which ways; left out where nobody tells anything. */
  readonly told?: ToldParts;
  /** Routes of further resources. */
  readonly more?: readonly Routes[];
}

/** Bodies may be this long, in bytes. */
const BODY_LIMIT = 1_048_576;

/** Builds the API; `listen` (or `inject`) is the caller's. */
export async function buildApi(options: ApiOptions): Promise<FastifyInstance> {
  const { home, assistant, clock, logger } = options;
  const app: FastifyInstance = fastify({
    bodyLimit: BODY_LIMIT,
    // Streams stay open for as long as somebody reads them: closing the server ends them.
    forceCloseConnections: true,
    requestTimeout: 30_000,
    routerOptions: { maxParamLength: 300 },
    // Node would refuse a request without Host by itself, in a form of its own: installSecurity does.
    http: { requireHostHeader: false },
    // Likewise for what comes while it stops.
    return503OnClosing: false,
    ...connectionErrorHandlers,
    ...(logger && { loggerInstance: logger }),
    logController: new LogController({ disableRequestLogging: true }),
  });
  app.removeContentTypeParser("text/plain");
  takeEmptyJson(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  installErrorHandling(app);
  installConnectionErrors(app);
  installSecurity(app, options);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: { title: "Jia", version: options.version, description: "A home that does what it is told." },
      components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
      security: [{ token: [] }],
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  const resources: Routes[] = [
    healthRoutes(options.checks),
    referenceRoutes(),
    deviceRoutes(home, clock),
    roomRoutes(home),
    confirmationRoutes(home),
    assistantRoutes({ home, assistant, clock, ...(options.people && { people: options.people }) }),
    eventRoutes(home, options.told?.notices ?? null),
    ...(options.told ? [toldRoutes(home, options.told)] : []),
    ...(options.more ?? []),
  ];
  for (const routes of resources) {
    await app.register((instance, _options, done) => {
      routes(instance.withTypeProvider());
      done();
    });
  }
  return app;
}

/** A client that always names JSON as its type sends none where there is nothing to say: that is no body, and no mistake. */
function takeEmptyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else void parse(request, String(body), done);
  });
}
