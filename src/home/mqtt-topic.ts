/**
 * Checks MQTT topic names and filters, for everything that is subscribed or published to. A broker ends the connection at the
 * first invalid topic, so no foreign topic may reach it unchecked.
 */

/** Why a text can be no topic. */
export type TopicFault =
  | "empty"
  | "too-long"
  | "too-many-levels"
  | "control-character"
  | "wildcard"
  | "misplaced-wildcard"
  | "only-wildcards"
  | "reserved";

/** Bytes of UTF-8 (MQTT 5, 1.5.4). */
const MAX_BYTES = 65_535;
/** Mosquitto ends the connection above this; other brokers take fewer, and say so. */
const MAX_LEVELS = 200;
/** Code units that may take more than `MAX_BYTES` bytes: a unit takes 3 at most. */
const SURELY_FITS = Math.floor(MAX_BYTES / 3);

/** Control characters, lone surrogates and U+FFFE, U+FFFF of every plane with U+FDD0…U+FDEF: no broker has to take them. */
const FORBIDDEN = /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u;

/** Why nothing can be published to `topic`; null when it can. */
export function topicNameFault(topic: string): TopicFault | null {
  if (/[+#]/.test(topic)) return "wildcard";
  // Topics with $ belong to the broker: a discovered button that writes there would use Jia's rights to change it.
  if (topic.startsWith("$")) return "reserved";
  return textFault(topic);
}

/**
 * Why `filter` cannot be subscribed to; null when it can.
 * @param wide whether it may fit every topic there is ("#", "+/+", "$SYS/#")
 */
export function topicFilterFault(filter: string, { wide = true }: { readonly wide?: boolean } = {}): TopicFault | null {
  const levels = filter.split("/");
  const misplaced = levels.some((level, index) =>
    level === "#" ? index < levels.length - 1 : level.length > 1 && /[+#]/.test(level),
  );
  if (misplaced) return "misplaced-wildcard";
  // "$SYS/#" is all that a broker tells of itself, as "#" is all of a home.
  const own = filter.startsWith("$") ? levels.slice(1) : levels;
  if (!wide && own.every((level) => level === "+" || level === "#")) return "only-wildcards";
  // $share, $queue and the like change what a subscription means; $SYS is only read.
  if (filter.startsWith("$") && !filter.startsWith("$SYS/")) return "reserved";
  return textFault(filter);
}

/** Whether a text can be one level of a topic: a device's id, the name of an endpoint. */
export function isTopicLevel(text: string): boolean {
  return !/[/+#]/.test(text) && textFault(text) === null;
}

export function isTopicName(text: string): boolean {
  return topicNameFault(text) === null;
}

export function isTopicFilter(text: string): boolean {
  return topicFilterFault(text) === null;
}

export function hasWildcards(filter: string): boolean {
  return /[+#]/.test(filter);
}

/** Whether a topic fits a filter (MQTT 5, 4.7): + is one level, # the rest; neither fits topics that begin with $. */
export function topicFits(filter: string, topic: string): boolean {
  if (topic.startsWith("$") && /^[+#]/.test(filter)) return false;
  const levels = topic.split("/");
  const wanted = filter.split("/");
  for (const [index, level] of wanted.entries()) {
    if (level === "#") return true;
    if (levels[index] === undefined || (level !== "+" && level !== levels[index])) return false;
  }
  return wanted.length === levels.length;
}

/** The checks that names and filters share. */
function textFault(text: string): TopicFault | null {
  if (text === "") return "empty";
  if (text.length > SURELY_FITS && new TextEncoder().encode(text).length > MAX_BYTES) return "too-long";
  if (FORBIDDEN.test(text)) return "control-character";
  let levels = 1;
  for (let at = text.indexOf("/"); at >= 0; at = text.indexOf("/", at + 1)) levels += 1;
  return levels > MAX_LEVELS ? "too-many-levels" : null;
}
