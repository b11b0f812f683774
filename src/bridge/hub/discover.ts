import { Bonjour, type Service } from "bonjour-service";
import { cleanText } from "../../home/index.ts";
import { pause } from "../pause.ts";
import { HUB_SERVICE, type HubProfile, parseHubProfile } from "./profile.ts";

/** A central hub gateway on the network. */
export interface FoundHub {
  readonly host: string;
  readonly port: number;
  readonly profile: HubProfile;
}

/** What mDNS tells about a service; the rest of the record is of no use here. */
export type HubRecord = Pick<Service, "port" | "txt" | "addresses" | "host">;

/** The hub that an mDNS record describes; null when it is none that speaks MQTT with clients. */
export function hubOfRecord({ port, txt, addresses, host }: HubRecord): FoundHub | null {
  const given: unknown = typeof txt === "object" && txt !== null ? txt.profile : undefined;
  const profile = typeof given === "string" ? parseHubProfile(given) : null;
  if (!profile?.primary || !profile.mqtt) return null;
  const ipv4 = addresses?.find((address) => /^\d+\.\d+\.\d+\.\d+$/.test(address));
  return { host: ipv4 ?? addresses?.[0] ?? cleanText(host, 200), port, profile };
}

/**
 * Listens for hubs on the local network for `waitMs` milliseconds, or until the signal.
 * @returns each primary hub once
 */
export async function discoverHubs(waitMs: number, signal: AbortSignal): Promise<readonly FoundHub[]> {
  const found = new Map<string, FoundHub>();
  // A network without multicast has no hubs to find.
  const bonjour = new Bonjour({}, () => {});
  const browser = bonjour.find({ type: HUB_SERVICE, protocol: "tcp" }, (service) => {
    const hub = hubOfRecord(service);
    if (hub) found.set(hub.profile.did, hub);
  });
  await pause(waitMs, signal);
  browser.stop();
  await new Promise<void>((resolve) => bonjour.destroy(() => resolve()));
  return [...found.values()];
}
