/** Entity tags (RFC 9110, 8.8.3): who polls is told in a few bytes that nothing is new. */
import { createHash, randomBytes } from "node:crypto";
import type { FastifyReply, FastifyRequest, onSendHookHandler } from "fastify";
import { JiaError } from "../home/index.ts";

/** true: its answers have tags. `except`: what changes all the time and may be old; then the tags are weak. */
export type Polled = true | { readonly except: RegExp };

declare module "fastify" {
  interface FastifyContextConfig {
    polled?: Polled;
  }
  interface FastifyRequest {
    /** The version of the definition in the answer, for its tag; null where it has none. */
    version: string | null;
  }
}

/** Numbers of this process say nothing in another one. */
export const PROCESS_TAG = randomBytes(5).toString("base64url");

const JSON_TYPE = "application/json; charset=utf-8";
/** Kept by the client alone, and asked for each time. */
const KEPT = "private, no-cache";
/** What answers depend on besides the address. */
const VARIES = "Accept-Language, Authorization, Cookie, X-Jia-Person";

/** The strong tag of a text. */
function tagOf(text: string): string {
  return `"${createHash("sha1").update(text).digest("base64url")}"`;
}

/**
 * Answers with JSON text and its tag, or with 304 where the client has it already.
 * @param tag in quotes; with `W/` before them where the text may differ in what does not matter
 */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, text: string | Buffer, tag: string): void {
  reply.header("etag", tag).header("cache-control", KEPT).header("vary", VARIES);
  const wanted = request.headers["if-none-match"];
  if (wanted !== undefined && names(wanted, tag)) reply.code(304).send();
  else reply.header("content-type", JSON_TYPE).send(text);
}

/** The hook of a polled route: gives its answers tags that are made of their text. */
export function tagAnswer(polled: Polled): onSendHookHandler {
  return (request, reply, payload, done) => {
    if (typeof payload !== "string" || reply.statusCode < 200 || reply.statusCode > 299) return done(null, payload);
    // Who asks for some fields gets what changes all the time only by its name, and then wants to know of it.
    const isWhole = polled === true || hasFields(request);
    const told = isWhole ? payload : payload.replaceAll(polled.except, "");
    const hash = tagOf(request.version === null ? told : `${request.version} ${told}`).slice(1, -1);
    const tag = request.version === null ? `"${hash}"` : `"${request.version}.${hash}"`;
    const etag = isWhole ? tag : `W/${tag}`;
    reply.header("etag", etag).header("cache-control", KEPT).header("vary", VARIES);
    const wanted = request.headers["if-none-match"];
    const reads = request.method === "GET" || request.method === "HEAD";
    if (!reads || wanted === undefined || !names(wanted, etag)) return done(null, payload);
    reply.code(304).removeHeader("content-type");
    done(null, null);
  };
}

function hasFields({ query }: FastifyRequest): boolean {
  return typeof query === "object" && query !== null && "fields" in query && query.fields !== undefined;
}

/** The version of what a client changes: what it may have read before, without what only describes it. */
export function contentVersion(definition: unknown): string {
  return createHash("sha1").update(JSON.stringify(definition)).digest("base64url").slice(0, 12);
}

/**
 * Checks the header If-Match, where there is one: the client wants to change only the version that it has read.
 * @param version of what is there now; null: nothing is there
 * @throws JiaError `precondition-failed`
 */
export function requireMatch({ headers }: FastifyRequest, version: string | null): void {
  const wanted = headers["if-match"];
  if (wanted === undefined) return;
  if (version !== null && (wanted.trim() === "*" || tagsIn(wanted).some((tag) => tag.split(".")[0] === version)))
    return;
  throw new JiaError("precondition-failed");
}

/** Whether a list of tags (`"a", W/"b"`, or `*`) has this one, weakly compared (RFC 9110, 8.8.3.2). */
function names(list: string, tag: string): boolean {
  if (list.trim() === "*") return true;
  const bare = tag.replace(/^W\//, "");
  return tagsIn(list).some((each) => `"${each}"` === bare);
}

/** The tags of a list, without quotes and weakness. */
function tagsIn(list: string): string[] {
  return [...list.matchAll(/"([^"]*)"/g)].map(([, tag = ""]) => tag);
}
