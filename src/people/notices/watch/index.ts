/** The watches, one descriptor each. Notices about automations, timers and probes come from elsewhere, under names of the same list. */
import { battery } from "./battery.ts";
import { danger } from "./danger.ts";
import { finished } from "./finished.ts";
import { heat } from "./heat.ts";
import { offline } from "./offline.ts";
import { open } from "./open.ts";
import { pins } from "./pins.ts";
import type { Watch } from "./watch.ts";

export { HomeWatch, type HomeWatchOptions } from "./home-watch.ts";
export { type Probe, WATCH_NAMES, type Watch, type WatchAround, type WatchMinutes, type WatchName } from "./watch.ts";

export const WATCHES: readonly Watch[] = [danger, battery, offline, open, heat, finished, pins];
