import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { cleanText, homeMessage, issuePlace, JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import { type ErrorForm, formAt } from "./error-form.ts";
import { InvalidRequestPart } from "./invalid-request-part.ts";
import { KnownMethods } from "./known-methods.ts";
import { acceptedLanguage } from "./language.ts";
import { PROBLEM_TYPE, problemJson } from "./problem.ts";
import { NoQuery } from "./resource.ts";

/** Checks a part of a request with its zod schema. */
export function validatorCompiler({ schema }: { schema: unknown }) {
  return (data: unknown): { value: unknown } | { error: Error } => {
    if (!(schema instanceof z.ZodType) || (schema === NoQuery && isEmpty(data))) return { value: data };
    const parsed = schema.safeParse(data);
    return parsed.success
      ? { value: parsed.data }
      : { error: new InvalidRequestPart(parsed.error.issues, schema, data) };
  };
}

function isEmpty(data: unknown): boolean {
  return typeof data === "object" && data !== null && Object.keys(data).length === 0;
}

/** Turns every error into an answer of the one form. An error of our own is logged and does not blame the client. */
export function installErrorHandling(app: FastifyInstance, forms: readonly ErrorForm[] = []): void {
  const send = (error: JiaError, request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const language = acceptedLanguage(request.headers["accept-language"]);
    const form = formAt(pathOf(request), forms);
    return reply
      .code(error.status)
      .type(form ? "application/json" : PROBLEM_TYPE)
      .send(form ? form.body(error, language) : problemJson(error, language));
  };
  let stopping = false;
  app.addHook("preClose", (done) => {
    stopping = true;
    done();
  });
  app.addHook("onRequest", (_request, reply, done) => {
    if (!stopping) return done();
    reply.header("connection", "close");
    done(new JiaError("stopping"));
  });
  const known = new KnownMethods();
  known.watch(app);
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const told = toJiaError(error);
    if (told.status >= 500) request.log.error({ err: told.cause ?? told, code: told.code }, "request failed");
    if (told.code === "unauthorized") reply.header("www-authenticate", "Bearer");
    const { seconds } = told.details;
    if (told.status === 429 && typeof seconds === "number") reply.header("retry-after", String(seconds));
    return send(told, request, reply);
  });
  // Fastify would read the body first, and report its problems instead.
  app.addHook("preParsing", (request, reply, payload, done) => {
    if (!request.is404) return done(null, payload);
    refuseAddress(request, reply);
  });
  app.setNotFoundHandler((request, reply) => refuseAddress(request, reply));

  /** Refuses an unknown address or method before the body is read. */
  function refuseAddress(request: FastifyRequest, reply: FastifyReply): FastifyReply {
    const path = pathOf(request);
    const allowed = known.of(path);
    if (allowed.length === 0) {
      const form = formAt(path, forms);
      if (form) return send(form.unknown(request.method, path), request, reply);
      const near = known.near(path);
      const what = `${request.method} ${cleanText(path, 100)}`;
      return send(
        new JiaError("not-found", { what, ...(near !== null && { near: cleanText(near, 100) }) }),
        request,
        reply,
      );
    }
    const details = { method: request.method, path: cleanText(path, 100), allowed: allowed.join(", ") };
    reply.header("allow", details.allowed);
    return send(new JiaError("wrong-method", details), request, reply);
  }
}

/** The error for a mistake of our own; the cause goes to the log and not to the client. */
export function internalError(cause: unknown): JiaError {
  return new JiaError("internal", { detail: message("api.seeLog") }, cause);
}

/** The places in a request that do not fit its schema, for an error that comes from there: "messages[0].role". */
export function issuePlaces({ cause }: JiaError): string[] {
  return cause instanceof InvalidRequestPart ? cause.issues.map(({ path }) => issuePlace(path)) : [];
}

/** The error of our table for an error of Fastify or of a schema. */
function toJiaError(error: FastifyError | InvalidRequestPart): JiaError {
  if (error instanceof JiaError) return error;
  if (error instanceof InvalidRequestPart) {
    const parts = error
      .problems()
      .map(({ place, problem }) => (place === "" ? problem : message("api.problemAt", { place, problem })));
    return new JiaError("invalid-request", { detail: homeMessage("several", { parts }) }, error);
  }
  switch (error.code) {
    case "FST_ERR_CTP_BODY_TOO_LARGE":
      return new JiaError("too-large", {}, error);
    case "FST_ERR_CTP_INVALID_MEDIA_TYPE":
      return new JiaError("unsupported-media-type", {}, error);
    case "FST_ERR_CTP_EMPTY_JSON_BODY":
    case "FST_ERR_CTP_INVALID_JSON_BODY":
      return new JiaError("invalid-request", { detail: message("api.notJson") }, error);
    case "FST_ERR_CTP_INVALID_CONTENT_LENGTH":
      return new JiaError("invalid-request", { detail: message("api.otherLength") }, error);
    default:
      if (error.statusCode !== undefined && error.statusCode >= 400 && error.statusCode < 500) {
        return new JiaError("invalid-request", { detail: cleanText(error.message, 300) }, error);
      }
      return internalError(error);
  }
}

function pathOf(request: FastifyRequest): string {
  return request.url.split("?")[0] ?? "";
}
