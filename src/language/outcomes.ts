import type { ErrorCode, ErrorDetails, MessageValue, Outcome, OutcomeStatus, Phrase } from "../home/index.ts";
import type { Language } from "./language.ts";
import { errorText, textOf } from "./message.ts";
import { packOf } from "./packs.ts";
import type { OngoingMotion, ReportedChange, ValueChange, VerbChange } from "./reported-changes.ts";
import { MAX_LISTED_NAMES, type SubjectDevice, type Subjects } from "./subject-types.ts";
import { type KindCounter, subjectKey, subjectsOf } from "./subjects.ts";

/** One change or action with its outcome. */
export interface OutcomeReport extends SubjectDevice {
  readonly deed: ReportedChange;
  readonly outcome: Pick<Outcome, "status" | "error" | "code">;
  /** Set while the motion that it started has not ended. */
  readonly moving?: OngoingMotion | null;
}

/** What replies need to know beside the outcomes. */
export interface OutcomeContext {
  /** The room, when it was inferred and not said. */
  readonly room?: string | null;
  readonly countOf?: KindCounter;
}

/** The content of one sentence about one device, before equal ones are joined. */
type OutcomeStatement =
  | {
      readonly kind: "settings";
      readonly settings: readonly ValueChange[];
      readonly news: boolean;
      readonly on: boolean;
    }
  | { readonly kind: "moving"; readonly moving: OngoingMotion; readonly reports: boolean }
  | { readonly kind: "deed"; readonly deed: VerbChange; readonly news: boolean }
  | {
      readonly kind: "other";
      readonly deed: ReportedChange;
      readonly outcome: OutcomeReport["outcome"];
      readonly reason: string;
    };

interface StatementGroup {
  told: OutcomeStatement;
  readonly members: SubjectDevice[];
  /** The members that changed; for the others it was so before. */
  readonly news: SubjectDevice[];
}

/**
 * Words the outcomes of commands: equal ones in one sentence, failures apart, and nothing that no outcome shows. Commands that
 * wait for a yes are left out: `confirmationQuestion` asks about them.
 */
export function describeOutcomes(
  outcomes: readonly OutcomeReport[],
  language: Language,
  around: OutcomeContext = {},
): string {
  /** Keyed by the statement, without whether it is news: changed and unchanged devices share a sentence. */
  const groups = new Map<string, StatementGroup>();
  for (const [member, told] of statementsOf(outcomes, language)) {
    const key = statementKey(told);
    const group = groups.get(key);
    const news = "news" in told && told.news ? [member] : [];
    if (!group) groups.set(key, { told, members: [member], news });
    else {
      group.members.push(member);
      group.news.push(...news);
      group.told = mergeStatements(group.told, told);
    }
  }
  const { grammar, messages } = packOf(language);
  const side = sideBySide([...groups.values()]);
  return grammar.sentences(
    [...groups.values()].flatMap((group) => {
      const { told, members } = group;
      if (side?.groups.includes(group))
        return group === side.groups[0] ? messages.replies.setEach(side.each, side.room) : [];
      const subjects = subjectsOf(members, language, around.countOf);
      return changedText(group, subjects, language) ?? groupText(told, subjects, language, around.room ?? null);
    }),
  );
}

/** Devices of one room with different values of one property: "the ceiling light at 95%, the floor lamp at 65%". */
interface SideBySide {
  readonly groups: readonly StatementGroup[];
  readonly room: string;
  readonly each: readonly { readonly name: string; readonly setting: ValueChange }[];
}

/** The groups that set one property of several devices of one room to different values; null when there are none. */
function sideBySide(groups: readonly StatementGroup[]): SideBySide | null {
  const found = groups.flatMap((group) => {
    const { told, members } = group;
    if (told.kind !== "settings" || !told.news || told.on) return [];
    const [setting, ...more] = told.settings;
    const [member, ...others] = members;
    if (!setting || setting.end !== null || more.length + others.length > 0 || !member?.place?.room) return [];
    return [{ group, setting, place: { name: member.place.name, room: member.place.room } }];
  });
  const [first] = found;
  if (!first || found.length < 2 || found.length > MAX_LISTED_NAMES) return null;
  const { room } = first.place;
  const alike = found.every(({ setting, place }) => setting.type === first.setting.type && place.room === room);
  const names = new Set(found.map(({ place }) => place.name));
  if (!alike || names.size < found.length) return null;
  return {
    groups: found.map(({ group }) => group),
    room,
    each: found.map(({ setting, place }) => ({ name: place.name, setting })),
  };
}

/** Whether the state holds now: the device confirmed it, or had it already. */
export function isInEffect(status: OutcomeStatus): boolean {
  return status === "confirmed" || status === "unchanged";
}

/** The statements of each device in order. Its values share one statement, which also says that it was switched on. */
function statementsOf(
  outcomes: readonly OutcomeReport[],
  language: Language,
): (readonly [SubjectDevice, OutcomeStatement])[] {
  const byMember = new Map<string, OutcomeReport[]>();
  for (const each of outcomes) {
    const key = subjectKey(each);
    byMember.set(key, [...(byMember.get(key) ?? []), each]);
  }
  return [...byMember.values()].flatMap((own) => {
    const set = own.filter(({ deed, outcome, moving }) => !moving && deed.kind === "set" && isInEffect(outcome.status));
    const on = set.length === 0 ? undefined : own.find(isSwitchedOn);
    const [first] = set;
    return own.flatMap((each): (readonly [SubjectDevice, OutcomeStatement])[] => {
      if (each === on) return [];
      if (!set.includes(each)) return [[each, statementOf(each, language)]];
      if (each !== first) return [];
      return [
        [
          each,
          {
            kind: "settings",
            settings: set.flatMap(({ deed }) => (deed.kind === "set" ? [deed] : [])),
            news: set.some(({ outcome }) => outcome.status === "confirmed"),
            on: on?.outcome.status === "confirmed",
          },
        ],
      ];
    });
  });
}

function isSwitchedOn({ deed, outcome }: OutcomeReport): boolean {
  return deed.kind === "power" && deed.on && isInEffect(outcome.status);
}

function statementOf({ deed, outcome, moving }: OutcomeReport, language: Language): OutcomeStatement {
  if (moving) return { kind: "moving", moving, reports: outcome.status !== "accepted" };
  const news = outcome.status === "confirmed";
  if (isInEffect(outcome.status))
    return deed.kind === "set" ? { kind: "settings", settings: [deed], news, on: false } : { kind: "deed", deed, news };
  const reason = isFailure(outcome.status) || outcome.error ? reasonText(outcome, language) : "";
  return { kind: "other", deed, outcome, reason };
}

function statementKey(told: OutcomeStatement): string {
  switch (told.kind) {
    case "settings":
      return JSON.stringify(["settings", told.settings]);
    case "moving":
      return JSON.stringify(["moving", told.moving, told.reports]);
    case "deed":
      return JSON.stringify(["deed", told.deed]);
    case "other": {
      // Only `accepted` names the change; with the other statuses two changes would read the same.
      const { status } = told.outcome;
      return JSON.stringify([status, told.reason, told.outcome.error?.code, status === "accepted" ? told.deed : null]);
    }
    default:
      return told satisfies never;
  }
}

/** Joins two equal statements: news when one of them is, "on now" when both are. */
function mergeStatements(first: OutcomeStatement, second: OutcomeStatement): OutcomeStatement {
  if (first.kind === "settings" && second.kind === "settings")
    return { ...first, news: first.news || second.news, on: first.on && second.on };
  if (first.kind === "deed" && second.kind === "deed") return { ...first, news: first.news || second.news };
  return first;
}

function isFailure(status: OutcomeStatus): boolean {
  return status === "offline" || status === "rejected" || status === "denied";
}

/**
 * The sentence about the changed devices of a large mixed group; null when all of them changed, or none. "The others were off
 * already" would be understood of the whole home, also of devices without a switch.
 */
function changedText({ told, members, news }: StatementGroup, subjects: Subjects, language: Language): string | null {
  const mixed = subjects.together?.form === "many" && subjects.kind === "";
  if (!mixed || told.kind !== "deed" || told.deed.kind !== "power") return null;
  if (news.length === 0 || news.length === members.length) return null;
  return packOf(language).messages.replies.done(told.deed, subjectsOf(news, language), null);
}

function groupText(told: OutcomeStatement, subjects: Subjects, language: Language, room: string | null): string {
  const { replies } = packOf(language).messages;
  switch (told.kind) {
    case "settings":
      return replies.set(told.settings, subjects, room, told.on ? "on" : told.news ? "done" : "already");
    case "moving":
      return replies.moving(told.moving, subjects, room, told.reports);
    case "deed":
      return told.news ? replies.done(told.deed, subjects, room) : replies.already(told.deed, subjects, room);
    case "other":
      return otherText(told, subjects, language);
    default:
      return told satisfies never;
  }
}

function otherText(
  { deed, outcome, reason }: Extract<OutcomeStatement, { kind: "other" }>,
  subjects: Subjects,
  language: Language,
): string {
  const { grammar, messages } = packOf(language);
  const { replies } = messages;
  switch (outcome.status) {
    case "accepted":
      return replies.accepted(deed, subjects);
    case "timeout":
      return outcome.error ? grammar.sentences([replies.timeout(subjects), reason]) : replies.timeout(subjects);
    case "offline":
      return replies.offline(subjects, outcome.error?.code === "offline" ? "" : reason);
    case "rejected":
      // It was not the device that refused it.
      if (outcome.error?.code === "not-sent") return replies.notSent(subjects, reason);
      return replies.rejected(subjects, reason);
    case "denied":
      return replies.denied(reason);
    case "confirmed":
    case "unchanged":
    case "needs-confirmation":
      return "";
    default:
      return outcome.status satisfies never;
  }
}

/** The reason of a failure, as far as the outcome has one. */
function reasonText({ error, code }: Pick<Outcome, "error" | "code">, language: Language): string {
  if (!error) return code === undefined ? "" : String(code);
  return error.code === "denied" || error.code === "not-sent"
    ? detailText(error, language)
    : errorText(error, language);
}

/** The `detail` of an error, without the sentence around it. */
function detailText({ details }: { code: ErrorCode; details?: ErrorDetails }, language: Language): string {
  const detail = details?.["detail"];
  return isPhrase(detail) ? textOf(detail, language) : String(detail ?? "");
}

function isPhrase(value: MessageValue | undefined): value is Phrase {
  return typeof value === "string" || (typeof value === "object" && value !== null && !Array.isArray(value));
}

/** Reasons that the question itself shows: "Unlock the front door?" */
const EVIDENT: ReadonlySet<string> = new Set([
  "policy.unlocksDoor",
  "policy.opensGarage",
  "policy.disarmsAlarm",
  "policy.opensGas",
  "policy.startsCooking",
  "policy.heatsAbove28",
  "policy.waterAbove60",
]);

function isEvident(reason: Phrase | null): boolean {
  return reason !== null && typeof reason === "object" && "key" in reason && EVIDENT.has(reason.key);
}

/** What a confirmation question asks for: a yes, a PIN, or only the PIN for what was just said. */
export type ConfirmationKind = "yes" | "pin" | "pin-alone";

/** The question for commands that wait for a yes or a PIN: what they do, and why the policy asks when that is not evident. */
export function confirmationQuestion(
  waiting: readonly (SubjectDevice & { readonly deed: ReportedChange })[],
  reasons: readonly (Phrase | null)[],
  language: Language,
  { countOf, asked = "yes" }: { readonly countOf?: KindCounter; readonly asked?: ConfirmationKind } = {},
): string {
  const { messages } = packOf(language);
  if (asked === "pin-alone") return messages.replies.pinAlone;
  const groups = new Map<string, (SubjectDevice & { readonly deed: ReportedChange })[]>();
  for (const each of waiting) {
    const key = JSON.stringify(each.deed);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const things = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [messages.replies.asking(first.deed, subjectsOf(group, language, countOf))] : [];
  });
  if (asked === "pin") return messages.replies.pin(messages.replies.orders(things));
  const told = reasons.filter((reason) => !isEvident(reason)).map((reason) => textOf(reason ?? "", language));
  const why = [...new Set(told.filter((text) => text !== ""))];
  return messages.replies.confirm(messages.replies.orders(things), why);
}
