import { MAX_TEXT } from "../home/index.ts";
import { allPacks } from "../language/index.ts";
import type { PlainMessage } from "./messages.ts";

/**
 * What a chat program asks a model about a chat, beside what the person says: a title, tags, questions, searches. Jia does
 * nothing for such a request. `json` has the key under which the answer is expected, where it is to be JSON.
 */
export interface Task {
  readonly kind: "title" | "tags" | "list" | "text" | "emoji" | "other";
  readonly json: string | null;
}

/** The kind of answer, keyed by the key under which a prompt wants it: `{"title": "…"}`. */
const KEYS: Readonly<Record<string, Task["kind"]>> = {
  title: "title",
  tags: "tags",
  follow_ups: "list",
  followups: "list",
  questions: "list",
  suggestions: "list",
  queries: "list",
  tool_calls: "list",
  text: "text",
  prompt: "text",
  query: "text",
  emoji: "emoji",
};
const JSON_FORM = /\{\s*"([a-z_]+)"\s*:/gi;
/** Speakers whose quoted lines are a person's. */
const PERSON_LINE = /^(?:user|human|you|me)\s*:/i;
const JSON_TEXT = /"(?:content|text|mainText)"\s*:\s*("(?:[^"\\]|\\.)*")/;
/** The beginning of a quoted block: a fence of Markdown, or a tag. Neither can be long. */
const BLOCK_START = /```\w{0,20}|<(\w{1,40})[^<>]{0,100}>/g;
/** Marks around a quoted chat. Prompts of chat programs have them, and no sentence of a person. */
const QUOTE_TAG =
  /<\/?(?:chat_history|chat|conversation|history|messages?|dialog(?:ue)?|transcript|context|user_query|text)\b[^>]*>/i;
const HEADING = /^#{1,6}\s+\S/gm;
const ROLE_FIELD = /"role"\s*:\s*"(?:user|assistant|system)"/;
const ROLE_LINE = /^(?:user|assistant|system)\s*:/i;
/** Lines that begin as "user:" before a text counts as a quoted chat. */
const QUOTED_LINES = 2;

/**
 * The task that the messages ask for, null when the last one is what a person says. Doubt counts as a task: a sentence that
 * is not carried out is noticed, and a light that switches by itself is worse.
 */
export function taskOf(messages: readonly PlainMessage[]): Task | null {
  const last = messages.at(-1);
  if (last?.role !== "user") return null;
  const system = messages.filter(({ role }) => role === "system").map(({ text }) => text);
  const { text } = last;
  const all = [text, ...system].join("\n");
  // A title is asked for with one message; a chat that goes on is of people, whatever its system prompt says.
  const goesOn = messages.some(({ role }) => role === "assistant");
  const asking = goesOn ? [text] : [text, ...system];
  const asksTitle = asking.some((each) => signs().some(({ title }) => title.test(each)));
  const asksChore = signs().some(({ chore }) => chore.test(text));
  if (!asksTitle && !asksChore && !quotesChat(text)) return null;
  const keys = [...all.matchAll(JSON_FORM)].map(([, key = ""]) => key.toLowerCase());
  const json = keys.find((key) => Object.hasOwn(KEYS, key)) ?? null;
  if (json !== null) return { kind: KEYS[json] ?? "other", json };
  const form = keys.findLast((key) => key !== "role" && key !== "content") ?? null;
  if (form !== null && !asksTitle) return { kind: "other", json: form };
  return { kind: asksTitle ? "title" : /\bemoji\b/i.test(text) ? "emoji" : "other", json: null };
}

/** Whether a text quotes a chat, or is built as a prompt with headings. */
function quotesChat(text: string): boolean {
  if (QUOTE_TAG.test(text) || ROLE_FIELD.test(text)) return true;
  const headings = text.match(HEADING) ?? [];
  if (headings.length >= 2 || /^\s*#{1,6}\s+task\b/i.test(text)) return true;
  return quotedLines(text).length >= QUOTED_LINES;
}

/** The quoted lines: whether a person says it as far as the mark tells, and what is said. */
function quotedLines(text: string): { readonly person: boolean; readonly said: string }[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const bare = line.trim().replace(/^[*_>\-\s]+/, "");
    const marks = [ROLE_LINE, ...signs().flatMap(({ speakers, stamp }) => [speakers, stamp])];
    const speaker = marks.find((each) => each.test(bare));
    return speaker ? [{ person: PERSON_LINE.test(bare), said: bare.replace(speaker, "").trim() }] : [];
  });
}

/** What the person said first in the chat that a task is about; "" when it cannot be found. */
export function firstSaid(messages: readonly PlainMessage[]): string {
  const [first, ...more] = messages.filter(({ role }) => role === "user");
  if (first === undefined) return "";
  if (more.length > 0) return first.text;
  const { text } = first;
  const quoted = quotedLines(text).filter(({ said }) => said !== "");
  const line = quoted.find(({ person }) => person) ?? quoted[0];
  if (line) return line.said;
  const inJson = JSON_TEXT.exec(text)?.[1];
  if (inJson !== undefined) return jsonText(inJson);
  const block = quotedBlock(text);
  if (block !== null) return block.trim().split("\n")[0] ?? "";
  // Where the instructions stand in the system prompt, the message is what was said.
  return messages.some(({ role }) => role === "system") ? text : "";
}

/** What stands in the first block that ends; null without one. A text of a stranger: each end is searched once. */
function quotedBlock(text: string): string | null {
  /** Ends that do not stand behind an earlier beginning, so behind no later one either. */
  const missing = new Set<string>();
  for (const { 0: start, 1: tag, index } of text.matchAll(BLOCK_START)) {
    const end = tag === undefined ? "```" : `</${tag}>`;
    if (missing.has(end)) continue;
    const from = index + start.length;
    const at = text.indexOf(end, from);
    if (at >= 0) return text.slice(from, at);
    missing.add(end);
  }
  return null;
}

function jsonText(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return "";
  }
}

/** The person's sentence without what a voice client writes around it: a time and name before it, how to reply behind it. */
export function spokenText(text: string): string {
  if (text.length > MAX_TEXT) return text;
  return signs().reduce((left, { stamp, manner }) => left.replace(stamp, "").replace(manner, ""), text.trim());
}

function signs() {
  return allPacks().map(({ taskSigns }) => taskSigns);
}
