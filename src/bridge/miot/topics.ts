import { cleanText, isTopicLevel } from "../../home/index.ts";

/** The topics of a device below the base topic: `<base>/<did>/<leaf>`. */
export const LEAVES = ["device", "availability", "state", "up"] as const;
export type Leaf = (typeof LEAVES)[number];

/** Longest device id that is taken, in UTF-16 units. */
const MAX_DID = 100;

/** The device and what a topic is about; null for a topic of something else. `did` is null when it cannot be a device's id. */
export function parseTopic(base: string, topic: string): { readonly did: string | null; readonly leaf: Leaf } | null {
  if (!topic.startsWith(`${base}/`)) return null;
  const end = topic.lastIndexOf("/");
  const leaf = LEAVES.find((each) => topic.endsWith(each) && topic.length === end + 1 + each.length);
  const did = topic.slice(base.length + 1, end);
  if (!leaf || end <= base.length || did.includes("/")) return null;
  return { did: isDid(did) ? did : null, leaf };
}

/** Whether this can be a device's id: one topic level without spaces, wildcards or control characters. */
export function isDid(did: string): boolean {
  return did.length <= MAX_DID && isTopicLevel(did) && !/\s/.test(did) && cleanText(did, MAX_DID) === did;
}

/** Where the device listens. */
export function downTopic(base: string, did: string): string {
  return `${base}/${did}/down`;
}

export function upTopic(base: string, did: string, leaf: Leaf): string {
  return `${base}/${did}/${leaf}`;
}
