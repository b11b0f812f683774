/** The HTTP API: `buildApi` joins resources on one Fastify instance that does not listen yet. */
import { randomBytes } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import type { Server } from "node:https";
import swagger from "@fastify/swagger";
import {
  type FastifyBaseLogger,
  type FastifyHttpsOptions,
  type FastifyInstance,
  type FastifyPluginCallback,
  type FastifyServerOptions,
  fastify,
  LogController,
} from "fastify";
import { jsonSchemaTransform, jsonSchemaTransformObject } from "fastify-type-provider-zod";
import type { Clock, Home } from "../home/index.ts";
import { checkingSerializer, plainSerializer } from "./answers.ts";
import type { ApiPeople } from "./asker.ts";
import { connectionErrorHandlers, installConnectionErrors } from "./connection-errors.ts";
import { documentHead, finishDocument } from "./document.ts";
import { canonicalAddress, type ErrorForm } from "./error-form.ts";
import { installErrorHandling, validatorCompiler } from "./errors.ts";
import { installHeaders } from "./headers.ts";
import { type ApiAccess, installSecurity } from "./security.ts";

export type { ErrorForm } from "./error-form.ts";
export { internalError, issuePlaces } from "./errors.ts";
export { acceptedLanguage, replyLanguage } from "./language.ts";
export { isLoopback } from "./network.ts";
export { clientName } from "./origin.ts";
export type { PlaceEdit, Places } from "./places.ts";
export { RateLimit } from "./rate-limit.ts";
export {
  type AccessTable,
  defineResource,
  errorResponses,
  NoQuery,
  type Resource,
  type Routes,
} from "./resource.ts";
export type { AssistantPort } from "./resources/assistant.ts";
export type { DeviceEdit, DeviceOverrides } from "./resources/device-marks.ts";
export type { GroupEdit, Groups } from "./resources/groups.ts";
export type { ReadinessCheck } from "./resources/health.ts";
export type { HomeEdit, HomeProblem, HomeProfile, HomeReport } from "./resources/home.ts";
export { type ApiServices, apiResources } from "./resources/index.ts";
export type { ApiAccess } from "./security.ts";
export { clientDisconnected } from "./stream.ts";

export interface ApiOptions {
  readonly home: Home;
  readonly clock: Clock;
  /** The people that requests may act as; none when left out. */
  readonly people?: ApiPeople;
  /** Tells who sends a request. */
  readonly access: ApiAccess;
  /** Names that the Host header may carry besides loopback ones, addresses and names that end in `.local`. */
  readonly hosts: readonly string[];
  /** Web origins besides Jia's own whose pages may use the API, for development. */
  readonly origins?: readonly string[];
  /** A certificate with its key, as PEM; plain HTTP without. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
  readonly version: string;
  readonly logger?: FastifyBaseLogger;
  /** Runs the rest of a request, for the log: `work` and all that it begins belong to the request with this id. */
  readonly inContext?: (requestId: string, work: () => void) => void;
  /** The forms of errors for clients of other protocols, with their addresses. */
  readonly errorForms?: readonly ErrorForm[];
  /** For tests: an answer that its schema does not describe is an error. */
  readonly checkAnswers?: boolean;
  /** The resources that it offers; `apiResources` gives all. */
  readonly resources: readonly FastifyPluginCallback[];
}

/** The longest body of a request, in bytes. */
const BODY_LIMIT = 1_048_576;
/** How long a request may take to arrive whole, its headers included, in milliseconds. */
const REQUEST_MS = 30_000;
const SOCKETS = {
  // installSecurity refuses a request without Host; Node would do so in a form of its own.
  requireHostHeader: false,
  headersTimeout: 10_000,
  /** How often sockets that are too slow are looked for, in milliseconds. */
  connectionsCheckingInterval: 5_000,
};

/** Builds the API. The caller calls `listen` (or `inject`). */
export async function buildApi(options: ApiOptions): Promise<FastifyInstance> {
  const { logger, resources, errorForms = [] } = options;
  const server: FastifyServerOptions = {
    bodyLimit: BODY_LIMIT,
    // Streams stay open while somebody reads them, so closing the server has to end them.
    forceCloseConnections: true,
    requestTimeout: REQUEST_MS,
    genReqId: requestId,
    rewriteUrl: ({ url = "/" }) => canonicalAddress(url, errorForms),
    routerOptions: { maxParamLength: 300 },
    // The same for requests that come while the server stops.
    return503OnClosing: false,
    ...connectionErrorHandlers(errorForms),
    ...(logger && { loggerInstance: logger }),
    // The log itself knows the request (`inContext`); a log of its own for each takes longer than many a request.
    ...(options.inContext && { childLoggerFactory: (log: FastifyBaseLogger) => log }),
    logController: new LogController({ disableRequestLogging: true }),
  };
  const app = options.tls ? overTls(server, options.tls) : fastify({ ...server, http: SOCKETS });
  app.removeContentTypeParser("text/plain");
  takeEmptyJson(app);
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(options.checkAnswers ? checkingSerializer : plainSerializer);
  const { inContext } = options;
  app.addHook("onRequest", (request, reply, done) => {
    reply.header("x-request-id", request.id);
    if (inContext) inContext(request.id, done);
    else done();
  });
  app.decorateRequest("version", null);
  await installHeaders(app, options);
  installErrorHandling(app, errorForms);
  installConnectionErrors(app, errorForms);
  installSecurity(app, options);
  await app.register(swagger, {
    openapi: documentHead(options.version),
    transform: jsonSchemaTransform,
    transformObject: (given) => finishDocument(jsonSchemaTransformObject(given)),
  });
  for (const resource of resources) await app.register(resource);
  return app;
}

/** The same server over TLS. Routes do not care how their bytes travel. */
function overTls(server: FastifyServerOptions, tls: NonNullable<ApiOptions["tls"]>): FastifyInstance {
  const options = { ...server, https: { ...SOCKETS, ...tls } } as unknown as FastifyHttpsOptions<Server>;
  return fastify(options) as unknown as FastifyInstance;
}

const PROCESS_ID = randomBytes(4).toString("hex");
let requests = 0;

/** An id that no other request has, of this process or another. */
function newId(): string {
  requests += 1;
  return `${PROCESS_ID}-${requests.toString(36)}`;
}

/** The id that a client or proxy gives in `x-request-id`, where it has the form of one; otherwise a new one. */
function requestId({ headers }: { readonly headers: IncomingHttpHeaders }): string {
  const given = headers["x-request-id"];
  return typeof given === "string" && /^[\w.:-]{1,64}$/.test(given) ? given : newId();
}

/** Takes an empty body of type JSON as no body: some clients always name that type. */
function takeEmptyJson(app: FastifyInstance): void {
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body.length === 0) done(null, undefined);
    else void parse(request, String(body), done);
  });
}
