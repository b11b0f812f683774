import { z } from "zod";
import { JiaError } from "./errors.ts";
import { homeMessage, type Message, type MessageValue, type Phrase } from "./message.ts";
import { nearest } from "./nearest.ts";
import { cleanText } from "./text.ts";

/** A problem that zod found. */
type Issue = z.core.$ZodIssue;

/** A check of our own uses the key of a message as its text, so that every language has words for it. */
const MESSAGE_KEY = /^[a-z][A-Za-z]*\.[a-z][A-Za-z]*$/;

/** A path in the input as text: `devices[2].name`; "" for the whole. */
export function issuePlace(path: readonly PropertyKey[]): string {
  return path.reduce<string>((text, part) => {
    if (typeof part === "number") return `${text}[${part}]`;
    return `${text}${text ? "." : ""}${cleanText(String(part))}`;
  }, "");
}

/** An issue as a part of a sentence that says what to give instead. @param known the allowed keys, for the nearest to an unknown one */
export function issueMessage(issue: Issue, known: readonly string[] = []): Phrase {
  switch (issue.code) {
    case "unrecognized_keys":
      return homeMessage("several", { parts: issue.keys.map((key) => unknownKey(key, known)) });
    case "invalid_type":
      return homeMessage("mustBe", { type: issue.expected });
    case "invalid_value":
      return homeMessage("mustBeOneOf", { values: issue.values.map((value) => JSON.stringify(value)) });
    case "too_small":
      return issue.origin === "string" || issue.origin === "array"
        ? homeMessage("tooShort", { minimum: Number(issue.minimum) })
        : homeMessage("tooSmall", { minimum: Number(issue.minimum) });
    case "too_big":
      return issue.origin === "string" || issue.origin === "array"
        ? homeMessage("tooLong", { maximum: Number(issue.maximum) })
        : homeMessage("tooBig", { maximum: Number(issue.maximum) });
    case "invalid_union":
      return homeMessage("noForm", {});
    case "custom":
    case "invalid_format":
    case "not_multiple_of":
    case "invalid_key":
    case "invalid_element":
      return MESSAGE_KEY.test(issue.message) ? { key: issue.message } : cleanText(issue.message, 300);
    default:
      issue satisfies never;
      return "";
  }
}

/** A problem with its place in a file. */
export function problemAt(place: MessageValue, problem: MessageValue): Message {
  return homeMessage("problemAt", { place, problem });
}

/** An issue with its place. */
export function issueProblem(issue: Issue): Message {
  return problemAt(issuePlace(issue.path) || homeMessage("wholeFile", {}), issueMessage(issue));
}

/** The error `invalid-file`, with every problem on a line of its own. */
export function invalidFile(file: string, problems: readonly MessageValue[], cause?: unknown): JiaError {
  return new JiaError("invalid-file", { file, detail: homeMessage("lines", { lines: problems }) }, cause);
}

/** "unknown key "prot", did you mean "port"?" */
export function unknownKey(key: string, known: Iterable<string>): Message {
  return homeMessage("unknownKey", { key: cleanText(key), near: nearest(key, known) });
}

/** The keys that the object at `path` of a schema may have; none when it is not an object there. */
export function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  const inner = unwrapped(schema);
  const [first, ...rest] = path;
  if (inner instanceof z.ZodObject) {
    return first === undefined ? Object.keys(inner.shape) : keysAt(inner.shape[String(first)], rest);
  }
  if (inner instanceof z.ZodArray && typeof first === "number") return keysAt(inner.element, rest);
  return [];
}

function unwrapped(schema: unknown): unknown {
  let inner = schema;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodNullable || inner instanceof z.ZodDefault) {
    inner = inner.unwrap();
  }
  return inner;
}
