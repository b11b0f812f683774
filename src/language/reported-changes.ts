/** What a reply reports of devices, as data for the messages of a pack: changes, actions, and motions that have not ended. */

/** A change or an action as it is told, in words of the reader's language where words are needed. */
export type Deed =
  | { readonly kind: "power"; readonly on: boolean }
  /** `lifts`: it goes up and down, and is neither open nor shut: an airer. */
  | { readonly kind: "moved"; readonly open: boolean; readonly lifts?: true }
  | { readonly kind: "locked"; readonly locked: boolean }
  /** A setting that is on or off: the child lock; `leaf`: one that is open or shut, the windows of a car. */
  | { readonly kind: "switched"; readonly property: string; readonly on: boolean; readonly leaf?: true }
  | {
      readonly kind: "set";
      /** The property's name. */
      readonly property: string;
      /** Its short name in the spec. */
      readonly type: string;
      readonly value: string;
      /** The end of its range that it was held to. */
      readonly end: "max" | "min" | null;
    }
  /** What a device was told to do: `start`, `dock`, `mute`; `action` names it where there is no word for the act. */
  | { readonly kind: "act"; readonly act: string; readonly action: string }
  /** An action that was named as such: "stop the alarm". */
  | { readonly kind: "action"; readonly name: string };

/** What is told by a verb alone. */
export type Change = Exclude<Deed, Setting>;

/** A value that was set. */
export type Setting = Extract<Deed, { kind: "set" }>;

/** Where something is on its way to: it was told to go there, and is not known to have come. */
export type Moving =
  | { readonly kind: "open"; readonly lifts?: true }
  | { readonly kind: "closed"; readonly lifts?: true }
  /** A place between the ends, in words: "40%". */
  | { readonly kind: "to"; readonly place: string };
