import type { Role } from "../../home/index.ts";
import type { PastSpan } from "../past/span.ts";

/** What a form says or asks about people. `home`: at home, or away. */
export type PeopleMeaning =
  | { readonly kind: "where" }
  /** Whether somebody is at home or away; `came`: whether they came or left. */
  | { readonly kind: "whether"; readonly home: boolean; readonly came?: true }
  /** The same about everybody: who, whether any or all, or where all are. `sensed`: motion sensors may answer too. */
  | {
      readonly kind: "anyone";
      readonly asks: "who" | "any" | "all" | "where";
      readonly home: boolean;
      readonly sensed?: true;
    }
  /** When somebody came or left. */
  | { readonly kind: "when"; readonly home: boolean }
  | { readonly kind: "lasting"; readonly home: boolean }
  /** Who came or left within a span; `only`: the first or the last of them. */
  | { readonly kind: "came"; readonly home: boolean; readonly only?: "first" | "last" }
  /** A statement that somebody is at home or away. `own`: they went to their own home, as a guest does. */
  | { readonly kind: "told"; readonly home: boolean; readonly own?: true }
  /** The last question, about somebody else. */
  | { readonly kind: "and" }
  | RegistryMeaning;

/** What is said about who the people are. */
export type RegistryMeaning =
  | { readonly kind: "listed" }
  /** How long a guest stays. */
  | { readonly kind: "stays" }
  | { readonly kind: "add"; readonly role: Role }
  | { readonly kind: "remove" }
  | { readonly kind: "role"; readonly role: Role }
  | { readonly kind: "alias" }
  /** `implied`: it is only said that they live or sleep there. */
  | { readonly kind: "room"; readonly implied?: true };

/** Whether it is about who the people are, not about where they are. */
export function isOfRegistry(meaning: PeopleMeaning): meaning is RegistryMeaning {
  switch (meaning.kind) {
    case "listed":
    case "stays":
    case "add":
    case "remove":
    case "role":
    case "alias":
    case "room":
      return true;
    case "where":
    case "whether":
    case "anyone":
    case "when":
    case "lasting":
    case "came":
    case "told":
    case "and":
      return false;
    default:
      return meaning satisfies never;
  }
}

/** A statement or question about people. Texts are as they were said. */
export interface PeopleStatement {
  readonly meaning: PeopleMeaning;
  /** The person in words; "" where nobody is named. */
  readonly who: string;
  /** Only people can be the subject, so that an unknown name is one. */
  readonly sure: boolean;
  /** The time that was said; null: none but now. */
  readonly span: PastSpan | null;
  /** The words put it in the past. */
  readonly past: boolean;
  /** The end of a stay, in words; undefined: none was said. */
  readonly until?: string;
  /** Another name for the person. */
  readonly name?: string;
  /** A room, in words. */
  readonly room?: string;
}
