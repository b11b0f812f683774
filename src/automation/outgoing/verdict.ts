import { isIP } from "node:net";
import { isLocalName, JiaError, type Message } from "../../home/index.ts";
import { message } from "../../language/index.ts";
import { isPublicAddress } from "./ranges.ts";

/**
 * Whether a definition may send to an address: allow: its origin is listed in the configuration · confirm: a person
 * has to say yes · deny: it must be listed.
 */
export type OutgoingVerdict =
  | { readonly decision: "allow" | "confirm"; readonly host: string }
  | { readonly decision: "deny"; readonly host: string; readonly why: Message };

/**
 * Judges an address by its text. The IP addresses of its name are checked when something is sent.
 * @param allowed origins that are listed: `https://hooks.example.org`
 */
export function judgeOutgoing(address: string, allowed: readonly string[]): OutgoingVerdict {
  if (!URL.canParse(address)) {
    return { decision: "deny", host: "", why: message("outgoing.noAddress") };
  }
  // The parser writes decimal, octal and hexadecimal spellings of an IP address as the address that they are.
  const url = new URL(address);
  const host = shownHost(url);
  if (url.protocol !== "http:" && url.protocol !== "https:") {
    return { decision: "deny", host, why: message("outgoing.noAddress") };
  }
  if (isListed(url, allowed)) return { decision: "allow", host };
  if (url.username !== "" || url.password !== "") {
    return { decision: "deny", host, why: message("outgoing.password", { host }) };
  }
  return isInside(url.hostname)
    ? { decision: "deny", host, why: message("outgoing.notPublic", { host }) }
    : { decision: "confirm", host };
}

/** Whether the origin of an address is listed. */
function isListed({ origin }: URL, allowed: readonly string[]): boolean {
  return allowed.some((each) => URL.canParse(each) && new URL(each).origin === origin);
}

/**
 * Checks that something may be sent now: to a listed origin, or to a public one that a person has said yes to.
 * @throws JiaError `denied`
 */
export function requireOutgoing(address: string, allowed: readonly string[], approved: boolean): void {
  const verdict = judgeOutgoing(address, allowed);
  switch (verdict.decision) {
    case "allow":
      return;
    case "confirm":
      if (approved) return;
      throw new JiaError("denied", { detail: message("outgoing.unasked", { host: verdict.host }) });
    case "deny":
      throw new JiaError("denied", { detail: verdict.why });
    default:
      verdict satisfies never;
  }
}

/** The host of an address, for people; never its path, which may hold a key. An address without a scheme is https. */
export function shownHost(address: URL | string): string {
  if (typeof address === "string" && !URL.canParse(address)) return "?";
  const { protocol, host } = new URL(address);
  return protocol === "https:" ? host : `${protocol}//${host}`;
}

/** Whether a host is outside of the public internet. */
function isInside(hostname: string): boolean {
  const bare = hostname.replace(/\.$/, "").replace(/^\[|\]$/g, "");
  return isIP(bare) === 0 ? isLocalName(hostname) : !isPublicAddress(bare);
}
