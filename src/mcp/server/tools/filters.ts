/** What tools that list devices have in common. */
import { z } from "zod";
import { STATE_FILTERS } from "../../../assistant/index.ts";
import type { McpCall, McpResult } from "../tool.ts";

export const ONLY = z.enum(STATE_FILTERS).describe("Only in this state");
export const LIMIT = z.int().min(1).max(60);
export const AFTER = z.string().max(100).describe("Of the last page: the next one");

interface Filter {
  readonly room?: string | undefined;
  readonly kind?: string | undefined;
}

/** Adds how many devices a filter by room left out because they have none. */
export function withoutRoomNoted(result: McpResult, { room, kind }: Filter, { view }: McpCall): McpResult {
  if (room === undefined) return result;
  const left = view.home.devices.filter(
    (device) => device.room === null && (kind === undefined || device.spec.kind === kind),
  ).length;
  return left === 0 ? result : { ...result, data: { ...result.data, without_room: left } };
}
