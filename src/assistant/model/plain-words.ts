import type { HomeView } from "../../home/index.ts";
import { type Language, messages, shortName } from "../../language/index.ts";
import { sentencesOf } from "../statements/sentences.ts";
import { asRecord } from "./untrusted.ts";

/** Marks of templates and roles around a text that a server should have taken out: `</s>`, `<|im_end|>`, `<answer>`. */
const MARKS =
  /<\/?s>|<\|(?:im_start|im_end|endoftext|eot_id|end|assistant|user)\|>|<\/?(?:answer|reply|response|output|final|message|say|result)>|\[\/?INST\]/gi;
/** Who speaks, before what is said. */
const ROLE = /^\s*(?:assistant|jia|answer|reply|response|final answer)\s*[:：]\s*/iu;
/** What may be an address of a spec: "light.on". */
const ADDRESS = /(?<![\w.@/-])[a-z][a-z\d-]*\.[a-z][a-z\d.-]*[a-z\d](?![\w/-])/g;
/** What may be a handle, or an id with one in it. */
const HANDLE = /(?<![\w./@-])(?:[a-z]+:)?[a-z\d]+(?:-[a-z\d]+)+(?![\w/-])/g;
/** What a whole text ends with. */
const WHOLE = /[.!?…。！？；][\s"”’」』)\]*_]*$/u;

/** A model's text as it was meant: out of an object that holds nothing else, without the marks of templates and roles. */
export function bareText(text: string): string {
  const inner = onlyText(text) ?? text;
  const bare = inner.replace(MARKS, "").replace(ROLE, "");
  return bare === text ? text : bare.trim();
}

/** Whether a text is data and nothing for a person: one object as JSON. */
export function isData(text: string): boolean {
  return objectIn(text) !== null;
}

/** Whether a text so far may still turn out to begin with the name of a role, or to be only the beginning of one. */
export function mayBeRole(text: string): boolean {
  return ROLE.test(text) || /^\s*\p{L}{0,12}$/u.test(text);
}

/** The text with devices as people call them, instead of by their handles. */
export function withNames(text: string, home: HomeView, language: Language): string {
  const { things } = messages(language);
  return text.replace(HANDLE, (found: string, at: number) => {
    const device = home.device(found);
    if (!device) return found;
    return things.instead(shortName(device, language, true), text.slice(0, at));
  });
}

/** Whether a text names a property or an action by its address. */
export function holdsAddress(text: string, home: HomeView): boolean {
  const found = text.match(ADDRESS) ?? [];
  return found.some((address) =>
    home.devices.some(({ spec }) => spec.properties.has(address) || spec.actions.has(address)),
  );
}

/** A text that was cut off, up to its last whole sentence. */
export function wholeSentences(text: string): string {
  const sentences = sentencesOf(text);
  const last = sentences.at(-1);
  if (last === undefined || WHOLE.test(last) || last.endsWith("\n")) return text;
  return sentences.slice(0, -1).join("").trimEnd();
}

/** The only text of an object in which nothing else stands. */
function onlyText(text: string): string | null {
  const entries = Object.entries(objectIn(text) ?? {});
  // The beginning of a call is none.
  if (entries.some(([key]) => CALLING.has(key))) return null;
  const values = entries.map(([, value]) => value);
  const texts = values.filter((value) => typeof value === "string");
  const [only, ...others] = texts;
  const rest = values.filter((value) => typeof value !== "string" && !isEmpty(value));
  return typeof only === "string" && others.length + rest.length === 0 ? only : null;
}

/** What a call names its tool by. */
const CALLING: ReadonlySet<string> = new Set(["name", "tool", "tool_name", "function", "action"]);

function isEmpty(value: unknown): boolean {
  return value === null || (typeof value === "object" && Object.keys(value).length === 0);
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  const source = text.trim().replace(/^```(?:json)?\s*|\s*```$/g, "");
  if (!source.startsWith("{") || !source.endsWith("}")) return null;
  try {
    const parsed: unknown = JSON.parse(source);
    return typeof parsed === "object" && parsed !== null ? asRecord(parsed) : null;
  } catch {
    return null;
  }
}
