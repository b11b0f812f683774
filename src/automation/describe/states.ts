/** How people say that a property is or becomes something: "the window sensor shows open", not "contact of … is off". */
import type { Home, Value } from "../../home/index.ts";
import type { Language } from "../../language/index.ts";
import type { Target } from "../definition/index.ts";
import { heldWords } from "./held.ts";
import { list, propertyOf, propertyWords, type Subject, say, subjectWords, valueWordsOf } from "./words.ts";

/** English for one and for several, and Chinese; after the subject. */
type Predicate = readonly [one: string, several: string, zh: string];

interface BooleanWords {
  readonly becomes: Readonly<Record<"true" | "false", Predicate>>;
  readonly is: Readonly<Record<"true" | "false", Predicate>>;
}

/** What a sensor tells reads the same, whether it becomes so or is so. */
function tells(yes: Predicate, no: Predicate): BooleanWords {
  return { becomes: { true: yes, false: no }, is: { true: yes, false: no } };
}

const MOTION = tells(
  ["detects motion", "detect motion", "检测到有人移动"],
  ["detects no motion", "detect no motion", "未检测到移动"],
);
const PRESENCE = tells(
  ["detects somebody", "detect somebody", "检测到有人"],
  ["detects nobody", "detect nobody", "未检测到人"],
);

/** Keyed by the short name of the property. */
const BOOLEANS: Readonly<Record<string, BooleanWords>> = {
  on: {
    becomes: {
      true: ["is turned on", "are turned on", "打开"],
      false: ["is turned off", "are turned off", "关闭"],
    },
    is: { true: ["is on", "are on", "开着"], false: ["is off", "are off", "关着"] },
  },
  locked: {
    becomes: { true: ["is locked", "are locked", "上锁"], false: ["is unlocked", "are unlocked", "开锁"] },
    is: { true: ["is locked", "are locked", "已上锁"], false: ["is unlocked", "are unlocked", "未上锁"] },
  },
  valve: {
    becomes: { true: ["is opened", "are opened", "打开"], false: ["is closed", "are closed", "关闭"] },
    is: { true: ["is open", "are open", "开着"], false: ["is closed", "are closed", "关着"] },
  },
  // True is contact: what it watches is shut.
  "contact-state": tells(["shows closed", "show closed", "显示关闭"], ["shows open", "show open", "显示打开"]),
  "motion-state": MOTION,
  "motion-status": MOTION,
  presence: PRESENCE,
  occupancy: PRESENCE,
  "submersion-state": tells(
    ["detects water", "detect water", "检测到漏水"],
    ["detects no water", "detect no water", "未检测到漏水"],
  ),
};

/** "the TV is turned off", "any leak sensor detects water", "the mode of the heater becomes Eco or Boost". */
export function stateWords(
  { target, property, values, held, subject, way }: StateSentence,
  language: Language,
  home: Home,
): string {
  const [only] = values;
  const known =
    values.length === 1 && typeof only === "boolean" ? BOOLEANS[shortName(target, property, home)] : undefined;
  const time = heldWords(held, language);
  if (known) {
    const [one, several, zh] = known[way][only === true ? "true" : "false"];
    const who = subjectWords(target, subject, language, home);
    return say(language, `${who.words} ${who.several ? several : one}${time}`, `${who.words}${zh}${time}`);
  }
  const what = propertyOfWords(target, property, subject, language, home);
  const wanted = list(
    values.map((value) => valueWordsOf(target, property, value, language, home)),
    language,
    "or",
  );
  const verb = way === "becomes" ? say(language, "becomes", "变为") : say(language, "is", "为");
  return say(language, `${what} ${verb} ${wanted}${time}`, `${what}${verb}${wanted}${time}`);
}

export interface StateSentence {
  readonly target: Target;
  readonly property: string;
  readonly values: readonly Value[];
  /** How long it must have been so. */
  readonly held: string | number | undefined;
  readonly subject: Subject;
  readonly way: "becomes" | "is";
}

/** "the temperature of the Thermometer", "温湿度计的温度". */
export function propertyOfWords(
  target: Target,
  property: string,
  subject: Subject,
  language: Language,
  home: Home,
): string {
  const what = propertyWords(target, property, language, home);
  const { words } = subjectWords(target, subject, language, home);
  return say(language, `the ${what} of ${words}`, `${words}的${what}`);
}

/** The short name of a property; a valve's switch is no lamp's. */
function shortName(target: Target, address: string, home: Home): string {
  if (/^(gas-)?valve(-\d+)?\.on$/.test(address)) return "valve";
  return propertyOf(target, address, home)?.type ?? address.slice(address.indexOf(".") + 1);
}
