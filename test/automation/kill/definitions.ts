import type { AutomationDraft } from "../../../src/automation/index.ts";

/** How the compressed clock of a lane runs. Milliseconds since the epoch. */
export interface KillClock {
  readonly real: number;
  readonly virtual: number;
  readonly speed: number;
}

const notify = (message: string) => ({ type: "notify", message }) as const;
const second = { type: "cron", expression: "* * * * * *" } as const;

/** Schedules that fire every second, one for each policy, and one whose runs wait between two steps. */
export const DEFINITIONS: readonly AutomationDraft[] = [
  {
    id: "skip",
    name: "skip",
    mode: "parallel",
    limit: 100,
    triggers: [{ ...second, missed: "skip" }],
    actions: [notify("a")],
  },
  {
    id: "once",
    name: "once",
    mode: "parallel",
    limit: 100,
    triggers: [{ ...second, missed: "run_once" }],
    actions: [notify("a")],
  },
  {
    id: "within",
    name: "within",
    mode: "parallel",
    limit: 100,
    triggers: [{ type: "interval", every: "1s", from: "2026-01-01T00:00:00Z", missed: { within: "20s" } }],
    actions: [notify("a")],
  },
  {
    id: "waits",
    name: "waits",
    mode: "parallel",
    limit: 100,
    triggers: [{ type: "cron", expression: "*/5 * * * * *", missed: "skip" }],
    actions: [
      notify("first"),
      { type: "wait", for: "12s" },
      notify("second"),
      { type: "wait", for: "3s" },
      notify("third"),
    ],
  },
];
