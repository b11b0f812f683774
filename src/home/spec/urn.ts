/** What a MIoT URN can name. */
export type UrnKind = "device" | "service" | "property" | "action" | "event" | "template";

/** The parts of `urn:<ns>:<kind>:<name>:<uuid>:<vendor-product>:<version>[:<8 hex>]` (MIoT-Spec-V2, URN of an instance). */
export interface Urn {
  readonly namespace: string;
  readonly kind: UrnKind;
  /** Short name: `light`, `brightness`. */
  readonly name: string;
  /** 8 hex digits, the standard type id. */
  readonly uuid: string;
  readonly product: string;
  readonly version: number;
}

const URN =
  /^urn:([\w-]+):(device|service|property|action|event|template):([\w.-]+):([0-9A-Fa-f]{8})(?::([^:\s]+):(\d+)(?::([0-9A-Fa-f]{1,8}))?)?$/;

/** Parses a URN of 5 (a standard type), 7 or 8 parts; null when it is not one. */
export function parseUrn(text: string): Urn | null {
  const match = URN.exec(text);
  if (!match) return null;
  const [, namespace = "", kind, name = "", uuid = "", product = "", version = "1"] = match;
  return { namespace, kind: kind as UrnKind, name, uuid, product, version: Number(version) };
}
