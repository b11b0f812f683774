/** What a reply reports of devices, as data for the messages of a pack: changes, actions, and motions that have not ended. */

/** A change or an action as a reply reports it. Texts are in the reader's language. */
export type ReportedChange =
  | { readonly kind: "power"; readonly on: boolean }
  /** `lifts`: it moves up and down and is neither open nor shut, as an airer. */
  | { readonly kind: "moved"; readonly open: boolean; readonly lifts?: true }
  | { readonly kind: "locked"; readonly locked: boolean }
  /** A setting that is on or off: the child lock. `leaf`: it is open or shut, as the windows of a car. */
  | { readonly kind: "switched"; readonly property: string; readonly on: boolean; readonly leaf?: true }
  | {
      readonly kind: "set";
      /** The property's name. */
      readonly property: string;
      /** Its short name in the spec. */
      readonly type: string;
      readonly value: string;
      /** The end of its range, when the value was clamped to it. */
      readonly end: "max" | "min" | null;
    }
  /** An act of a device: `start`, `dock`, `mute`. `action` names it when the pack has no word for the act. */
  | { readonly kind: "act"; readonly act: string; readonly action: string }
  /** An action by its own name: "stop the alarm". */
  | { readonly kind: "action"; readonly name: string };

/** A change that a verb alone expresses. */
export type VerbChange = Exclude<ReportedChange, ValueChange>;

/** A changed value. */
export type ValueChange = Extract<ReportedChange, { kind: "set" }>;

/** A motion that was started and is not known to have ended, by where it leads. */
export type OngoingMotion =
  | { readonly kind: "open"; readonly lifts?: true }
  | { readonly kind: "closed"; readonly lifts?: true }
  /** A position between the ends, in words: "40%". */
  | { readonly kind: "to"; readonly place: string };
