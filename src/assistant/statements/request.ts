import type { HomeIndex } from "../../understanding/names/home-index.ts";
import { isUnknown, playsRole } from "../../understanding/parse/items.ts";
import type { ClausePart, StatementClause } from "./clause.ts";
import { claimSignsOf } from "./marks.ts";
import { parseClauses } from "./parse-clauses.ts";

/**
 * What a person's sentence asks for, as far as it decides what an answer may state:
 * text: a story, a translation, wording · general: facts that hold for all homes and times · home: this home, its devices and
 * plans · talk: anything else.
 */
export interface PersonRequest {
  readonly kind: "text" | "general" | "home" | "talk";
  /** The sentence asks a question. */
  readonly asks: boolean;
  readonly clauses: readonly StatementClause[];
  /** The sentence asks for an action rather than for an answer. */
  readonly deed: boolean;
  /** The sentence asks for the wording of something, so an answer tells no story. */
  readonly wording: boolean;
  /** The sentence asks whether something has changed. */
  readonly becomes: boolean;
  /** The sentence mentions an automation. */
  readonly ofPlan: boolean;
  /** The sentence says no to the last question. */
  readonly refuses: boolean;
  /** All sentences of the person in the conversation, this one last. */
  readonly said: string;
}

/** Quoted text is mentioned and not meant: 'what does "the door is locked" mean?'. */
export const QUOTED = /["“「『](?:[^"“”「」『』]{1,200})["”」』]|(?<=^|\s)['‘][^'‘’]{1,200}['’](?=\s|[?？.,]|$)/gu;

/**
 * Classifies a person's sentence.
 * @param earlier earlier sentences of the person in the conversation
 * @param answers the last reply was a question
 */
export function requestOf(
  text: string,
  index: HomeIndex,
  earlier: readonly string[] = [],
  answers = false,
): PersonRequest {
  const plain = text.replace(QUOTED, " ");
  const clauses = parseClauses(plain, index);
  const parts = clauses.flatMap((clause) => clause.parts);
  const asks = clauses.some(isQuestionClause);
  const deed =
    clauses.some(isCommand) || (!asks && parts.some(({ predicate }) => predicate !== null && !predicate.weak));
  const kind = kindOf(clauses, parts, index);
  // A quote with no request for the home is about words: "is it 'the lamp is off' or 'the lamp is out'?"
  const ofWords = plain !== text && kind !== "home";
  const made = kind === "text";
  const wording = (ofWords && !made) || parts.some(({ marks }) => marks.has("wordings"));
  const becomes = claimSignsOf(plain).has("asked");
  const ofPlan = parts.some((part) => playsRole(part, "automation"));
  const said = [...earlier, text].join("\n");
  const refuses = answers && clauses[0] !== undefined && isNo(clauses[0]);
  return { kind: ofWords ? "text" : kind, asks, clauses, deed, wording, becomes, ofPlan, refuses, said };
}

/** "No thanks", "leave it", 不用了. */
function isNo({ parts }: StatementClause): boolean {
  const says = parts.some((part) => playsRole(part, "no") || playsRole(part, "never_mind"));
  return says && parts.every((part) => part.predicate === null && (part.marks.size > 0 || part.lex !== null));
}

function kindOf(
  clauses: readonly StatementClause[],
  parts: readonly ClausePart[],
  index: HomeIndex,
): PersonRequest["kind"] {
  if (parts.some(({ marks }) => marks.has("texts"))) return "text";
  const asks = clauses.some(asksByWord);
  // "But" is no word of homes.
  const open = parts.some((part) => (part.lex === null && part.home === null) || playsRole(part, "but"));
  const about = parts.some(mentionsHomeWords);
  const howTo = parts.some((part, at) => asksHow(part) && (open || (parts[at + 1]?.lex?.acts.length ?? 0) > 0));
  // "When did the fan come on?", and not when it was invented.
  const dated = parts.some((part) => playsRole(part, "since")) && !parts.some(({ marks }) => marks.has("questions"));
  const anchored = parts.some(
    (part, at) =>
      (isAnchor(part) && !(howTo && isKindAlone(part)) && !parts[at - 1]?.marks.has("indefinite")) ||
      isMine(part, parts[at + 1]) ||
      (dated && playsRole(parts[at - 1], "article") && part.lex?.kinds.some((kind) => index.ofKind(kind).size > 0)),
  );
  // "How much does a fridge use?": of any of its kind.
  const ofAny = parts.some((part, at) => mentionsHomeWords(part) && parts[at - 1]?.marks.has("indefinite") === true);
  const explains = clauses.some((clause) =>
    clause.parts.some((part) => EXPLAINED.some((role) => playsRole(part, role))),
  );
  if (asks && !anchored && (open || !about || (ofAny && explains))) return "general";
  if (about || clauses.some(isCommand)) return "home";
  return asks && anchored ? "home" : "talk";
}

/** Whether a clause is a question by its words or its mark; "can you dim the lights?" is a command. */
export function isQuestionClause(clause: StatementClause): boolean {
  const last = clause.parts.findLast((part) => !playsRole(part, "filler"));
  // "Higher or lower?"
  const chooses = clause.question && clause.parts.some((part) => playsRole(part, "or"));
  return (
    asksByWord(clause) ||
    beginsAsking(clause) ||
    playsRole(last, "asksAtEnd") ||
    chooses ||
    (clause.question && !isCommand(clause))
  );
}

/** Whether a clause begins like a question, also without its mark: "is anyone home". */
function beginsAsking({ parts }: StatementClause): boolean {
  const [first] = parts;
  // "We're off" tells.
  return first?.grammar.spaces === true && playsRole(first, "stating") && !/['’]/u.test(first.said);
}

function asksByWord({ parts, question }: StatementClause): boolean {
  return parts.some((part, at) => {
    // "What a day": no question.
    const next = parts[at + 1];
    if (!question && playsRole(part, "what") && (playsRole(next, "article") || next?.measure)) return false;
    return part.marks.has("questions") || ASKING.some((role) => playsRole(part, role));
  });
}

/** Whether "my" or "the" stands before a word of homes: "my lamp". */
function isMine({ marks }: ClausePart, next: ClausePart | undefined): boolean {
  return marks.has("mine") && next !== undefined && mentionsHomeWords(next);
}

/** Roles of words that ask for more than a yes or a no. */
const EXPLAINED = ["what", "how", "howMany", "why"] as const;

const ASKING = ["what", "which", "how", "howMany", "where", "why", "since", "yesNo"] as const;

/** Whether a clause begins with an action: "make it cosy". */
function isCommand({ parts, question }: StatementClause): boolean {
  // "Did you turn it off?"
  const [begin] = parts;
  if (question && begin?.marks.has("small") && !playsRole(begin, "filler") && !playsRole(begin, "polite")) return false;
  const first = parts.find((part) => !playsRole(part, "filler") && !playsRole(part, "polite") && !isUnknown(part));
  return first?.predicate?.kind === "change" || (first?.lex?.acts.some((act) => act !== "tell") ?? false);
}

/** Whether a part speaks of homes: devices, rooms, properties, states and actions. */
export function mentionsHomeWords(part: ClausePart): boolean {
  const { lex, home, predicate, marks } = part;
  if ((isAnchor(part) && !marks.has("present")) || playsRole(part, "roomWord")) return true;
  return (
    (predicate !== null && !predicate.weak) ||
    (lex !== null && (lex.kinds.length > 0 || (lex.props.length > 0 && !playsRole(part, "on")))) ||
    (home !== null && home.props.length > 0)
  );
}

/** Whether a part refers to this home or to now: a name, a room, "home", "now". */
function isAnchor({ home, lex, marks }: ClausePart): boolean {
  if (marks.has("present")) return true;
  if (lex?.roles.some((role) => role === "home" || role === "everything")) return true;
  return home !== null && home.devices.length + home.parts.length + home.rooms.length + home.scenes.length > 0;
}

/** Whether a part asks how something is done: "how do I clean it?", 怎么清洗. */
function asksHow(part: ClausePart): boolean {
  return playsRole(part, "how") || playsRole(part, "what");
}

/** Whether a name is only the word for its kind: "humidifier". */
function isKindAlone({ home, lex, marks }: ClausePart): boolean {
  const { devices = [], rooms = [], parts = [] } = home ?? {};
  return (
    devices.length > 0 && rooms.length + parts.length === 0 && (lex?.kinds.length ?? 0) > 0 && !marks.has("present")
  );
}
