/** Kinds that a word for the first also means: "doors" are the locks too. Keyed by the kind that is said. */
export const KIND_MEMBERS: Readonly<Record<string, readonly string[]>> = {
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

/** Services that are the device although they are called otherwise, keyed by its kind: a heater's may be `heating`. */
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

/** Properties of what a device does of its own, each switched by itself: to heat, to blow. Any of them says that it is on. */
export const FUNCTIONS: readonly string[] = ["heating", "blow", "ventilation"];

/** Whether a service is what the device is for. */
export function isMainService(type: string, kind: string): boolean {
  return type === kind || MAIN_SERVICES[kind]?.includes(type) === true;
}
