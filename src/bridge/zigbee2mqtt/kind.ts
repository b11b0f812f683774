/** The service of a cover: what it covers, as far as the description of the model tells. */
export function coverServiceOf(description: string): "garage-door" | "window-opener" | "curtain" {
  if (/\b(garage|gate|barrier)\b/i.test(description)) return "garage-door";
  return /\bwindow (opener|motor|pusher)\b/i.test(description) ? "window-opener" : "curtain";
}

/** Traits from the exposes (`ShapeBuilder.traits`) and the kind that each makes a device, the strongest first. */
const KINDS: readonly (readonly [trait: string, kind: string])[] = [
  ["lock", "lock"],
  ["climate", "thermostat"],
  ["fan", "fan"],
  ["light", "light"],
  ["switch", "switch"],
  ["smoke-sensor", "smoke-sensor"],
  ["gas-sensor", "gas-sensor"],
  ["carbon-monoxide-sensor", "carbon-monoxide-sensor"],
  ["submersion-sensor", "submersion-sensor"],
  ["magnet-sensor", "magnet-sensor"],
  ["occupancy-sensor", "occupancy-sensor"],
  ["motion-sensor", "motion-sensor"],
  ["vibration-sensor", "vibration-sensor"],
  ["air", "air-monitor"],
  ["temperature", "temperature-humidity-sensor"],
  ["action", "remote-control"],
  ["illumination", "illumination-sensor"],
  ["power", "electricity-meter"],
];

/** The kind of a device for its URN: from what it can do, made finer by the description of its model. */
export function kindOf(traits: ReadonlySet<string>, description: string): string {
  if (traits.has("cover")) return coverServiceOf(description);
  // What opens a garage is treated as one, however it tells of it: the policy asks before it is opened.
  if (/\b(garage|gate)\b.*\b(opener|controller|switch)\b/i.test(description)) return "garage-door";
  const kind = KINDS.find(([trait]) => traits.has(trait))?.[1] ?? otherKind(description);
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
