import {
  CLIENT_CAPABILITIES_META_KEY,
  CLIENT_INFO_META_KEY,
  type ClientCapabilities,
  type Server,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { cleanText } from "../../home/index.ts";
import type { Reach } from "./http/endpoint.ts";

/** The longest name of a client that the audit keeps, in UTF-16 units. */
const MAX_NAME = 40;

const Named = z.object({ name: z.string() });
const Capabilities = z.object({ elicitation: z.record(z.string(), z.unknown()).optional() });

/** What a client says of itself. It gives no rights. */
export interface ClientFacts {
  /** What it calls itself; null when it does not say. */
  readonly name: string | null;
  /** It can show its person a form. */
  readonly asks: boolean;
}

/** The client of a request: each request of 2026-07-28 says it, older ones once for a session. */
export function clientOf(server: Server, reach: Reach, { mcpReq }: ServerContext): ClientFacts {
  if (reach !== "modern") return factsOf(server.getClientVersion(), server.getClientCapabilities());
  const envelope: Readonly<Record<string, unknown>> = { ...mcpReq.envelope };
  return factsOf(envelope[CLIENT_INFO_META_KEY], envelope[CLIENT_CAPABILITIES_META_KEY]);
}

function factsOf(info: unknown, capabilities: ClientCapabilities | unknown): ClientFacts {
  const named = Named.safeParse(info);
  const name = named.success ? cleanText(named.data.name, MAX_NAME).trim() : "";
  const able = Capabilities.safeParse(capabilities);
  return { name: name === "" ? null : name, asks: able.success && showsForms(able.data.elicitation) };
}

/** Without a mode a client shows forms: before there were modes there was nothing else. */
function showsForms(elicitation: Readonly<Record<string, unknown>> | undefined): boolean {
  if (elicitation === undefined) return false;
  return "form" in elicitation || Object.keys(elicitation).length === 0;
}
