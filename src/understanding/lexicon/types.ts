import type { DeviceState } from "../../language/index.ts";

/** Acts that a phrase may mean. `turn` needs a particle or a value ("turn … off", "turn … to 50%"). */
export const ACTS = [
  "on",
  "off",
  "toggle",
  "open",
  "close",
  "lock",
  "unlock",
  "set",
  "turn",
  "raise",
  "lower",
  "start",
  "stop",
  "pause",
  "resume",
  "play",
  "next",
  "previous",
  "mute",
  "unmute",
  "dock",
  "clean",
  "mop",
  "mow",
  "run",
  "locate",
  "tell",
] as const;
export type Act = (typeof ACTS)[number];

/** Roles of function words and other words without a meaning of their own. */
export const WORD_ROLES = [
  "plain",
  "filler",
  /** "For me", unless a noun follows: 给我(妈). */
  "forMe",
  "article",
  "in",
  "on",
  "off",
  "up",
  "down",
  "of",
  "with",
  "for",
  "to",
  "by",
  "object",
  "and",
  "next_clause",
  "or",
  "all",
  "any",
  "each",
  "both",
  /** A number of things: "all three", 另外两个. */
  "one",
  "two",
  "three",
  "four",
  "except",
  "exceptEnd",
  "exceptBehind",
  "exceptNot",
  "leave",
  "keep",
  "stay",
  "unchanged",
  "but",
  "only",
  "other",
  "others",
  "it",
  "them",
  /** Stands for a noun: "the bedroom one". */
  "placeholder",
  /** Possessive of the named thing: "its fan". */
  "its",
  /** A call to somebody; before a noun a verb: 喂 in 喂猫. */
  "hailing",
  "here",
  "there",
  "home",
  /** In the other rooms. */
  "elsewhere",
  "everything",
  "everyThing",
  "roomWord",
  /** Beside a colour: its shade, or a word for "colour". */
  "shade",
  /** A comparative of a colour: "redder". */
  "tinge",
  /** Orders a drink: "make me", "a cup of", 来杯. */
  "serving",
  /** A word for a property that is a verb of its own: 摇头, "oscillate". */
  "doing",
  /** Watering and its object: "water the plants". */
  "watering",
  "watered",
  /** A hedge before an amount: "like 10 percent". */
  "roughly",
  /** The whole of a share: "a third of the way". */
  "way",
  /** To the end of the range: "all the way". */
  "wholly",
  /** Orders something: "I need", "please". */
  "ordering",
  "mowing",
  "sweeping",
  /** Something to hear: music, a song. */
  "sounding",
  "tells",
  "polite",
  "asksAtEnd",
  "isThereAny",
  "stating",
  "not",
  "if",
  "when",
  "when_end",
  "whenever",
  "consequence",
  "unless",
  "otherwise",
  "until",
  "above",
  "below",
  "between",
  "what",
  "which",
  "howMany",
  "how",
  "where",
  "why",
  "since",
  "is",
  "yesNo",
  "there_is",
  /** Part of a question and of nothing else: "like" of "what is it like". */
  "ofAsking",
  /** Asks somebody to do what follows: "tell", "ask". */
  "bidding",
  /** "Any" in a question without a verb: "any lights on". */
  "anyAtAll",
  /** A temperature of water. */
  "ofWater",
  /** Begins a did-question: "did I". */
  "didSomebody",
  /** Asks for a state, or for a notice of an event: "let me know if". */
  "tellsIf",
  "little",
  "much",
  "more",
  "less",
  "also",
  "again",
  "thing",
  "twice",
  "halve",
  "past",
  "maybe",
  "yes",
  "no",
  "undo",
  "never_mind",
  "first",
  "second",
  "third",
  "fourth",
  "last",
  "left",
  "middle",
  "right",
  "key",
  /** A key or a socket by its number: "the third key", 第三孔. */
  "keyByNumber",
  "in_time",
  "after",
  "at_time",
  "near_time",
  "this_week",
  "next_week",
  "every",
  "timer",
  "alarm",
  "wake",
  "calls",
  "rising",
  "person",
  "making",
  "purpose",
  "rings",
  "cancel",
  "delete",
  "pausing",
  "resuming",
  /** Goes home, as people do too. */
  "homeward",
  "allOfThem",
  "changing",
  "ofDate",
  "add",
  "remaining",
  "named",
  "scene",
  "automation",
  "planned",
  "remind",
  "half",
  "quarter",
  "sliver",
] as const;
export type WordRole = (typeof WORD_ROLES)[number];

/** A floor by its number (0 is the ground), the uppermost or lowest one, or that of the speaker. */
export type FloorWord = number | "top" | "bottom" | "own";

/** The position of a key, or of two keys. */
export type KeyPart = "left" | "middle" | "right" | "last" | "firstTwo" | "lastTwo";

/** Words for the keys of a switch and the sockets of a power strip. */
export interface KeyWords {
  readonly switch: string;
  readonly outlet: string;
  /** The words among them that never name a device by themselves. */
  readonly only: string;
  /** At index 2 the ways to say "third". */
  readonly ordinals: readonly string[];
  /** Ways to count one: W is the word, N the number, O the ordinal. */
  readonly counted: string;
  readonly sides: Readonly<Record<KeyPart, string>>;
}

/** A comparative: "brighter" is {props: brightness, direction: 1}. Without properties: the one in focus. */
export interface RelativeChange {
  readonly props: readonly string[];
  readonly direction: 1 | -1;
}

/** A position in a range of values. */
export type Level = "max" | "min" | "middle";

/** All meanings of one phrase, whatever the language; the parser decides by context. */
export interface LexicalMeaning {
  readonly acts: Act[];
  /** Acts of a separable verb, keyed by its particle; null: not separable. */
  particles: Map<string, Act> | null;
  /** The act takes a goal value ("调到"), not an amount. */
  to: boolean;
  readonly changes: RelativeChange[];
  /** Direction of a result adjective: "bright" in "make it bright". */
  readonly made: RelativeChange[];
  /** The change includes a small amount: 暗一点. */
  bit: boolean;
  /** Kinds of devices, as the short names of URNs. */
  readonly kinds: string[];
  /** Narrower than the kind: "ceiling fan". */
  narrow: boolean;
  /** Short names of properties. */
  readonly props: string[];
  /** Kinds of devices that make the named drink: "coffee". */
  readonly makers: string[];
  /** Short names of actions of specs. */
  readonly actions: string[];
  readonly states: DeviceState[];
  readonly roles: WordRole[];
  /** 0xRRGGBB */
  color: number | null;
  kelvin: number | null;
  level: Level | null;
  /** Values of value-lists that it names: their descriptions, lower case. */
  readonly listed: string[];
  /** Kinds of room, by their English names, whether or not the home has one. */
  readonly rooms: string[];
  /** Floors. */
  readonly floors: FloorWord[];
  /** A number in words. */
  number: number | null;
  /** A unit of a quantity. */
  unit: QuantityUnit | null;
  readonly time: TimeWord[];
}

export type QuantityUnit =
  | "percent"
  | "tenths"
  | "celsius"
  | "fahrenheit"
  | "degree"
  | "kelvin"
  | "level"
  | "times"
  | "second"
  | "minute"
  | "hour"
  | "day"
  | "week";

export type TimeWordRole =
  | "before"
  | "after"
  | "from"
  | "at"
  | "through"
  | "closing"
  | "ofDay"
  | "beforeDay"
  | "notDay"
  | "claims"
  | "done"
  | "running";

/** Words of clock and calendar. */
export type TimeWord =
  /** `hours`: begin and end as a window of a condition, HH:MM. */
  | { readonly kind: "part"; readonly name: DayPart; readonly hours: readonly [from: string, to: string] }
  | { readonly kind: "day"; readonly offset: number }
  | { readonly kind: "weekday"; readonly days: readonly number[] }
  | { readonly kind: "sun"; readonly event: "sunrise" | "sunset" }
  | { readonly kind: "clock" }
  | { readonly kind: "clockHalf" }
  | { readonly kind: "clockQuarter" }
  | { readonly kind: "pastHour" }
  | { readonly kind: "toHour" }
  | { readonly kind: "am" }
  | { readonly kind: "pm" }
  | { readonly kind: "noon" }
  | { readonly kind: "midnight" };

export type DayPart = "day" | "morning" | "noon" | "afternoon" | "evening" | "night";

export function emptyLexicalMeaning(): LexicalMeaning {
  return {
    acts: [],
    particles: null,
    to: false,
    changes: [],
    made: [],
    bit: false,
    kinds: [],
    narrow: false,
    props: [],
    makers: [],
    actions: [],
    states: [],
    roles: [],
    color: null,
    kelvin: null,
    level: null,
    listed: [],
    rooms: [],
    floors: [],
    number: null,
    unit: null,
    time: [],
  };
}

/** Whether a phrase is only a list value. */
export function isOnlyValue(meaning: LexicalMeaning): boolean {
  const { listed, acts, roles, kinds, props, states, changes, level, color, kelvin } = meaning;
  const other = acts.length + roles.length + kinds.length + props.length + states.length + changes.length > 0;
  return listed.length > 0 && !other && level === null && color === null && kelvin === null;
}

/**
 * Patterns for making a scene in one language, over a whole text: the name of a scene may contain any words, so such texts are
 * not parsed.
 */
export interface SceneForms {
  /** Any request to make or save a scene, also one that can't be read. */
  readonly requests: readonly RegExp[];
  /** Groups: `name`, and `body`: the commands of the scene. */
  readonly listed: readonly RegExp[];
  /** Groups: `name`, and `of`: whose current state is saved. */
  readonly kept: readonly RegExp[];
  /** A body that means "as it is now"; group `of`: whose state. */
  readonly present: RegExp;
  /** Words around a name that are no part of it: "the … scene". */
  readonly fillers: RegExp;
}

/** Synonyms for things of a kind, beside their names in the home. Phrases are separated by commas. */
export interface SynonymFamily {
  readonly kind: string;
  readonly said: string;
  /** Further name endings of the family that nobody says for the others. */
  readonly named?: string;
  /** Name endings that only look alike: 阳台灯 is no 台灯. */
  readonly unlike?: string;
  /** Also for devices named only by their kind. */
  readonly plain?: true;
}

/** The words of one language. Phrases are separated by commas. */
export interface LexiconData {
  readonly acts: Readonly<Partial<Record<Act, string>>>;
  /** Separable verbs with their particles: "draw … back". */
  readonly separable: readonly (readonly [act: Act, verbs: string, particles: string])[];
  /** Acts with a goal value: "set to", "调到". */
  readonly actsTo: Readonly<Partial<Record<Act, string>>>;
  readonly changes: readonly (readonly [props: string, direction: 1 | -1, phrases: string])[];
  /** Result adjectives with their direction: "bright", "loud". */
  readonly made?: readonly (readonly [props: string, direction: 1 | -1, phrases: string])[];
  /** Question phrases with their property: "how warm" asks for a temperature. */
  readonly asks: readonly (readonly [props: string, phrases: string])[];
  readonly states: Readonly<Partial<Record<DeviceState, string>>>;
  readonly roles: Readonly<Partial<Record<WordRole, string>>>;
  readonly levels: Readonly<Record<Level, string>>;
  /** Ends of a range with their property: "full volume", 最大风速. */
  readonly extremes?: readonly (readonly [props: string, level: Level, phrases: string])[];
  /** Drinks, keyed by the kind of device that makes them. */
  readonly drinks?: Readonly<Record<string, string>>;
  /** Phrases, keyed by RGB in hex. */
  readonly colors: Readonly<Record<string, string>>;
  /** Phrases, keyed by kelvin. */
  readonly whites: Readonly<Record<number, string>>;
  /** Phrases, keyed by the English name of the kind of room. */
  readonly rooms: Readonly<Record<string, string>>;
  readonly floors: Readonly<Record<string, string>>;
  readonly numbers: Readonly<Record<number, string>>;
  /** Ways to say the number N at the end of a name. */
  readonly numbered: string;
  /** Words for keys of switches and sockets of power strips by position; left out: only by their names. */
  readonly keys?: KeyWords;
  readonly units: Readonly<Record<QuantityUnit, string>>;
  readonly dayParts: Readonly<Record<DayPart, string>>;
  /** Phrases, keyed by days from today. */
  readonly days: Readonly<Record<number, string>>;
  /** Phrases, keyed by the days of the week they name, 1 = Monday: "1 2 3 4 5". */
  readonly weekdays: Readonly<Record<string, string>>;
  /** Names of months, 1 = January, and ordinals of days ("third"). They are not in the trie. */
  readonly calendar: Readonly<Record<"months" | "ordinals", Readonly<Record<number, string>>>>;
  readonly sun: Readonly<Record<"sunrise" | "sunset", string>>;
  /**
   * Function words that count only beside a time or a duration: before and after another time ("before sunset", 日落后), the start
   * of a span ("from ten"), before a bare hour ("at 7"), before a delay (再过), behind a time (七点的时候), behind a day of the
   * month (三号), before one ("on the third"), an ordinal of things instead ("the first one"), before a claim ("remind me
   * that …"), a finished action (设了), running of a device (吹). They are not in the trie.
   */
  readonly timeWords: Readonly<Record<TimeWordRole, string>>;
  /**
   * Everyday words without a meaning for a home. They are neither split into words with one (加 in 加班) nor corrected as
   * misspelt. Words that have a meaning elsewhere in this data keep it.
   */
  readonly plain: string;
  /** Words in names that tell the side of a thing. */
  readonly sidesInNames: Readonly<Record<"left" | "right" | "middle", string>>;
  /** Words that are narrower than their kind: a ceiling fan is a fan, but a fan need not be a ceiling fan. */
  readonly narrow: string;
  /** Synonym families: the ceiling light is also the main light. */
  readonly alike: readonly SynonymFamily[];
  /**
   * Household things that are no kind of device here: a command for one must not switch anything else. They are read like `plain`
   * words.
   */
  readonly things: string;
  /** Begin and end of a part of the day as a window of a condition ("at night"), HH:MM. */
  readonly partHours: Readonly<Record<DayPart, readonly [from: string, to: string]>>;
  /** Patterns for making scenes. */
  readonly sceneForms: SceneForms;
  readonly clock: Readonly<
    Record<"clock" | "clockHalf" | "clockQuarter" | "pastHour" | "toHour" | "am" | "pm" | "noon" | "midnight", string>
  >;
}
