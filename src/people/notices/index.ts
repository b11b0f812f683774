/** What people should know, and ways to send it to them. Other rooms import from here; `port.ts` says what they can ask for. */
export { NoticeCenter, type NoticeCenterOptions } from "./center.ts";
export {
  type Channel,
  type ChannelState,
  OUTBOX_STATES,
  type OutboxEntry,
  type OutboxState,
  type QuietHours,
} from "./channel.ts";
export type {
  NewNotice,
  Notice,
  NoticeAct,
  NoticeEvent,
  NoticeFilter,
  Notices,
  Reader,
  UnreadCount,
} from "./port.ts";
export type { ChannelStorage, NoticeRead, NoticeStorage, OutboxStorage, QuietUntil } from "./storage.ts";
