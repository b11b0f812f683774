import { type Language, messages } from "../../language/index.ts";
import type { DeviceWithSpec } from "../client/client.ts";
import { table } from "../terminal/layout.ts";
import type { Style } from "../terminal/style.ts";
import { stateLine } from "./state.ts";

/** The reader of a text, and its width in columns. */
export interface Viewer {
  readonly language: Language;
  readonly style: Style;
  readonly width?: number;
}

/** The devices as a table, ordered by room. */
export function deviceTable(devices: readonly DeviceWithSpec[], { language, style, width }: Viewer): string {
  const { none, heading } = messages(language).devices;
  if (devices.length === 0) return none;
  const sorted = [...devices].sort((a, b) => (a.room ?? "~").localeCompare(b.room ?? "~", language));
  const rows = sorted.map((device) => [
    device.room ?? "—",
    device.name,
    device.handle,
    stateLine(device, language, style),
  ]);
  return table([heading, ...rows], style.bold, width).join("\n");
}
