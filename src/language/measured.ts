/** A value of a device as it is told. */
export interface Measured {
  /** A name that nothing else has. */
  readonly name: string;
  /** The room's name in the reader's language. */
  readonly room: string | null;
  /** What the property is called, and its short name in the spec. */
  readonly property: string;
  readonly type: string;
  /** As it stands in a sentence: "26 °C", "cool". */
  readonly value: string;
  /** The description of a listed value in the spec, lower case; "" for others. */
  readonly listed: string;
  /** The device's kind in the spec. */
  readonly kind: string;
  /** It is of the room and not of the device: how warm it is there, how good the air. */
  readonly ambient: boolean;
}

/** What tells of the air around a device, unless the device keeps something else warm, cold or wet. */
const AMBIENT =
  /^(temperature|indoor-temperature|relative-humidity|pm2\.5-density|pm10-density|co2-density|tvoc-density|hcho-density|air-quality|air-quality-index|illumination|noise-decibel)$/;
const OWN_AIR =
  /fridge|refrigerator|freezer|oven|cooker|fryer|kettle|water-heater|washer|dryer|dishwasher|fish|blanket|coffee|stove|car$|printer|plug|outlet|switch|battery|vacuum|heater-cable|weather/;

/** Whether a property of a device of a kind tells how it is in the room. */
export function isAmbient(type: string, kind: string): boolean {
  return AMBIENT.test(type) && !OWN_AIR.test(kind);
}

/** How much power is drawn now, as it is told. */
export interface ToldPower {
  /** null: all of the home. */
  readonly room: string | null;
  /** With its unit. */
  readonly total: string;
  /** A meter counts all of it; otherwise it is what devices tell of themselves. */
  readonly metered: boolean;
  /** What draws the most, where that is told. */
  readonly each: readonly { readonly name: string; readonly value: string }[];
  /** How many more draw something. */
  readonly others: number;
}
