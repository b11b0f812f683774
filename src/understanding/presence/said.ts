import type { Role } from "../../home/index.ts";
import type { PastSpan } from "../past/span.ts";

/** What a form of words says of people. `home`: at home, or out. */
export type PeopleMeaning =
  | { readonly kind: "where" }
  /** Whether somebody is at home, or out; `came`: whether they came, or left. */
  | { readonly kind: "whether"; readonly home: boolean; readonly came?: true }
  /** Who is, whether any or all are, where all are, of everybody. `sensed`: what moves in the home may tell it as well. */
  | {
      readonly kind: "anyone";
      readonly asks: "who" | "any" | "all" | "where";
      readonly home: boolean;
      readonly sensed?: true;
    }
  /** When somebody came or left. */
  | { readonly kind: "when"; readonly home: boolean }
  | { readonly kind: "lasting"; readonly home: boolean }
  /** Who came or left within a span. */
  /** `only`: the first or the last of them. */
  | { readonly kind: "came"; readonly home: boolean; readonly only?: "first" | "last" }
  /** Somebody is in or out: that is told, and not asked. `own`: they went to where they live, which a guest leaves for. */
  | { readonly kind: "told"; readonly home: boolean; readonly own?: true }
  /** What was asked last is asked of somebody else. */
  | { readonly kind: "and" }
  | RegistryMeaning;

/** What is said of who the people are. */
export type RegistryMeaning =
  | { readonly kind: "listed" }
  /** How long a guest stays. */
  | { readonly kind: "stays" }
  | { readonly kind: "add"; readonly role: Role }
  | { readonly kind: "remove" }
  | { readonly kind: "role"; readonly role: Role }
  | { readonly kind: "alias" }
  /** `implied`: they only live or sleep there. */
  | { readonly kind: "room"; readonly implied?: true };

/** Whether it is about who the people are, and not about where they are. */
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

/** What a text says of people. Texts are as they were said. */
export interface PeopleSaid {
  readonly meaning: PeopleMeaning;
  /** Whom, in words; "" where nobody is named. */
  readonly who: string;
  /** It is about somebody of whom one says that they are at home: a name that nobody has is one. */
  readonly sure: boolean;
  /** Which time was said; null: none but now. */
  readonly span: PastSpan | null;
  /** It was in the past, by its words. */
  readonly past: boolean;
  /** Until when, in words; undefined: it was not said. */
  readonly until?: string;
  /** How else somebody is called. */
  readonly name?: string;
  /** A room, in words. */
  readonly room?: string;
}
