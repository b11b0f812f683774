import { type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { Duplex } from "node:stream";
import type { FastifyError, FastifyInstance } from "fastify";
import { cleanText, JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import { errorBody } from "./json.ts";
import { acceptedLanguage } from "./language.ts";

/** An address longer than this is what made the head of a request too long, in bytes. */
const LONG_ADDRESS = 8_000;

/** What of a request's head is known when it could not be read, or not be routed. */
interface RequestHead {
  readonly acceptLanguage: string | undefined;
}

/**
 * Errors that happen before a request reaches a route, or its framework: they have the same form as all others.
 * The first two are options of Fastify, the rest is installed on its server.
 */
export const connectionErrorHandlers = {
  /** The bytes are no HTTP, too many, or too slow. */
  clientErrorHandler(error: Error & { code?: string; rawPacket?: unknown }, socket: Duplex): void {
    if (error.code === "ECONNRESET" || socket.destroyed) return;
    if (socket.writable) {
      const head = Buffer.isBuffer(error.rawPacket) ? error.rawPacket.toString("latin1") : "";
      const acceptLanguage = /^accept-language:(.*)$/im.exec(head)?.[1]?.trim();
      socket.write(rawAnswer(ofBytes(error.code ?? "", head), { acceptLanguage }));
    }
    socket.destroy();
  },

  /** The address is none, or too long for any of ours. */
  frameworkErrors(
    error: FastifyError,
    request: { readonly raw: IncomingMessage },
    reply: { readonly raw: ServerResponse },
  ): void {
    const known =
      error.code === "FST_ERR_MAX_PARAM_LENGTH"
        ? new JiaError("address-too-long", {}, error)
        : new JiaError("invalid-request", { detail: message("api.badAddress") }, error);
    answer(request.raw, reply.raw, known);
  },
};

/** What Node answers by itself, without a body of ours: CONNECT, and an Expect that nobody can meet. */
export function installConnectionErrors({ server }: FastifyInstance): void {
  server.on("checkExpectation", (request: IncomingMessage, response: ServerResponse) => {
    const expected = cleanText(String(request.headers.expect ?? ""), 50);
    const error = new JiaError("unmet-expectation", { expected });
    answer(request, response, error);
  });
  server.on("connect", (request: IncomingMessage, socket: Duplex) => {
    const error = new JiaError("wrong-method", {
      method: "CONNECT",
      path: cleanText(request.url ?? "", 100),
      allowed: "",
    });
    socket.on("error", () => socket.destroy());
    socket.end(rawAnswer(error, { acceptLanguage: request.headers["accept-language"] }));
  });
}

/** Answers outside of Fastify; the connection ends, since the request's body is not read. */
function answer(request: IncomingMessage, response: ServerResponse, error: JiaError): void {
  const body = JSON.stringify(errorBody(error, acceptedLanguage(request.headers["accept-language"])));
  const headers = { ...HEADERS, "content-length": Buffer.byteLength(body), connection: "close" };
  response.writeHead(error.status, headers).end(body);
}

const HEADERS = {
  "content-type": "application/json; charset=utf-8",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

/** The error that a code of Node's HTTP server stands for. */
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

/** A whole answer as bytes, for a connection that ends with it. */
function rawAnswer(error: JiaError, { acceptLanguage }: RequestHead): string {
  const body = JSON.stringify(errorBody(error, acceptedLanguage(acceptLanguage)));
  const headers = { ...HEADERS, "content-length": Buffer.byteLength(body), connection: "close" };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${error.status} ${STATUS_CODES[error.status] ?? ""}\r\n${lines.join("")}\r\n${body}`;
}
