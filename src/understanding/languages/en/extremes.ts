import type { LexiconData } from "../../lexicon/types.ts";

type Extreme = NonNullable<LexiconData["extremes"]>[number];

/** Phrases behind an adjective for the end of the range: "as bright as it'll go", "the brightest it gets". */
const IT_GOES = ["it", "they"].flatMap((what) => [
  ...(what === "it" ? ["goes", "gets"] : ["go", "get"]).map((verb) => `${what} ${verb}`),
  ...["will", "can"].flatMap((may) => ["go", "get", "be"].map((verb) => `${what} ${may} ${verb}`)),
  `${what}ll go`,
  `${what}ll get`,
]);
const AS_FAR = ["possible", "you can", "you can make it", "you can get it", ...IT_GOES];

/** The phrases for the end of the range of each adjective. `adjective`: "bright brightest"; without one only the others. */
function asFar(adjectives: readonly string[], others: string): string {
  const phrases = adjectives.flatMap((adjective) => {
    const [plain = "", most = ""] = adjective.split(" ");
    const furthest =
      most === "" ? [] : [most, `the ${most}`, `its ${most}`, `at its ${most}`, `at their ${most}`, `at the ${most}`];
    const goes = most === "" ? [] : IT_GOES.flatMap((how) => [`${most} ${how}`, `the ${most} ${how}`]);
    return [...furthest, ...goes, ...AS_FAR.map((how) => `as ${plain} as ${how}`)];
  });
  return [...phrases, ...(others === "" ? [] : [others])].join(", ");
}

const SPEED = "fan-level, speed-level, fan-speed, speed, fan-percent";

/** Ends of what is measured, keyed as in `LexiconData.extremes`. */
export const ENGLISH_EXTREMES: readonly Extreme[] = [
  [
    "brightness",
    "max",
    asFar(["bright brightest"], "full brightness, maximum brightness, max brightness, highest brightness"),
  ],
  [
    "brightness",
    "min",
    asFar(["dim dimmest", "dark darkest"], "minimum brightness, min brightness, lowest brightness"),
  ],
  ["volume", "max", asFar(["loud loudest"], "full volume, maximum volume, max volume, highest volume")],
  ["volume", "min", asFar(["quiet quietest", "soft"], "minimum volume, min volume, lowest volume")],
  [
    SPEED,
    "max",
    asFar(
      ["fast fastest", "strong", "hard"],
      "full speed, top speed, maximum speed, max speed, highest speed, maximum fan, max fan, maximum fan speed, highest fan speed, full fan",
    ),
  ],
  [
    SPEED,
    "min",
    asFar(
      ["slow slowest", "gentle"],
      "minimum speed, min speed, lowest speed, minimum fan, min fan, minimum fan speed, lowest fan speed",
    ),
  ],
  ["target-temperature", "max", asFar(["hot hottest", "warm warmest"], "maximum temperature, highest temperature")],
  ["target-temperature", "min", asFar(["cold coldest", "cool coolest"], "minimum temperature, lowest temperature")],
];

/** Ends of whatever a thing is set to. */
export const ENGLISH_ENDS = {
  max: `max, maximum, full, full blast, the max, the maximum, top, the highest level, highest level, full power, maximal, the top, hundred percent, highest setting, the highest setting, maximum level, all the way up, right up, max out, the limit, full whack, full tilt, ${asFar(["high highest"], "")}`,
  min: `min, minimum, the min, the minimum, bottom, the lowest level, lowest level, minimal, lowest setting, the lowest setting, minimum level, all the way down, right down, ${asFar(["low lowest"], "")}`,
} as const;
