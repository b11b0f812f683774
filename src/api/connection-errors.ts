import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyError, FastifyInstance } from "fastify";
import { cleanText, JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import { type ErrorForm, formAt } from "./error-form.ts";
import { acceptedLanguage } from "./language.ts";
import { PROBLEM_TYPE, problemJson } from "./problem.ts";

/** When the head of a request is too long and its address is longer than this, the address is to blame. Bytes. */
const LONG_ADDRESS = 8_000;

/** What is known of the head of a request that could not be read or routed. */
interface RequestHead {
  readonly acceptLanguage: string | undefined;
  readonly url: string | undefined;
}

/**
 * Handles errors that happen before a request reaches a route: they get the form of all other errors. The first two
 * are options of Fastify; `installConnectionErrors` installs the rest on its server.
 */
export const connectionErrorHandlers = (forms: readonly ErrorForm[]) => ({
  /** Answers bytes that are no HTTP, too many, or too slow. */
  clientErrorHandler(error: Error & { code?: string; rawPacket?: unknown }, socket: Duplex): void {
    if (error.code === "ECONNRESET" || socket.destroyed) return;
    if (socket.writable) {
      const head = Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString("latin1") : "";
      const acceptLanguage = /^accept-language:(.*)$/im.exec(head)?.[1]?.trim();
      const url = /^[A-Z]+ (\S+)/.exec(head)?.[1];
      socket.write(rawAnswer(ofBytes(error.code ?? "", head), { acceptLanguage, url }, forms));
    }
    socket.destroy();
  },

  /** Answers an address that is invalid, or longer than any route. */
  frameworkErrors(
    error: FastifyError,
    request: { readonly raw: IncomingMessage },
    reply: { readonly raw: ServerResponse },
  ): void {
    const known =
      error.code === "FST_ERR_MAX_PARAM_LENGTH"
        ? new JiaError("address-too-long", {}, error)
        : new JiaError("invalid-request", { detail: message("api.badAddress") }, error);
    answer(request.raw, reply.raw, known, forms);
  },
});

/** Answers with a body of ours what Node would answer by itself: CONNECT, and an Expect that cannot be met. */
export function installConnectionErrors({ server }: FastifyInstance, forms: readonly ErrorForm[] = []): void {
  server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
    const expected = cleanText(String(request.headers.expect ?? ""), 50);
    const error = new JiaError("unmet-expectation", { expected });
    answer(request, response, error, forms);
  });
  server.on("connect", (request: IncomingMessage, socket: Duplex) => {
    const error = new JiaError("wrong-method", {
      method: "CONNECT",
      path: cleanText(request.url ?? "", 100),
      allowed: "",
    });
    socket.on("error", () => socket.destroy());
    socket.end(rawAnswer(error, headOf(request), forms));
  });
}

/** Answers outside of Fastify and ends the connection, because the request's body is not read. */
function answer(
  request: IncomingMessage,
  response: ServerResponse,
  error: JiaError,
  forms: readonly ErrorForm[],
): void {
  const { body, type } = bodyText(error, headOf(request), forms);
  const headers = { ...HEADERS, "content-type": type, "content-length": Buffer.byteLength(body), connection: "close" };
  response.writeHead(error.status, headers).end(body);
}

const HEADERS = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

/**
 * The error for a code of Node's HTTP server.
 * @param head the beginning of the request, as far as it was read
 */
function ofBytes(code: string, head: string): JiaError {
  switch (code) {
    case "ERR_HTTP_REQUEST_TIMEOUT":
      return new JiaError("request-timeout");
    case "HPE_HEADER_OVERFLOW": {
      const end = head.indexOf("\r\n");
      const line = end < 0 ? head.length : end;
      return new JiaError(line > LONG_ADDRESS ? "address-too-long" : "headers-too-large");
    }
    case "HPE_CHUNK_EXTENSIONS_OVERFLOW":
      return new JiaError("too-large");
    default:
      return new JiaError("invalid-request", { detail: message("api.notHttp") });
  }
}

/** A whole HTTP answer as text, for a connection that ends with it. */
function rawAnswer(error: JiaError, head: RequestHead, forms: readonly ErrorForm[]): string {
  const { body, type } = bodyText(error, head, forms);
  const headers = { ...HEADERS, "content-type": type, "content-length": Buffer.byteLength(body), connection: "close" };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? ""}\r\n${lines.join("")}\r\n${body}`;
}

function headOf({ headers, url }: IncomingMessage): RequestHead {
  return { acceptLanguage: headers["accept-language"], url };
}

/** The body of an answer, and its type. */
function bodyText(error: JiaError, { acceptLanguage, url = "" }: RequestHead, forms: readonly ErrorForm[]) {
  const language = acceptedLanguage(acceptLanguage);
  const form = formAt(url.split("?")[0] ?? "", forms);
  return {
    body: JSON.stringify(form ? form.body(error, language) : problemJson(error, language)),
    type: form ? "application/json; charset=utf-8" : `${PROBLEM_TYPE}; charset=utf-8`,
  };
}
