/** How urgent a notice is. `info`: good to know · `warning`: somebody should look · `alarm`: danger. */
export const NOTICE_LEVELS = ["info", "warning", "alarm"] as const;
export type NoticeLevel = (typeof NOTICE_LEVELS)[number];
