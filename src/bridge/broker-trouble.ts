import { cleanText, type Message, type MessageValues, type Phrase } from "../home/index.ts";

/** Why there is no connection to a broker. Short and stable; the language packs say each in words, with what to do. */
export const BROKER_CAUSES = [
  "not-running",
  "unknown-host",
  "no-answer",
  "not-a-broker",
  "no-greeting",
  "wants-tls",
  "no-tls",
  "certificate",
  "not-authorized",
  "busy",
  "taken-over",
  "ended",
  "other",
] as const;
export type BrokerCause = (typeof BROKER_CAUSES)[number];

/** A failure of a connection: its cause, and the words of the side that noticed it. */
export interface BrokerTrouble {
  readonly cause: BrokerCause;
  /** Foreign text as it came, cleaned and without secrets; or a message of our own. */
  readonly detail: Phrase;
}

/** A detail in our own words, in the reader's language. */
export function brokerDetail(key: string, values: MessageValues = {}): Message {
  return { key: `brokerDetails.${key}`, values };
}

/** Says what is wrong and what to do. */
export function troubleMessage({ cause, detail }: BrokerTrouble): Message {
  return { key: `brokerCauses.${cause}`, values: { detail } };
}

/** Codes of Node's sockets, and what they mean here. */
const BY_SOCKET: Readonly<Record<string, BrokerCause>> = {
  ECONNREFUSED: "not-running",
  ENOTFOUND: "unknown-host",
  EAI_AGAIN: "unknown-host",
  ETIMEDOUT: "no-answer",
  EHOSTUNREACH: "no-answer",
  ENETUNREACH: "no-answer",
  ECONNRESET: "ended",
  EPIPE: "ended",
  EPROTO: "no-tls",
  ERR_SSL_WRONG_VERSION_NUMBER: "no-tls",
  ERR_SSL_PACKET_LENGTH_TOO_LONG: "no-tls",
};

/** Return codes of MQTT 3.1.1 and reason codes of MQTT 5, as the broker gives them in CONNACK and DISCONNECT. */
const BY_REASON: Readonly<Record<number, BrokerCause>> = {
  4: "not-authorized",
  5: "not-authorized",
  134: "not-authorized",
  135: "not-authorized",
  138: "not-authorized",
  140: "not-authorized",
  3: "busy",
  136: "busy",
  137: "busy",
  159: "busy",
  142: "taken-over",
  139: "ended",
  152: "ended",
};

/** The cause of a failed connection attempt, from its error. */
export function troubleOf(error: Error): BrokerTrouble {
  const code = "code" in error ? error.code : undefined;
  const detail = cleanText(error.message || String(code ?? error.name), 200);
  return { cause: causeOf(code, error.message), detail };
}

function causeOf(code: unknown, text: string): BrokerCause {
  if (typeof code === "number") return BY_REASON[code] ?? "other";
  if (typeof code === "string") {
    const known = BY_SOCKET[code];
    if (known) return known;
    if (/^ERR_(?:TLS|SSL|OSSL)|CERT|SIGNATURE|ISSUER/.test(code)) return "certificate";
  }
  if (/timeout/i.test(text)) return "no-answer";
  return /PEM|certificate|SSL/i.test(text) ? "certificate" : "other";
}

/** What the reasons of DISCONNECT mean, keyed by the code: a key of the details. */
const MEANINGS: Readonly<Record<number, string>> = {
  129: "malformed",
  130: "protocol",
  139: "shuttingDown",
  141: "keepAlive",
  142: "sameId",
  143: "filterInvalid",
  144: "topicInvalid",
  148: "aliasInvalid",
  149: "packetTooLarge",
  153: "payloadInvalid",
  154: "noRetain",
  155: "noSuchQos",
};

/** What a broker's DISCONNECT says; `name` is the broker's own text, "" where it gave none. */
export function disconnectTrouble(reason: number, name: string): BrokerTrouble {
  return { cause: BY_REASON[reason] ?? "ended", detail: named(reason, name) };
}

/** The broker's own words, else what its reason means, else its number. */
function named(reason: number, text: string): Phrase {
  if (text !== "") return cleanText(text, 200);
  const meaning = MEANINGS[reason];
  return meaning === undefined ? brokerDetail("reason", { reason }) : brokerDetail(meaning);
}

/** The port was open, but the other side closed the connection without sending anything. */
export const NO_GREETING: BrokerTrouble = {
  cause: "no-greeting",
  detail: brokerDetail("noGreeting"),
};

/** First bytes of a CONNACK, and of a TLS alert. */
const CONNACK = 0x20;
const TLS_ALERT = 0x15;

/** Recognises by its first bytes a server that is no MQTT broker; null for a broker. */
export function otherProtocolOn(first: Uint8Array): BrokerTrouble | null {
  if (first[0] === CONNACK) return null;
  if (first[0] === TLS_ALERT) return { cause: "wants-tls", detail: brokerDetail("inTls") };
  const begin = cleanText(Buffer.from(first.subarray(0, 60)).toString("latin1"), 40);
  return { cause: "not-a-broker", detail: brokerDetail("answers", { begin }) };
}
