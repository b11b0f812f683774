/** Notices to people, and the channels that send them. `port.ts` and `channel-port.ts` are the ports. */

export type { Waker } from "../waker.ts";
export { NoticeCenter, type NoticeCenterOptions } from "./center.ts";
export {
  type Channel,
  type ChannelState,
  OUTBOX_STATES,
  type OutboxEntry,
  type OutboxState,
  type QuietHours,
} from "./channel.ts";
export type { ChannelDraft, ChannelInfo, ChannelPatch, Channels, TestResult } from "./channel-port.ts";
export { channelValues as valuesOf } from "./channel-registry.ts";
export { isNoticeFor as isFor } from "./feed.ts";
export { HomeNotices, type HomeNoticesOptions } from "./home-notices.ts";
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
export type { ChannelProvider as Way, ProviderField as WayField, PushMessage, SendResult as Sent } from "./provider.ts";
export { quietHours } from "./quiet.ts";
export type { ChannelStorage, NoticeRead, NoticeStorage, OutboxStorage, QuietUntil } from "./storage.ts";
