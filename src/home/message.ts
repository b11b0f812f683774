/**
 * A message to a person as data: a key of the language packs and the values of its places. `src/language` puts it into words
 * for its reader, so it can be stored, sent and logged before the reader is known.
 */
export interface Message {
  /** `section.name` in the packs. */
  readonly key: string;
  readonly values?: MessageValues;
}

export type MessageValues = Readonly<Record<string, MessageValue>>;

/** A value of a message. A list becomes one text, joined as in the reader's language. */
export type MessageValue = string | number | boolean | null | Message | LocalizedText | readonly MessageValue[];

/** A text in several languages, keyed by language tag: the reason of a configured rule, a prompt. */
export interface LocalizedText {
  readonly texts: Readonly<Record<string, string>>;
}

/** Anything that has words: a message of ours, a text in several languages, or one text as it stands. */
export type Phrase = Message | LocalizedText | string;

/** The home's own messages beside its errors, with the values of each. Every pack has words for all of them. */
export interface HomeMessages {
  /** No arguments are taken. */
  readonly noArguments: Record<never, never>;
  readonly someArguments: { readonly count: number; readonly names: readonly string[] };
  /** The first of `total` names. */
  readonly names: { readonly shown: readonly string[]; readonly total: number };
  /** What a property takes. */
  readonly oneOf: { readonly values: readonly MessageValue[] };
  /** A value of a list: its description as in the spec, and its number. */
  readonly listed: { readonly description: string; readonly value: string };
  readonly trueOrFalse: Record<never, never>;
  readonly color: Record<never, never>;
  readonly text: Record<never, never>;
  readonly number: {
    readonly whole: boolean;
    readonly min: number | null;
    readonly max: number | null;
    readonly unit: string | null;
  };
  /** The command could not be sent because of a mistake of ours. */
  readonly notSent: Record<never, never>;
  /** What certain people may not do, with why it is asked about otherwise. */
  readonly askAdult: { readonly why: MessageValue };
  readonly askHost: { readonly why: MessageValue };
  readonly unknownVoice: { readonly why: MessageValue };
  /** What one person may not do. */
  readonly notThisDevice: Record<never, never>;
  readonly notThisRoom: Record<never, never>;
  readonly notThisKind: Record<never, never>;
  readonly notNow: { readonly from: string; readonly to: string };
  /** What takes a PIN, asked for by a program whose model would learn it. */
  readonly pinByPerson: Record<never, never>;
  /** A rule that the user wrote without saying why. */
  readonly configuredRule: { readonly id: string };
  /** One problem of a file, at its place. */
  readonly problemAt: { readonly place: MessageValue; readonly problem: MessageValue };
  readonly wholeFile: Record<never, never>;
  readonly repeatedId: { readonly id: string };
  readonly noFloor: { readonly floor: string };
  readonly noRoom: { readonly room: string };
  readonly noSpec: { readonly model: string };
  readonly noSuchProperty: Record<never, never>;
  readonly misfit: { readonly value: string; readonly expected: MessageValue };
  /** Forms of input: what zod found wrong. */
  readonly unknownKey: { readonly key: string; readonly near: string | null };
  readonly mustBe: { readonly type: string };
  readonly mustBeOneOf: { readonly values: readonly string[] };
  readonly tooShort: { readonly minimum: number };
  readonly tooLong: { readonly maximum: number };
  readonly tooSmall: { readonly minimum: number };
  readonly tooBig: { readonly maximum: number };
  readonly noForm: Record<never, never>;
  readonly invalidLanguage: Record<never, never>;
  readonly invalidId: Record<never, never>;
  readonly invalidZone: Record<never, never>;
  /** Several things in one line. */
  readonly several: { readonly parts: readonly MessageValue[] };
  /** `detail` null: what stands there is a secret. */
  readonly notJson: { readonly detail: string | null };
  readonly unreadable: Record<never, never>;
  readonly noSuchFile: { readonly near: string | null; readonly examples: readonly string[] };
  readonly noPem: Record<never, never>;
  readonly noDeviceList: Record<never, never>;
  /** The form that a file has to have. */
  readonly giveForm: { readonly form: string };
  readonly notDecimal: { readonly text: string };
  readonly hexadecimal: { readonly digits: number };
  /** Specs and where they come from. */
  readonly notDeviceUrn: { readonly urn: string };
  readonly noSuchModel: { readonly model: string };
  readonly otherForm: Record<never, never>;
  readonly tooManyBytes: { readonly limit: number };
  /** Problems, one a line. */
  readonly lines: { readonly lines: readonly MessageValue[] };
}

/** A message of the home. */
export function homeMessage<Name extends keyof HomeMessages>(name: Name, values: HomeMessages[Name]): Message {
  return { key: `home.${name}`, values: { ...values } as MessageValues };
}
