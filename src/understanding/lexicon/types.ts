import type { DeviceState } from "../../language/index.ts";

/** What a phrase may mean, whatever the language. One phrase may mean several of these; the parser decides by context. */

/** What somebody wants done. `turn` needs a word that completes it ("turn … off", "turn … to 50%"). */
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

/** Words that hold a sentence together. */
export const WORD_ROLES = [
  "plain",
  "filler",
  /** Whose it is follows, or for whom: 给我(妈) is no "for me" then. */
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
  /** How many are meant, where it is more than that: "all three", 另外两个. */
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
  /** A word that stands for a noun that was said: "the bedroom one". */
  "placeholder",
  /** What follows belongs to what was named: "its fan". */
  "its",
  /** A call to somebody that is a verb before a thing: 喂 of 喂猫. */
  "hailing",
  "here",
  "there",
  "home",
  /** In the other rooms. */
  "elsewhere",
  "everything",
  "everyThing",
  "roomWord",
  /** Before a colour, or behind it: what kind of it, or that it is one. */
  "shade",
  /** More of a colour than there is: "redder". */
  "tinge",
  /** How a drink is asked for: "make me", "a cup of", 来杯. */
  "serving",
  /** A word for a property that is a verb of its own: 摇头, "oscillate". */
  "doing",
  /** What a sprinkler does, and to what: "water the plants". */
  "watering",
  "watered",
  /** Before an amount it says that it need not be exact: "like 10 percent". */
  "roughly",
  /** What a share is one of: "a third of the way". */
  "way",
  /** As far as it goes: "all the way". */
  "wholly",
  /** How something is ordered: "I need", "please". */
  "ordering",
  "mowing",
  "sweeping",
  /** What is heard: music, a song. */
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
  /** Somebody is to do what follows: "tell", "ask". */
  "bidding",
  /** Whatever there is, in a question that has no verb: "any lights on". */
  "anyAtAll",
  /** The temperature of water, and not that of a room. */
  "ofWater",
  /** Asks what somebody has done: "did I". */
  "didSomebody",
  /** Asks whether it is so, or wants to be told once it happens: "let me know if". */
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

/** A floor by its number (0 is the ground), as the uppermost or lowest, or as the one that the speaker is on. */
export type FloorWord = number | "top" | "bottom" | "own";

/** Where a key is, beside its number: of two or more, or two of them. */
export type KeyPart = "left" | "middle" | "right" | "last" | "firstTwo" | "lastTwo";

/** Words for the keys of a switch and the sockets of a power strip. */
export interface KeyWords {
  readonly switch: string;
  readonly outlet: string;
  /** Of all these words those that never name a device by themselves. */
  readonly only: string;
  /** At index 2 the ways to say "third". */
  readonly ordinals: readonly string[];
  /** Ways to count one: W is the word, N the number, O the ordinal. */
  readonly counted: string;
  readonly sides: Readonly<Record<KeyPart, string>>;
}

/** Relative adjectives: "brighter" is {props: brightness, direction: 1}. No property: whatever was talked about. */
export interface RelativeChange {
  readonly props: readonly string[];
  readonly direction: 1 | -1;
}

/** The place of a value in a range. */
export type Level = "max" | "min" | "middle";

/** Everything that one phrase may mean. */
export interface LexicalMeaning {
  readonly acts: Act[];
  /** What the verb does together with a particle that stands apart from it, keyed by the particle; null: it has none. */
  particles: Map<string, Act> | null;
  /** The act goes to a value ("调到"), rather than by an amount. */
  to: boolean;
  readonly changes: RelativeChange[];
  /** Which way it goes where something is made so: "bright" of "make it bright". */
  readonly made: RelativeChange[];
  /** It says by how much as well, which is little: 暗一点. */
  bit: boolean;
  /** Kinds of devices, as the short names of URNs. */
  readonly kinds: string[];
  /** It says less than the kind: "ceiling fan". */
  narrow: boolean;
  /** Short names of properties. */
  readonly props: string[];
  /** Kinds of devices that make what the phrase names: "coffee". */
  readonly makers: string[];
  /** Short names of actions of specs. */
  readonly actions: string[];
  readonly states: DeviceState[];
  readonly roles: WordRole[];
  /** 0xRRGGBB */
  color: number | null;
  kelvin: number | null;
  level: Level | null;
  /** Names of a value in a value-list: its description, lower case. */
  readonly listed: string[];
  /** Kinds of room, by their English names: whether the home has one is another matter. */
  readonly rooms: string[];
  /** Floors that the phrase may mean. */
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
  /** `hours`: from when to when it is, where it bounds a condition. */
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

/** Whether a phrase is a value of some list and nothing else. */
export function isOnlyValue(meaning: LexicalMeaning): boolean {
  const { listed, acts, roles, kinds, props, states, changes, level, color, kelvin } = meaning;
  const other = acts.length + roles.length + kinds.length + props.length + states.length + changes.length > 0;
  return listed.length > 0 && !other && level === null && color === null && kelvin === null;
}

/**
 * How a language says that a scene is to be made. Its name may hold any words, so these are patterns over a whole text, not
 * phrases: what they find never reaches the other rules.
 */
export interface SceneForms {
  /** Asks for a scene to be made or saved, readable or not: nothing of it is carried out. */
  readonly asked: readonly RegExp[];
  /** Groups `name`, and `body`: what the scene is to hold. */
  readonly listed: readonly RegExp[];
  /** Groups `name`, and `of`: what is kept as it is now. */
  readonly kept: readonly RegExp[];
  /** A body that means "as it is now"; group `of` when it says what. */
  readonly present: RegExp;
  /** Words around a name that do not belong to it: "the … scene". */
  readonly beside: RegExp;
}

/** Words by which people call the same thing of a kind, whatever it is called in the home. */
export interface SynonymFamily {
  readonly kind: string;
  readonly said: string;
  /** Ends of names of what is called so too, though nobody says them for the others. */
  readonly named?: string;
  /** Ends of names that only end alike: 阳台灯 is no 台灯. */
  readonly unlike?: string;
  /** What has no name but the word for its kind is called so as well. */
  readonly plain?: true;
}

/** The words of one language. Phrases are separated by commas. A third language is one more of these. */
export interface LanguageData {
  readonly acts: Readonly<Partial<Record<Act, string>>>;
  /** Verbs with particles that stand apart from them: "draw … back". */
  readonly separable: readonly (readonly [act: Act, verbs: string, particles: string])[];
  /** Acts that go to a value: "set to", "调到". */
  readonly actsTo: Readonly<Partial<Record<Act, string>>>;
  readonly changes: readonly (readonly [props: string, direction: 1 | -1, phrases: string])[];
  /** Adjectives that say which way where something is made so: "bright", "loud". */
  readonly made?: readonly (readonly [props: string, direction: 1 | -1, phrases: string])[];
  /** Question words that hold what they ask about: "how warm" asks for a temperature. */
  readonly asks: readonly (readonly [props: string, phrases: string])[];
  readonly states: Readonly<Partial<Record<DeviceState, string>>>;
  readonly roles: Readonly<Partial<Record<WordRole, string>>>;
  readonly levels: Readonly<Record<Level, string>>;
  /** Ends of a range that say of what: "full volume", 最大风速. */
  readonly extremes?: readonly (readonly [props: string, level: Level, phrases: string])[];
  /** What devices make, keyed by the kind of device that makes it. */
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
  /** How the keys of a switch and the sockets of a power strip are called by where they are; left out: by their names. */
  readonly keys?: KeyWords;
  readonly units: Readonly<Record<QuantityUnit, string>>;
  readonly dayParts: Readonly<Record<DayPart, string>>;
  /** Phrases, keyed by days from today. */
  readonly days: Readonly<Record<number, string>>;
  /** Phrases, keyed by the days of the week they name, 1 = Monday: "1 2 3 4 5". */
  readonly weekdays: Readonly<Record<string, string>>;
  /** Names of months, 1 = January, and words that count days of the month ("third"). They are no words of their own. */
  readonly calendar: Readonly<Record<"months" | "ordinals", Readonly<Record<number, string>>>>;
  readonly sun: Readonly<Record<"sunrise" | "sunset", string>>;
  /**
   * Small words that count only beside a moment or a duration: what puts it before or after another ("before sunset",
   * 日落后), what begins a stretch ("from ten"), what a bare hour stands after ("at 7"), what a duration goes by after (再过),
   * what closes a moment (七点的时候), what a day of the month ends in (三号), what stands before one ("on the third"), and what
   * makes it one of several things instead ("the first one"), what begins a claim
   * ("remind me that …"), what says that something was done (设了), what a
   * device does while it runs (吹). They are no words of their own.
   */
  readonly timeWords: Readonly<Record<TimeWordRole, string>>;
  /**
   * Words of everyday life that say nothing to a home: nothing explains them, but they are neither cut into words that do
   * (加 in 加班), nor taken for a word with a letter wrong. What means something already is not taken from here.
   */
  readonly plain: string;
  /** What a name holds that says on which side something is. */
  readonly sidesInNames: Readonly<Record<"left" | "right" | "middle", string>>;
  /** Words for less than the kind that they mean: a ceiling fan is a fan, but who says so may not mean the one on the floor. */
  readonly narrow: string;
  /** A ceiling light is the main light, whichever it is called. */
  readonly alike: readonly SynonymFamily[];
  /**
   * Things that stand in homes and are no kind of device here: who wants one switched wants that one, and no other. They are
   * read as `plain` words are.
   */
  readonly things: string;
  /** When a part of the day begins and ends where it bounds a condition ("at night"), as HH:MM. */
  readonly partHours: Readonly<Record<DayPart, readonly [from: string, to: string]>>;
  /** How scenes are made by words. */
  readonly sceneForms: SceneForms;
  readonly clock: Readonly<
    Record<"clock" | "clockHalf" | "clockQuarter" | "pastHour" | "toHour" | "am" | "pm" | "noon" | "midnight", string>
  >;
}
