/** A finding of the doctor, and what a dialect has to look at for its own (`DialectDescriptor.findings`). */
import { cleanText } from "../../home/index.ts";
import type { TopicFacts } from "./survey.ts";

/** The codes of findings; the language packs have words for each. */
export const FINDINGS = [
  "nothing-there",
  "retained-command",
  "retained-event",
  "stale-announcement",
  "announced-twice",
  "bridge-offline",
  "no-availability",
  "joining-open",
  "large-retained",
  "clock-skew",
  "own-clock",
  "broker-restarted",
  "dropped-messages",
  "no-password",
  "no-password-here",
  "wildcard-refused",
  "access-refused",
  "too-many-topics",
  "unsupported-dialect",
] as const;
export type FindingCode = (typeof FINDINGS)[number];

/** A finding about the broker or the devices on it. */
export interface DoctorFinding {
  readonly code: FindingCode;
  readonly severity: "problem" | "advice";
  readonly count: number;
  /** A few topics, or what else shows it; cleaned. */
  readonly examples: readonly string[];
}

/** What was seen of one dialect on a broker. */
export interface SeenDialect {
  /** The topics that are its business. */
  readonly topics: ReadonlySet<string>;
  /** Names of the devices, as far as the topics alone tell. */
  readonly devices: ReadonlySet<string>;
}

/** What a dialect looks at for its findings. */
export interface SeenBroker {
  /** Everything on the broker, keyed by topic. */
  readonly facts: ReadonlyMap<string, TopicFacts>;
  readonly own: SeenDialect;
  /** Announcements of devices, by whichever dialect (`DialectDescriptor.announces`). */
  readonly announcements: readonly TopicFacts[];
}

const MAX_EXAMPLES = 3;

/** Up to three examples of a code; nothing when there are none. */
export function findingAbout(
  code: FindingCode,
  severity: DoctorFinding["severity"],
  facts: readonly TopicFacts[],
): DoctorFinding[] {
  return facts.length === 0
    ? []
    : [
        finding(
          code,
          severity,
          facts.map(({ topic }) => topic),
        ),
      ];
}

export function finding(
  code: FindingCode,
  severity: DoctorFinding["severity"],
  examples: readonly string[],
): DoctorFinding {
  const shown = examples.slice(0, MAX_EXAMPLES).map((example) => cleanText(example, 200));
  return { code, severity, count: Math.max(1, examples.length), examples: shown };
}
