import { cleanText } from "../../home/index.ts";
import type { DialectOutput, Publication } from "../dialect.ts";
import { isObject } from "./shape-builder.ts";

/** Longest time that the network can be opened for, in seconds. */
export const MAX_PERMIT_SECONDS = 254;

/** Requests to Zigbee2MQTT itself. Each carries a `transaction`; the answer comes as a reply with that id. */
export type BridgeRequest =
  /** Opens the network to new devices for `seconds`; 0 closes it. */
  | { readonly kind: "permit-join"; readonly seconds: number }
  | { readonly kind: "rename"; readonly ieee: string; readonly name: string }
  /** `force` forgets a device that does not answer any more. */
  | { readonly kind: "remove"; readonly ieee: string; readonly force: boolean }
  | { readonly kind: "health-check" };

/** The publication that asks. */
export function requestPublication(base: string, request: BridgeRequest, transaction: string): Publication {
  const { path, data } = wireRequest(request);
  const payload = JSON.stringify({ ...data, transaction });
  return { topic: `${base}/bridge/request/${path}`, payload, qos: 1, retain: false };
}

function wireRequest(request: BridgeRequest): { readonly path: string; readonly data: Record<string, unknown> } {
  switch (request.kind) {
    case "permit-join": {
      const time = Math.min(MAX_PERMIT_SECONDS, Math.max(0, Math.round(request.seconds)));
      return { path: "permit_join", data: { time } };
    }
    case "rename":
      return { path: "device/rename", data: { from: request.ieee, to: request.name } };
    case "remove":
      return { path: "device/remove", data: { id: request.ieee, force: request.force } };
    case "health-check":
      return { path: "health_check", data: {} };
    default:
      return request satisfies never;
  }
}

/** The code of what Zigbee2MQTT could not do; it has none of its own. */
export const FAILED = -1;

/** The reply in an answer on `bridge/response/…`; none if it answers another program (no transaction of ours). */
export function responseOutput(topic: string, body: unknown): DialectOutput[] {
  if (!isObject(body) || typeof body["transaction"] !== "string") return [];
  const request = body["transaction"];
  if (body["status"] === "ok") return [{ kind: "reply", request, items: [{ status: "ok" }] }];
  const detail = cleanText(typeof body["error"] === "string" ? body["error"] : "no reason given", 200);
  return [
    { kind: "reply", request, items: [{ status: "error", code: FAILED }] },
    { kind: "problem", code: "request-failed", topic, detail },
  ];
}
