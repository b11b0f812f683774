/** How a unit is written after a number, keyed by the unit of MIoT-Spec-V2. */
export const units = {
  percentage: "%",
  celsius: " °C",
  fahrenheit: " °F",
  kelvin: " K",
  lux: " lux",
  ppm: " ppm",
  "μg/m3": " μg/m³",
  "mg/m3": " mg/m³",
  watt: " W",
  kwh: " kWh",
  seconds: " s",
  minutes: " min",
  hours: " h",
  days: " days",
  arcdegrees: "°",
  pascal: " Pa",
  liter: " l",
  m3: " m³",
  km: " km",
  dB: " dB",
};

/** Colours that have a name, keyed by RRGGBB in lower-case hexadecimal. */
export const colors = {
  ff0000: "red",
  "00ff00": "green",
  "0000ff": "blue",
  ffff00: "yellow",
  ffa500: "orange",
  "800080": "purple",
  ffc0cb: "pink",
  "00ffff": "cyan",
  ff00ff: "magenta",
  ffffff: "white",
  ffd700: "gold",
  "40e0d0": "turquoise",
};

/** The compartments of a fridge, commas between the words, keyed by what they do. */
export const zones = {
  freezer: "freezer, freezer compartment, freezing compartment, freezing chamber, freezer drawer, deep freeze",
  fridge:
    "fridge compartment, fridge section, refrigerating chamber, refrigerator compartment, refrigerating compartment, cold compartment",
  variable: "variable compartment, variable drawer, variable zone, variable temperature zone, flex zone, flexible zone",
};

/** The keys of wall switches, keyed by how specifications describe them, in lower case. */
export const keys = {
  "left key": "left key",
  "middle key": "middle key",
  "right key": "right key",
  "left switch service": "left key",
  "middle switch service": "middle key",
  "right switch service": "right key",
  left: "left key",
  middle: "middle key",
  center: "middle key",
  right: "right key",
  both: "both keys",
  "all sockets": "master switch",
  "socket 1": "socket 1",
  "socket 2": "socket 2",
  "socket 3": "socket 3",
  "socket 4": "socket 4",
  "socket 5": "socket 5",
  "socket 6": "socket 6",
  usb: "USB ports",
};
