/** mDNS service type of a central hub gateway, as `_miot-central._tcp.local.` */
export const HUB_SERVICE = "miot-central";

/** What a hub tells about itself in the TXT key `profile`. */
export interface HubProfile {
  /** The hub's own device id, decimal. */
  readonly did: string;
  /** 16 hex digits: which home of which account it serves. */
  readonly groupId: string;
  /** Only the primary hub of a home talks to clients. */
  readonly primary: boolean;
  /** Whether it has the local MQTT broker. */
  readonly mqtt: boolean;
}

const PROFILE_BYTES = 23;

/** Parses the base64 text of the TXT key `profile`; null when it is not one. */
export function parseHubProfile(text: string): HubProfile | null {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return null;
  const bytes = Buffer.from(text, "base64");
  if (bytes.length < PROFILE_BYTES) return null;
  return {
    did: bytes.readBigUInt64BE(1).toString(),
    groupId: Buffer.from(bytes.subarray(9, 17)).reverse().toString("hex"),
    primary: bytes.readUInt8(20) >> 4 === 1,
    mqtt: ((bytes.readUInt8(22) >> 1) & 1) === 1,
  };
}
