import type { z } from "zod";
import { AuditBody, ORIGINS } from "../api/resources/audit.ts";
import { durationMs } from "../automation/index.ts";
import { COMMAND_LINE, JiaError } from "../home/index.ts";
import { message, messages, packOf } from "../language/index.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { type CommandContext, defineCommand } from "./command.ts";
import { JSON_FLAG, LIMIT_FLAG, limitParameter, localMoment, printer, zoneLines } from "./line/answer.ts";
import { fitted } from "./terminal/layout.ts";
import { devicesOfOutcomes, type KnownDevices, outcomeLine } from "./words/outcomes.ts";

type Entry = z.infer<typeof AuditBody>["entries"][number];

export const audit = defineCommand({
  name: "audit",
  summary: message("audit.summary"),
  usage: "[DEVICE]",
  examples: ["jia audit living-ac", "jia audit --origin conversation --since 2h"],
  places: ["device"],
  positionals: { min: 0, max: 1 },
  flags: {
    origin: {
      kind: "text",
      value: "KIND",
      about: message("audit.origin", { origins: ORIGINS }),
    },
    since: {
      kind: "text",
      value: "DURATION",
      about: message("audit.since"),
    },
    ...LIMIT_FLAG,
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [device] }, context) {
    const { language, signal } = context;
    const print = printer(flags, context);
    const query = new URLSearchParams({
      limit: limitParameter(flags),
      ...(device !== undefined && { device }),
      ...(flags.origin !== undefined && { origin: flags.origin }),
      ...(flags.since !== undefined && { from: momentBefore(flags.since) }),
    });
    return withJia(flags, context, async (client) => {
      const body = await client.get(`/api/audit?${query}`, AuditBody, signal);
      const zone = await client.timezone(signal);
      const { none } = messages(language).audit;
      const outcomes = body.entries.flatMap((entry) => entry.outcomes);
      const known = await devicesOfOutcomes(flags.json ? [] : outcomes, client, signal);
      print(body, () =>
        body.entries.length > 0
          ? [
              ...body.entries.flatMap((entry) => lines(entry, known, context, zone)),
              ...zoneLines(zone, body.entries, context),
            ]
          : [none],
      );
      return 0;
    });
  },
});

/** The moment `text` (such as `2h`) before now, in the form of the API. */
function momentBefore(text: string): string {
  const ms = durationMs(text);
  if (ms === null) throw new JiaError("usage", { detail: message("audit.notDuration", { given: text }) });
  return Temporal.Now.instant().subtract({ milliseconds: ms }).toString();
}

/** One entry as lines: time and author, and below them the outcome of each write or action. */
function lines(
  { at, origin, said, outcomes }: Entry,
  known: KnownDevices,
  context: CommandContext,
  zone: string,
): string[] {
  const { language, style, stdout } = context;
  const { origins, commandLine, stranger } = messages(language).audit;
  const client = origin.kind === "conversation" && origin["client"] === COMMAND_LINE ? undefined : origin["client"];
  const who = origin["name"] ?? origin["id"] ?? client;
  const own = origin.kind === "api" && who === COMMAND_LINE;
  const way = own ? commandLine : [origins[origin.kind], who].filter(Boolean).join(" ");
  const from = [origin.person ?? (origin.stranger ? stranger : ""), way].filter((part) => part !== "").join(" · ");
  const words = said === undefined ? "" : `  ${packOf(language).grammar.quote(said)}`;
  return [
    fitted(`${localMoment(at, zone)}  ${style.dim(from)}${words}`, stdout, 4),
    ...outcomes.map((outcome) => outcomeLine(outcome, known, context, 2)),
  ];
}
