import { kindOfTraits } from "../spec/kind.ts";

/** The service of a cover: what it covers, as far as the description of the model tells. */
export function coverServiceOf(description: string): "garage-door" | "window-opener" | "curtain" {
  if (/\b(garage|gate|barrier)\b/i.test(description)) return "garage-door";
  return /\bwindow (opener|motor|pusher)\b/i.test(description) ? "window-opener" : "curtain";
}

/** The kind of a device for its URN: from what it can do, made finer by the description of its model. */
export function zigbeeKindOf(traits: ReadonlySet<string>, description: string): string {
  if (traits.has("cover")) return coverServiceOf(description);
  // What opens a garage is treated as one, however it tells of it: the policy asks before it is opened.
  if (/\b(garage|gate)\b.*\b(opener|controller|switch)\b/i.test(description)) return "garage-door";
  const kind = kindOfTraits(traits) ?? otherKind(description);
  if (kind !== "switch") return kind;
  if (/\b(garage|gate)\b/i.test(description)) return "garage-door";
  if (/\bvalve\b/i.test(description)) return /\bgas\b/i.test(description) ? "gas-valve" : "valve";
  if (/\b(plug|outlet|socket|power ?strip)s?\b/i.test(description)) return "outlet";
  return "switch";
}

function otherKind(description: string): string {
  if (/\b(siren|alarm)\b/i.test(description)) return "siren";
  return /\b(repeater|router|dongle)\b/i.test(description) ? "repeater" : "sensor";
}
