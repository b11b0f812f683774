import { cleanText, type DeviceId, type Spec } from "../../home/index.ts";
import type { Dialect, DialectOutput, InboundMessage } from "../dialect.ts";
import { type ProblemCount, ProblemLog } from "../problems.ts";
import { wrongValue } from "../wrong-value.ts";
import { brokerFindings, brokerVersion, clockFindings } from "./clocks.ts";
import { type DoctorFinding, type FindingCode, finding } from "./finding.ts";
import { announcedTopics, findingsOf } from "./findings.ts";
import { recogniseTopics, type TopicKind } from "./recognise.ts";
import { TopicSurvey } from "./survey.ts";

/** One dialect on the broker. */
export interface DialectReport {
  readonly kind: TopicKind;
  /** Whether Jia speaks it. */
  readonly spoken: boolean;
  readonly topics: number;
  /** Devices that were understood; where Jia does not speak the dialect, those that its topics name. */
  readonly devices: number;
  readonly online: number;
  readonly offline: number;
  /** What was not understood, by code, with the newest example. */
  readonly problems: readonly ProblemCount[];
}

/** Topics of no known dialect, grouped by their beginning. */
export interface UnknownTopics {
  readonly prefix: string;
  readonly topics: number;
  readonly example: string;
}

export interface DoctorReport {
  /** The broker's own name and version; null when it does not tell. */
  readonly broker: string | null;
  readonly messages: number;
  readonly topics: number;
  readonly retained: number;
  readonly dialects: readonly DialectReport[];
  readonly unknown: readonly UnknownTopics[];
  readonly findings: readonly DoctorFinding[];
}

const MAX_UNKNOWN = 10;

/** The devices, specs and problems that one dialect found in the messages. */
interface DialectObservation {
  readonly dialect: Dialect;
  /** Keyed by device id: whether it is reachable. */
  readonly devices: Map<string, boolean | null>;
  /** Keyed by device id. */
  readonly specs: Map<DeviceId, Spec>;
  readonly problems: ProblemLog;
}

/** Collects messages of a broker, without publishing, and reports what is there. */
export class Doctor {
  readonly #survey = new TopicSurvey();
  readonly #listening: readonly DialectObservation[];
  readonly #extra: DoctorFinding[] = [];

  /** @param dialects those that Jia would speak on this connection */
  constructor(dialects: readonly Dialect[]) {
    this.#listening = dialects.map((dialect) => ({
      dialect,
      devices: new Map(),
      specs: new Map(),
      problems: new ProblemLog(),
    }));
  }

  take(message: InboundMessage): void {
    this.#survey.add(message);
    for (const listening of this.#listening) {
      if (listening.dialect.accepts(message.topic)) this.#understand(listening, message);
    }
  }

  /** Adds a finding that shows in the connection and not in a message. */
  note(code: FindingCode, severity: DoctorFinding["severity"], examples: readonly string[]): void {
    this.#extra.push(finding(code, severity, examples));
  }

  /** @param now milliseconds since the epoch */
  report(now: number): DoctorReport {
    const { topics, messages, leftOut } = this.#survey;
    for (const listening of this.#listening) {
      const { dialect } = listening;
      this.#take(listening, [...(dialect.tick?.(now) ?? []), ...(dialect.settled?.() ?? [])], now);
    }
    const { found, unknown } = recogniseTopics(topics);
    const announced = announcedTopics(topics, found);
    return {
      broker: brokerVersion(topics),
      messages,
      topics: topics.size,
      retained: [...topics.values()].filter(({ retained }) => retained).length,
      dialects: found.flatMap(({ kind, topics: own, devices }) => {
        if (kind === "broker") return [];
        const listening = this.#listening.find(({ dialect }) => dialect.name === kind);
        const states = [...(listening?.devices.values() ?? [])];
        return [
          {
            kind,
            spoken: listening !== undefined,
            topics: own.size,
            devices: listening ? states.length : devices.size,
            online: states.filter((online) => online === true).length,
            offline: states.filter((online) => online === false).length,
            problems: listening?.problems.list() ?? [],
          },
        ];
      }),
      unknown: grouped(unknown.filter((topic) => !announced.has(topic))),
      findings: [
        ...this.#extra,
        ...(leftOut > 0 ? [finding("too-many-topics", "advice", [String(leftOut)])] : []),
        ...findingsOf(topics, found),
        ...clockFindings(topics, now),
        ...brokerFindings(topics),
      ],
    };
  }

  #understand(listening: DialectObservation, message: InboundMessage): void {
    const { dialect, problems } = listening;
    try {
      this.#take(listening, dialect.receive(message), message.at);
    } catch (error) {
      const detail = cleanText(error instanceof Error ? error.message : String(error), 200);
      const topic = cleanText(message.topic, 200);
      problems.add({ kind: "problem", code: `failed-${dialect.name}`, topic, detail }, message.at);
    }
  }

  #take(listening: DialectObservation, outputs: readonly DialectOutput[], at: number): void {
    collect(listening, outputs, at);
    for (const output of outputs) {
      if (output.kind === "subscribe") this.#replay(listening, output.filters);
      // Nothing else waits for the doctor, so all work is done at once.
      else if (output.kind === "more") this.#take(listening, output.go(), at);
    }
  }

  /** Gives a dialect the messages of its new filters that came before: retained messages arrive in any order. */
  #replay(listening: DialectObservation, filters: readonly string[]): void {
    for (const filter of filters) {
      const facts = this.#survey.topics.get(filter);
      if (!facts || facts.bytes > facts.payload.length) continue;
      this.#understand(listening, {
        topic: filter,
        payload: facts.payload,
        retained: facts.retained,
        at: facts.liveAt ?? 0,
      });
    }
  }
}

function collect(
  { devices, specs, problems }: DialectObservation,
  outputs: readonly DialectOutput[],
  at: number,
): void {
  for (const output of outputs) {
    switch (output.kind) {
      case "device":
        devices.set(output.device.id, devices.get(output.device.id) ?? null);
        specs.set(output.device.id, output.device.spec);
        break;
      case "removed":
        specs.delete(output.id);
        devices.delete(output.id);
        break;
      case "availability":
        if (devices.has(output.id)) devices.set(output.id, output.online);
        break;
      case "problem":
        problems.add(output, at);
        break;
      case "values": {
        const spec = specs.get(output.id);
        if (!spec) break;
        for (const value of output.values) {
          const wrong = wrongValue(output.id, spec, value);
          if (wrong) problems.add(wrong, at);
        }
        break;
      }
      default:
        break; // Events and what a dialect would publish are of no interest here.
    }
  }
}

/** Unknown topics by their first two levels, the largest groups first. */
function grouped(unknown: readonly string[]): UnknownTopics[] {
  const groups = new Map<string, string[]>();
  for (const topic of unknown) {
    const prefix = topic.split("/").slice(0, 2).join("/");
    const group = groups.get(prefix);
    if (group) group.push(topic);
    else groups.set(prefix, [topic]);
  }
  return [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .slice(0, MAX_UNKNOWN)
    .map(([prefix, topics]) => ({
      prefix: cleanText(prefix, 100),
      topics: topics.length,
      example: cleanText(topics[0] ?? "", 200),
    }));
}
