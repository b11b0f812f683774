import { isIPv4, isIPv6 } from "node:net";
import { isLocalName } from "../home/index.ts";

const PRIVATE_V4 = /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.)/;
/** ::1, unique local and link-local addresses. */
const PRIVATE_V6 = /^(?:::1$|f[cd]|fe[89ab])/i;

/** Whether a URL leads to this machine or its own network, where an attempt costs nobody anything. */
export function isLocal(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const host = new URL(url).hostname.replace(/^\[|\]$/g, "");
  if (isIPv4(host)) return PRIVATE_V4.test(host);
  if (isIPv6(host)) return PRIVATE_V6.test(host);
  return isLocalName(host);
}
