/** Topics of the central hub gateway's own broker. A client's own topics start with its virtual device id. */

/** What a client may ask; the reply goes to the topic that the request names. */
export const HUB_API = {
  devices: "master/proxy/getDevList",
  get: "master/proxy/get",
  /** Setting properties and invoking actions. */
  rpc: "master/proxy/rpcReq",
  scenes: "master/proxy/getMijiaActionGroupList",
  runScene: "master/proxy/execMijiaActionGroup",
} as const;

export const DEVICE_LIST_CHANGE = "master/appMsg/devListChange";

/** Filters for what one device reports; the hub delivers it on the client's own topics. */
export function reportFilters(did: string): readonly string[] {
  return [`master/appMsg/notify/iot/${did}/property/#`, `master/appMsg/notify/iot/${did}/event/#`];
}

/** What a message from the hub is about. `siid` and `iid` are numbers of the device's spec. */
export type HubTopic =
  | { readonly kind: "reply" }
  | { readonly kind: "devices-changed" }
  | { readonly kind: "property" | "event"; readonly did: string; readonly siid: number; readonly iid: number };

/** Reads a topic for the client `client`; null when it is none of the known ones. */
export function parseHubTopic(topic: string, client: string): HubTopic | null {
  if (topic === DEVICE_LIST_CHANGE) return { kind: "devices-changed" };
  if (!topic.startsWith(`${client}/`)) return null;
  const path = topic.slice(client.length + 1);
  if (path === "reply") return { kind: "reply" };
  if (path === "appMsg/devListChange") return { kind: "devices-changed" };
  const report = /^appMsg\/notify\/iot\/([^/]{1,64})\/(property|event)\/(\d{1,5})\.(\d{1,5})$/.exec(path);
  if (!report) return null;
  const [, did = "", kind, siid, iid] = report;
  return { kind: kind === "event" ? "event" : "property", did, siid: Number(siid), iid: Number(iid) };
}
