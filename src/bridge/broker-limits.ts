import type { IConnackPacket } from "mqtt";
import type { Version } from "./connection-options.ts";
import type { Publication } from "./dialect.ts";

/** The limits that a broker states in its CONNACK (MQTT 5; an older broker states none). */
export interface BrokerLimits {
  /** Bytes of a whole packet. */
  readonly packet: number;
  readonly qos: 0 | 1 | 2;
  readonly retain: boolean;
}

/** MQTT's own: a length of four bytes. */
export const NO_LIMITS: BrokerLimits = { packet: 268_435_460, qos: 2, retain: true };

/** Longest fixed header, and what goes with topic and payload: their lengths, an id, properties. Bytes. */
const HEAD_BYTES = 5 + 2 + 2 + 8;

export function limitsOf({ properties }: IConnackPacket): BrokerLimits {
  if (!properties) return NO_LIMITS;
  const { maximumPacketSize, maximumQoS, retainAvailable } = properties;
  return {
    packet: maximumPacketSize ?? NO_LIMITS.packet,
    qos: maximumQoS === 0 ? 0 : maximumQoS === 1 ? 1 : 2,
    retain: retainAvailable !== false,
  };
}

/** Bytes that a publication takes on the wire, at most. */
export function packetBytes({ topic, payload }: Publication): number {
  return HEAD_BYTES + Buffer.byteLength(topic) + Buffer.byteLength(payload);
}

/** The options of mqtt.js for a publication: a QoS that the broker takes, and an expiry where the version has one. */
export function sendOptions(
  { qos, retain, expiry }: Publication,
  limits: BrokerLimits,
  version: Version,
): { qos: 0 | 1 | 2; retain: boolean; properties?: { messageExpiryInterval: number } } {
  return {
    qos: qos > limits.qos ? limits.qos : qos,
    retain: retain && limits.retain,
    ...(version === "5" && expiry !== undefined && { properties: { messageExpiryInterval: expiry } }),
  };
}
