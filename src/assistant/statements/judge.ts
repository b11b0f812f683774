import type { DeviceId } from "../../home/index.ts";
import type { HomeIndex } from "../local/index/home-index.ts";
import { unsaidAddress } from "./addresses.ts";
import { type Clause, clausesOf, type Part } from "./clauses.ts";
import { isCovered, mentionedBy } from "./covered.ts";
import type { Evidence } from "./evidence.ts";
import { isAsking, isOfHome, type Request, requestOf } from "./request.ts";
import { sentencesOf } from "./sentences.ts";

/** Decides of each sentence of a model whether a person may be told it. */
export class Judge {
  readonly #index: HomeIndex;

  /** @param index the names of the home, kept up to date by whoever owns it */
  constructor(index: HomeIndex) {
    this.#index = index;
  }

  requestOf(text: string, earlier: readonly string[] = []): Request {
    return requestOf(text, this.#index, earlier);
  }

  /** The sentences of a text that may be told, and those that state what nothing shows. */
  judge(text: string, request: Request, evidence: Evidence): { readonly told: string; readonly unshown: string[] } {
    const told: string[] = [];
    const unshown: string[] = [];
    for (const sentence of sentencesOf(text)) {
      (this.mayTell(sentence, request, evidence) ? told : unshown).push(sentence);
    }
    return { told: told.join(""), unshown };
  }

  /** Whether a sentence states nothing of the home but what the turn has shown, and carries nothing of it away. */
  mayTell(sentence: string, request: Request, evidence: Evidence): boolean {
    if (unsaidAddress(sentence, request.said) !== null) return false;
    const clauses = clausesOf(sentence, this.#index);
    const shown = !evidence.empty && clauses.every((clause) => isCovered(clause, evidence, request, this.#index));
    // Whoever looks something up in the home, or does something with it, speaks of the home.
    const kind = evidence.called && request.kind !== "text" ? "home" : request.kind;
    switch (kind) {
      case "text":
      case "general":
        return shown || !isReport(clauses, kind);
      case "talk":
        return shown || !clauses.some(asserts);
      case "home":
        return shown || asksOnly(clauses) || clauses.every(isOpen);
      default:
        return kind satisfies never;
    }
  }

  /** The devices that a text names. */
  devicesIn(text: string, evidence: Evidence): ReadonlySet<DeviceId> {
    const ids = new Set<DeviceId>();
    for (const { parts } of clausesOf(text, this.#index)) {
      for (const { device } of mentionedBy(parts, evidence, this.#index) ?? []) ids.add(device.id);
    }
    return ids;
  }
}

/** A report as a home gives it: said of something, now, in words that a home is spoken of with and no others. */
function isReport(clauses: readonly Clause[], kind: "text" | "general"): boolean {
  const parts = clauses.flatMap((clause) => clause.parts);
  if (clauses.some(({ question }) => question) && clauses.length === 1) return false;
  if (parts.some(({ marks }) => marks.has("narrated"))) return false;
  const mentions = parts.some((part) => isOfHome(part) && part.predicate === null);
  const own = parts.some(({ marks }) => marks.has("yours"));
  // In a joke "your front door" is this one; whoever explains says it of anybody's.
  const names =
    kind === "text" ? mentions : parts.some(({ home }) => home !== null && home.devices.length + home.rooms.length > 0);
  const self = parts.some(({ marks }) => marks.has("self"));
  const states = parts.some((part) => isStating(part, mentions));
  if (own && (names || (self && states))) return true;
  return states && parts.every((part) => isKnown(part));
}

function isKnown({ lex, home, measure, marks, predicate }: Part): boolean {
  return lex !== null || home !== null || measure !== null || predicate !== null || marks.has("small");
}

/** Whether a clause says that something of the home is so, was done or will be. */
function asserts({ parts, question }: Clause): boolean {
  if (question) return false;
  if (parts.some(({ marks, possible }) => marks.has("own") && !possible)) return true;
  const mentions = parts.some((part) => isOfHome(part) && part.predicate === null);
  return parts.some(
    (part) => isStating(part, mentions) || (!part.possible && part.predicate === null && isOfHome(part)),
  );
}

/** @param mentions something of a home is named: then small words count as well, "the lamp is on" */
function isStating({ predicate, possible }: Part, mentions: boolean): boolean {
  return predicate !== null && (mentions || !predicate.weak) && !possible;
}

/** A sentence that is one question. What stands before its last clause is stated all the same: "it is locked, isn't it?". */
function asksOnly(clauses: readonly Clause[]): boolean {
  const last = clauses.at(-1);
  return last?.question === true && clauses.slice(0, -1).every((clause) => isOpen(clause) || isAsking(clause));
}

/** It says that something can't be done, or offers or wishes it. */
function isOpen({ parts }: Clause): boolean {
  if (parts.some(({ marks }) => marks.has("unable")))
    return !parts.some(({ predicate }) => predicate?.kind === "state" && !predicate.weak);
  if (!parts.some(({ possible }) => possible))
    return parts.every(({ marks, lex }) => marks.has("small") || isPlain(lex));
  return parts.every((part) => {
    const { possible, predicate, marks, lex, home } = part;
    if (predicate) return possible && predicate.kind !== "done";
    return (
      possible ||
      marks.size > 0 ||
      isPlain(lex) ||
      (home !== null && home.devices.length > 0) ||
      (lex?.kinds.length ?? 0) > 0
    );
  });
}

function isPlain(lex: Part["lex"]): boolean {
  return lex?.roles.includes("filler") ?? false;
}
