import type { FastifyRequest } from "fastify";
import { clientName } from "../api/index.ts";
import { cleanText } from "../home/index.ts";
import { hashOf } from "./threads.ts";

/** Headers in which chat programs and proxies name the chat. */
const CHAT_HEADERS = [
  "x-openwebui-chat-id",
  "x-librechat-conversation-id",
  "x-conversation-id",
  "x-chat-id",
  "x-session-id",
] as const;
/** Fields with the id of the chat, in the body or in its `metadata`. */
const CHAT_FIELDS = ["conversation_id", "chat_id", "thread_id", "session_id"] as const;
/** Longest id of a client that is read, in characters. */
const MAX_ID = 200;

/** Who asks: conversations and repeated requests of others are never found. */
export function askerKey(request: Pick<FastifyRequest, "identity" | "asker" | "headers">, user: unknown): string {
  return hashOf([request.identity?.id ?? null, request.asker.person ?? null, programName(request), textId(user)]);
}

/** The id that the client gives to the chat, in a header or in the body; null when it gives none. */
export function chatId(
  { headers }: Pick<FastifyRequest, "headers">,
  body: {
    readonly [field: string]: unknown;
    readonly metadata?: { readonly [field: string]: unknown } | null | undefined;
  },
): string | null {
  for (const name of CHAT_HEADERS) {
    const id = textId(headers[name]);
    if (id !== null) return id;
  }
  const { conversation, metadata } = body;
  const given =
    typeof conversation === "object" && conversation !== null && "id" in conversation ? conversation.id : conversation;
  const fields = [body, metadata ?? {}].flatMap((part) => CHAT_FIELDS.map((name) => part[name]));
  return [given, ...fields].map(textId).find((id) => id !== null) ?? null;
}

/** Whether the client says that it sends the request again: the official client libraries count. */
export function isRetry({ headers }: Pick<FastifyRequest, "headers">): boolean {
  return /^[1-9]\d*$/.test(String(headers["x-stainless-retry-count"] ?? ""));
}

/** What the program calls itself, for the audit: by the header of the API, by its own headers, or by its User-Agent. */
export function programName(request: Pick<FastifyRequest, "headers">): string {
  const { headers } = request;
  const named = clientName(request);
  if (named !== undefined) return named;
  if (Object.keys(headers).some((name) => name.startsWith("x-openwebui-"))) return "Open WebUI";
  const title = headers["x-title"];
  const agent = /^[A-Za-z][\w.-]{0,30}/.exec(headers["user-agent"] ?? "")?.[0];
  return (typeof title === "string" && cleanText(title, 40)) || agent || "openai";
}

function textId(given: unknown): string | null {
  if (typeof given !== "string") return null;
  const id = given.trim();
  return id === "" ? null : id.slice(0, MAX_ID);
}
