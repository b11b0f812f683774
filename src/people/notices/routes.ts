import type { Channel, OutboxEntry } from "./channel.ts";
import type { Notice } from "./port.ts";
import { type QuietAround, sendableFrom } from "./quiet.ts";

/** Of a channel that fails it is told by the others. */
export function sourceOfChannel(id: string): string {
  return `channel/${id}`;
}

/** The channels that a notice is to be sent by. What is for some people goes to everybody's only where they have none. */
export function routesOf(notice: Notice, channels: readonly Channel[]): Channel[] {
  const able = channels.filter(
    ({ id, enabled, levels }) => enabled && levels.includes(notice.level) && notice.source !== sourceOfChannel(id),
  );
  const { to } = notice;
  if (to === null) return able;
  const own = able.filter(({ person }) => person !== null && to.includes(person));
  return own.length > 0 ? own : able.filter(({ person }) => person === null);
}

/** When a notice may be sent by a channel, and until when it is worth it. Milliseconds since the epoch; 0: at once. */
export function timesOf(
  channel: Channel,
  notice: Notice,
  now: number,
  around: QuietAround,
): Pick<OutboxEntry, "dueAt" | "notAfter"> {
  const from = sendableFrom(channel, notice.level === "alarm", now, around);
  if (from <= now) return { dueAt: 0, notAfter: notice.notAfter };
  // What waits for the end of a silence is worth as much then as it was when it came.
  return { dueAt: from, notAfter: from + Math.max(0, notice.notAfter - notice.lastAt) };
}

/** How long to wait before the next try, by how often it was tried. Milliseconds. */
const BACK_OFF_MS = [10_000, 30_000, 60_000, 120_000, 300_000];

export function backOffMs(attempts: number): number {
  return BACK_OFF_MS[Math.min(attempts, BACK_OFF_MS.length) - 1] ?? 0;
}
