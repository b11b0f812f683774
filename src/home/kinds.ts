/** The kinds that a word for a kind covers: "doors" are the locks too. Keyed by the kind of the word. */
export const INCLUDED_KINDS: Readonly<Record<string, readonly string[]>> = {
  light: ["light", "night-light", "ambient-light"],
  curtain: ["curtain", "blinds", "awning"],
  blinds: ["blinds", "curtain"],
  "window-opener": ["window-opener", "magnet-sensor"],
  door: ["door", "lock", "garage-door", "gate", "magnet-sensor"],
  gate: ["gate", "door", "lock"],
  outlet: ["outlet", "air-condition-outlet"],
  "air-conditioner": ["air-conditioner", "thermostat", "air-condition-outlet"],
  thermostat: ["thermostat", "air-conditioner", "heater"],
  heater: ["heater", "bath-heater", "thermostat"],
  aromatherapy: ["aromatherapy", "diffuser"],
  diffuser: ["diffuser", "aromatherapy"],
  valve: ["valve", "sprinkler", "gas-valve"],
  sprinkler: ["sprinkler", "valve"],
  speaker: ["speaker", "media-player"],
  "media-player": ["media-player", "speaker", "television"],
  "motion-sensor": ["motion-sensor", "occupancy-sensor"],
  "occupancy-sensor": ["occupancy-sensor", "motion-sensor"],
  vacuum: ["vacuum"],
  camera: ["camera", "video-doorbell"],
};

/** Main services with another name than the kind, keyed by kind: a heater's may be `heating`. */
const MAIN_SERVICES: Readonly<Record<string, readonly string[]>> = {
  heater: ["heating"],
  outlet: ["switch"],
  "air-condition-outlet": ["air-conditioner", "ac-function", "switch"],
  "temperature-humidity-sensor": ["environment"],
  "air-monitor": ["environment"],
  "bath-heater": ["ptc-bath-heater"],
  speaker: ["media-player"],
  "video-doorbell": ["madv-doorbell"],
  fridge: ["fridge-chamber"],
};

/** Boolean properties that switch one function of a device each: heating, blowing. If any of them is true, the device is on. */
export const FUNCTION_PROPERTIES: readonly string[] = ["heating", "blow", "ventilation"];

/** Whether a service is the main one of its device. @param type of the service @param kind of the device */
export function isMainService(type: string, kind: string): boolean {
  return type === kind || MAIN_SERVICES[kind]?.includes(type) === true;
}
