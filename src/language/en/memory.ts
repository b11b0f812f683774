import { capital, countedNoun, grammar, inPlace, nounPlural, the } from "./grammar.ts";

/** The memory: its entries, and replies about them. */
export const memory = {
  entryNamed: 'memory entry "{id}"',
  nothing: "there is nothing in it to remember",
  /** A stranger asks what is remembered. */
  notForYou: "I only tell that to the people who live here.",
  noted: "Noted.",
  /** `what`: an entry as a clause, "the den is the study". */
  got: ({ what }: { what: string }) => `Got it: ${what}.`,
  knownAlready: ({ what }: { what: string }) => `I know that already: ${what}.`,
  /** The entry that was replaced. */
  instead: ({ what, before }: { what: string; before: string }) => `Got it: ${what} (it was ${before}).`,
  /** `text`: the person's own words. */
  name: ({ name, thing, text }: { name: string; thing: string; text: string }) =>
    `${called(name, text)} is ${the(thing)}`,
  /** `event`: null for a time with a name of its own; `days` is empty for every day; `mine`: the reader's own entry. */
  time: ({ event, name, time, days, mine }: NamedTimeValues) => {
    const when = days === "" ? time : `${time} ${days}`;
    switch (event) {
      case "bedtime":
        return `${mine ? "your " : ""}bedtime is ${when}`;
      case "wakeup":
        return mine ? `you get up at ${when}` : `getting up is at ${when}`;
      case "work":
        return mine ? `you leave for work at ${when}` : `work starts at ${when}`;
      case "homecoming":
        return mine ? `you come home at ${when}` : `coming home is at ${when}`;
      default:
        return `${mine ? "your " : ""}${event ?? name} is at ${when}`;
    }
  },
  /** The name of a time in a reply. */
  event: ({ event, mine }: { event: MemoryEvent; mine: boolean }) => {
    const name = { wakeup: "wake-up time", work: "time for work", homecoming: "time of coming home" };
    return `${mine ? "your " : ""}${Object.hasOwn(name, event) ? name[event as keyof typeof name] : event}`;
  },
  /** `thing` is empty for everything that has the property. */
  preference: ({ thing, property, value, part, mine }: PreferenceValues) => {
    const when = part === null ? "" : ` ${PARTS[part]}`;
    if (thing === "") return `${mine ? "your " : "the "}favourite ${favoured(property)} is ${value}${when}`;
    return `you like ${the(thing)} at ${value}${when}`;
  },
  /** An entry in a few words, to forget it or to ask about it. */
  nameLabel: ({ name }: { name: string }) => `the name ${grammar.quote(name)}`,
  preferenceLabel: ({ thing, property }: { thing: string; property: string }) =>
    thing === "" ? `your favourite ${favoured(property)}` : `how you like ${the(thing)}`,
  /** Devices of a kind in a room: "lights in the living room". */
  kindIn: ({ kind, room }: { kind: string; room: string }) =>
    `${nounPlural(kind)}${room === "" ? "" : ` ${inPlace(room)}`}`,
  /** A fact, in the person's own words. */
  fact: ({ text }: { text: string }) => grammar.quote(text),
  ends: ({ what, until }: { what: string; until: string }) => `${what} (until ${until})`,
  list: ({ items, more }: { items: readonly string[]; more: number }) =>
    `I remember: ${items.join("; ")}${more > 0 ? `; and ${countedNoun(more, "more thing")}` : ""}.`,
  told: ({ items }: { items: readonly string[] }) => `You told me: ${grammar.list([...items], "and")}.`,
  several: ({ items }: { items: readonly string[] }) => items.join("; "),
  answer: ({ what }: { what: string }) => `${capital(what)}.`,
  /** `about` is empty when the question was about everything. */
  knowsNothing: ({ about }: { about: string }) =>
    about === "" ? "You haven't asked me to remember anything yet." : `You haven't told me anything about ${about}.`,
  unknownTime: ({ what, example }: { what: string; example: string }) =>
    `I don't know ${what} yet. Tell me, for example: ${grammar.quote(example)}`,
  /** An example of a sentence for that. */
  exampleTime: "my bedtime is eleven",
  /** Several times with one name, each with its days. */
  whichDay: ({ name, times }: { name: string; times: readonly string[] }) =>
    `${capital(name)} isn't at the same time every day (${times.join(", ")}). On which days do you mean?`,
  onOther: ({ time, days }: { time: string; days: string }) => `${time} ${days}`.trim(),
  halfOfDay: ({ name }: { name: string }) => `Is ${name} in the morning or in the evening?`,
  /** Behind a plan that uses a named time. */
  takenAs: ({ name, time }: { name: string; time: string }) => `I took ${name} as ${time}.`,
  noPreference: ({ place }: { place: string }) =>
    `I don't know how you like it${place === "" ? "" : ` in ${the(place)}`} yet. Tell me, for example: "I like the bedroom at 19 degrees".`,
  forgot: ({ items }: { items: readonly string[] }) =>
    `OK, I've forgotten ${items.length > 3 ? countedNoun(items.length, "thing") : grammar.list([...items], "and")}.`,
  forgotAll: ({ count }: { count: number }) => `OK, I've forgotten ${count === 1 ? "it" : `all ${count} things`}.`,
  askForgetAll: ({ count, items }: { count: number; items: readonly string[] }) =>
    `Forget ${count === 1 ? "the one thing" : `all ${count} things`} that I remember: ${items.join("; ")}${count > items.length ? "; …" : ""}?`,
  askForgetSeveral: ({ items }: { items: readonly string[] }) =>
    `Forget all of these: ${items.join("; ")}? Or say which one.`,
  askRemember: ({ text }: { text: string }) => `Shall I remember ${grammar.quote(text)}?`,
  askForget: ({ items }: { items: readonly string[] }) => `Shall I forget ${items.join("; ")}?`,
  whichThing: ({ name, options }: { name: string; options: readonly string[] }) =>
    `Which one do you call "${name}": ${grammar.list([...options], "or")}?`,
  noThing: ({ thing }: { thing: string }) => `I don't know what "${thing}" is here, so I can't give it a name.`,
  /** A name with a general meaning: "lights". */
  reserved: ({ name }: { name: string }) => `"${name}" already means something else to me. Please choose another name.`,
  gone: ({ name }: { name: string }) => `something that is gone ("${name}")`,
  /** For a model. */
  notSaid: "it is not in the person's own words; give it as they said it, or leave it",
  heading: ["What", "Kind", "Whose", "Since", "Id"] as readonly string[],
  changesHeading: ["When", "What", "Kind", "Id", "By"] as readonly string[],
  kinds: { name: "name", time: "time", preference: "preference", fact: "fact" },
  changed: { add: "added", change: "changed", forget: "forgotten", expire: "ended", refuse: "refused (a secret)" },
  ofHome: "home",
  noEntries: "Nothing is remembered yet.",
  noChanges: "Nothing has changed yet.",
  summary: "List, add, change and forget what your home remembers",
  details:
    'VERB is one of: list, add TEXT, change ID TEXT, forget ID..., changes, export, apply FILE. TEXT is what you would say: "my bedtime is eleven".',
  pruneAbout: "With apply: forget what the file does not hold",
  applied: ({ added, changed, same, forgotten }: { added: number; changed: number; same: number; forgotten: number }) =>
    `${added} added, ${changed} changed, ${forgotten} forgotten, ${same} as they were.`,
  badFile: "{file}: {detail}",
};

/** "the den", and "Kalle" when the text has no article. */
function called(name: string, text: string): string {
  const at = text.toLowerCase().indexOf(name.toLowerCase());
  const before = at < 0 ? "" : text.slice(0, at).toLowerCase().trimEnd();
  if (at < 0) return /^\p{Lu}/u.test(name) ? name : `the ${name}`;
  return /\b(?:the|my|our)$/.test(before) ? `the ${name}` : capital(name);
}

/** The spelling of the rest of the sentence. */
function favoured(property: string): string {
  return property.replace("color", "colour").replace(/^target /, "");
}

const PARTS = {
  morning: "in the morning",
  noon: "at noon",
  afternoon: "in the afternoon",
  evening: "in the evening",
  night: "at night",
} as const;

/** Times of day that every home has. */
export type MemoryEvent = "bedtime" | "wakeup" | "breakfast" | "lunch" | "dinner" | "work" | "homecoming";

export interface NamedTimeValues {
  readonly event: MemoryEvent | null;
  readonly name: string;
  readonly time: string;
  readonly days: string;
  readonly mine: boolean;
}

export interface PreferenceValues {
  readonly thing: string;
  readonly property: string;
  readonly value: string;
  readonly part: keyof typeof PARTS | null;
  readonly mine: boolean;
}
