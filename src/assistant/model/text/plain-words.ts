import type { HomeView } from "../../../home/index.ts";
import { type Language, messages, shortName } from "../../../language/index.ts";
import { sentencesOf } from "../../statements/sentences.ts";
import { asRecord } from "../server/untrusted-json.ts";

/** Marks of templates around a text, which a server should have removed: `</s>`, `<|im_end|>`, `<answer>`. */
const MARKS =
  /<\/?s>|<\|(?:im_start|im_end|endoftext|eot_id|end|assistant|user)\|>|<\/?(?:answer|reply|response|output|final|message|say|result)>|\[\/?INST\]/gi;
/** The name of a role before a text. */
const ROLE = /^\s*(?:assistant|jia|answer|reply|response|final answer)\s*[:：]\s*/iu;
/** A possible address of a spec: "light.on". */
const ADDRESS = /(?<![\w.@/-])[a-z][a-z\d-]*\.[a-z][a-z\d.-]*[a-z\d](?![\w/-])/g;
/** A possible handle or id. */
const HANDLE = /(?<![\w./@-])(?:[a-z]+:)?[a-z\d]+(?:-[a-z\d]+)+(?![\w/-])/g;
/** The end of a complete text. */
const WHOLE = /[.!?…。！？；][\s"”’」』)\]*_]*$/u;

/** A model's text without marks of templates and names of roles, and out of an object that holds only the text. */
export function withoutTemplateMarks(text: string): string {
  const inner = onlyText(text) ?? text;
  const bare = inner.replace(MARKS, "").replace(ROLE, "");
  return bare === text ? text : bare.trim();
}

/** Whether a text is a JSON object, and so nothing for a person. */
export function isData(text: string): boolean {
  return objectIn(text) !== null;
}

/** Whether a text so far begins with the name of a role, or may still become one. */
export function mayBeRole(text: string): boolean {
  return ROLE.test(text) || /^\s*\p{L}{0,12}$/u.test(text);
}

/** A text with the names of devices in place of their handles and ids. */
export function withDeviceNames(text: string, home: HomeView, language: Language): string {
  const { things } = messages(language);
  return text.replace(HANDLE, (found: string, at: number) => {
    const device = home.device(found);
    if (!device) return found;
    return things.instead(shortName(device, language, true), text.slice(0, at));
  });
}

/** Whether a text contains the address of a property or an action of the home. */
export function holdsAddress(text: string, home: HomeView): boolean {
  const found = text.match(ADDRESS) ?? [];
  return found.some((address) =>
    home.devices.some(({ spec }) => spec.properties.has(address) || spec.actions.has(address)),
  );
}

/** A possibly cut text up to its last whole sentence. */
export function wholeSentences(text: string): string {
  const sentences = sentencesOf(text);
  const last = sentences.at(-1);
  if (last === undefined || WHOLE.test(last) || last.endsWith("\n")) return text;
  return sentences.slice(0, -1).join("").trimEnd();
}

/** The only string of a JSON object without other contents; null for other texts. */
function onlyText(text: string): string | null {
  const entries = Object.entries(objectIn(text) ?? {});
  // An object like a tool call is no text.
  if (entries.some(([key]) => CALLING.has(key))) return null;
  const values = entries.map(([, value]) => value);
  const texts = values.filter((value) => typeof value === "string");
  const [only, ...others] = texts;
  const rest = values.filter((value) => typeof value !== "string" && !isEmpty(value));
  return typeof only === "string" && others.length + rest.length === 0 ? only : null;
}

/** Keys that name the tool of a call. */
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
