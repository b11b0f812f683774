/** The watches, one descriptor each. Notices about automations, timers and probes come from elsewhere, under names of the same list. */
import { batteryWatch } from "./battery.ts";
import { dangerWatch } from "./danger.ts";
import { finishedWatch } from "./finished.ts";
import { heatWatch } from "./heat.ts";
import { offlineWatch } from "./offline.ts";
import { openWatch } from "./open.ts";
import { pinsWatch } from "./pins.ts";
import type { NoticeWatch } from "./watch.ts";

export { HomeWatch, type HomeWatchOptions } from "./home-watch.ts";
export {
  type HealthProbe as Probe,
  type NoticeWatch as Watch,
  WATCH_NAMES,
  type WatchContext as WatchAround,
  type WatchMinutes,
  type WatchName,
} from "./watch.ts";

export const WATCHES: readonly NoticeWatch[] = [
  dangerWatch,
  batteryWatch,
  offlineWatch,
  openWatch,
  heatWatch,
  finishedWatch,
  pinsWatch,
];
