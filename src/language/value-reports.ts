/** A value of a device, for a message. */
export interface ValueReport {
  /** A unique name. */
  readonly name: string;
  /** The room's name in the reader's language. */
  readonly room: string | null;
  /** The property's name, and its short name in the spec. */
  readonly property: string;
  readonly type: string;
  /** As it stands in a sentence: "26 °C", "cool". */
  readonly value: string;
  /** The description of a listed value in the spec, lower case; "" for others. */
  readonly listed: string;
  /** The device's kind in the spec. */
  readonly kind: string;
  /** The value describes the room's air and not the device: its temperature, its quality. */
  readonly ambient: boolean;
}

/** Property types that describe the air around a device, except for devices that keep something else warm, cold or wet. */
const AMBIENT =
  /^(temperature|indoor-temperature|relative-humidity|pm2\.5-density|pm10-density|co2-density|tvoc-density|hcho-density|air-quality|air-quality-index|illumination|noise-decibel)$/;
const OWN_AIR =
  /fridge|refrigerator|freezer|oven|cooker|fryer|kettle|water-heater|washer|dryer|dishwasher|fish|blanket|coffee|stove|car$|printer|plug|outlet|switch|battery|vacuum|heater-cable|weather/;

/** Whether a property describes the room's air. @param type of the property @param kind of the device */
export function isAmbient(type: string, kind: string): boolean {
  return AMBIENT.test(type) && !OWN_AIR.test(kind);
}

/** The power that is drawn now, for a message. */
export interface PowerReport {
  /** null: all of the home. */
  readonly room: string | null;
  /** With its unit. */
  readonly total: string;
  /** A meter counts all of it; otherwise it is the sum of what devices report. */
  readonly metered: boolean;
  /** The largest consumers; empty when they are not listed. */
  readonly each: readonly { readonly name: string; readonly value: string }[];
  /** How many more devices draw power. */
  readonly others: number;
}
