import type { Channel, OutboxEntry } from "./channel.ts";
import type { Notice } from "./port.ts";
import { earliestSendTime, type QuietContext } from "./quiet.ts";

/** The source of notices about a channel; such notices are not sent by the channel itself. */
export function channelSource(id: string): string {
  return `channel/${id}`;
}

/** The channels that send a notice. One for certain people uses the channels for everybody only if they have none of their own. */
export function routesOf(notice: Notice, channels: readonly Channel[]): Channel[] {
  const able = channels.filter(
    ({ id, enabled, levels }) => enabled && levels.includes(notice.level) && notice.source !== channelSource(id),
  );
  const { to } = notice;
  if (to === null) return able;
  const own = able.filter(({ person }) => person !== null && to.includes(person));
  return own.length > 0 ? own : able.filter(({ person }) => person === null);
}

/** When a channel may send a notice, and until when it is worth it. Milliseconds since the epoch; 0: at once. */
export function sendWindow(
  channel: Channel,
  notice: Notice,
  now: number,
  around: QuietContext,
): Pick<OutboxEntry, "dueAt" | "notAfter"> {
  const from = earliestSendTime(channel, notice.level === "alarm", now, around);
  if (from <= now) return { dueAt: 0, notAfter: notice.notAfter };
  // A notice that waits for the end of a silence keeps its time of worth.
  return { dueAt: from, notAfter: from + Math.max(0, notice.notAfter - notice.lastAt) };
}

/** Milliseconds to wait before the next try, by the number of tries so far. */
const BACK_OFF_MS = [10_000, 30_000, 60_000, 120_000, 300_000];

export function backOffMs(attempts: number): number {
  return BACK_OFF_MS[Math.min(attempts, BACK_OFF_MS.length) - 1] ?? 0;
}
