/** The kind of device for each trait of its parts, the strongest first: a lamp that measures its power is a lamp. */
const KINDS: readonly (readonly [trait: string, kind: string])[] = [
  ["lock", "lock"],
  ["alarm-panel", "alarm-panel"],
  ["garage-door", "garage-door"],
  ["gas-valve", "gas-valve"],
  ["vacuum", "vacuum"],
  ["lawn-mower", "lawn-mower"],
  ["air-conditioner", "air-conditioner"],
  ["climate", "thermostat"],
  ["water-heater", "water-heater"],
  ["curtain", "curtain"],
  ["window-cover", "window-opener"],
  ["humidifier", "humidifier"],
  ["dehumidifier", "dehumidifier"],
  ["fan", "fan"],
  ["light", "light"],
  ["valve", "valve"],
  ["siren", "siren"],
  ["outlet", "outlet"],
  ["switch", "switch"],
  ["smoke-sensor", "smoke-sensor"],
  ["gas-sensor", "gas-sensor"],
  ["carbon-monoxide-sensor", "carbon-monoxide-sensor"],
  ["submersion-sensor", "submersion-sensor"],
  ["magnet-sensor", "magnet-sensor"],
  ["occupancy-sensor", "occupancy-sensor"],
  ["motion-sensor", "motion-sensor"],
  ["vibration-sensor", "vibration-sensor"],
  ["device-tracker", "device-tracker"],
  ["air", "air-monitor"],
  ["temperature", "temperature-humidity-sensor"],
  ["action", "remote-control"],
  ["illumination", "illumination-sensor"],
  ["power", "electricity-meter"],
];

/** The kind of a device for its URN; undefined when its traits say nothing. */
export function kindOfTraits(traits: ReadonlySet<string>): string | undefined {
  return KINDS.find(([trait]) => traits.has(trait))?.[1];
}
