import type { Clock } from "../../home/index.ts";
import { Connection, type ConnectionOptions } from "../connection.ts";
import type { Dialect, DialectProblem } from "../dialect.ts";
import { pause } from "../pause.ts";
import { isLoopbackOnly } from "./reach.ts";
import { Doctor, type DoctorReport } from "./report.ts";

export interface ExamineOptions {
  readonly connection: ConnectionOptions;
  /** Those that Jia would speak on this connection. */
  readonly dialects: readonly Dialect[];
  /** How long to listen, milliseconds. */
  readonly listenMs: number;
  /** How long the broker may take to answer, milliseconds; 10 s when left out. */
  readonly connectMs?: number;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/**
 * Connects, listens without publishing anything, and reports.
 * @throws JiaError `broker-unreachable`
 */
export async function examine(options: ExamineOptions): Promise<DoctorReport> {
  const { connection: how, dialects, listenMs, connectMs = 10_000, clock, signal } = options;
  const doctor = new Doctor(dialects);
  /** Topics of Jia's own dialects that this user may not read. */
  const refused: string[] = [];
  const own = new Set(dialects.flatMap(({ filters }) => filters));
  const listener = {
    message: doctor.take.bind(doctor),
    connected: () => {},
    disconnected: () => {},
    problem: ({ code, topic, detail }: DialectProblem) => {
      if (code !== "subscription-refused" || topic.startsWith("$SYS")) return;
      if (own.has(topic)) refused.push(topic);
      if (topic !== "#") return;
      doctor.note("wildcard-refused", "advice", [detail]);
      connection.subscribe([...own]);
    },
  };
  const connection = new Connection(how, ["#", "$SYS/#"], listener, () => clock.now());
  connection.start(signal);
  try {
    await connection.ready(connectMs);
    await pause(listenMs, signal);
  } finally {
    await connection.stop();
  }
  if (refused.length > 0) doctor.note("access-refused", "problem", refused);
  if (how.username === undefined && how.cert === undefined)
    doctor.note((await isLoopbackOnly(how.url)) ? "no-password-here" : "no-password", "advice", []);
  return doctor.report(clock.now());
}
