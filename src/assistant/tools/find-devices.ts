import { z } from "zod";
import type { Device, HomeView } from "../../home/index.ts";
import { nameIn, turnText } from "../../language/index.ts";
import type { Prompts } from "../prompts.ts";
import { specOutline } from "./devices/outline.ts";
import { resolvePropertyName } from "./devices/property-names.ts";
import { kindNames, namesWithRoom, resolveDevice } from "./devices/resolve.ts";
import { filterDevices, PLACE_NAMES, pageOf, STATE_FILTERS } from "./devices/selection.ts";
import type { KeyAliases } from "./forms/argument-shape.ts";
import { WRITE_NAMES } from "./forms/writes.ts";
import { likeness } from "./name-likeness.ts";
import { contentResult, defineTool, type Tool } from "./tool.ts";

/** Up to this many devices are shown with their outlines. */
const DETAILED = 6;
/** Most members of a group that are listed. */
const MAX_MEMBERS = 40;
/** A device below this closeness is not shown; from FITTING on the text names it, and between them it is only spelt alike. */
const ALIKE = 0.3;
const FITTING = 0.6;

const Arguments = z.strictObject({
  text: z.string().max(200).optional(),
  room: z.string().max(100).optional(),
  kind: z.string().max(100).optional(),
  property: z.string().max(100).optional(),
  only: z.enum(STATE_FILTERS).optional(),
  limit: z.int().min(1).max(60).optional(),
  after: z.string().max(100).optional(),
});

const NAMES: KeyAliases = {
  text: ["query", "name", "search", "q", "keyword", "device", "words"],
  room: PLACE_NAMES,
  kind: WRITE_NAMES["kind"] ?? [],
  property: [...(WRITE_NAMES["property"] ?? []), "properties"],
};

/** The tool that finds devices, best match first, page by page. */
export function findDevicesTool(home: HomeView, prompts: Prompts): Tool {
  return defineTool(prompts, {
    name: "find_devices",
    kind: "read",
    schema: Arguments,
    examples: [{ text: "NAME", room: "ROOM", kind: "light" }],
    names: NAMES,
    run: ({ text, room, kind, property, only, limit = 20, after }, { language, now, room: here }) => {
      const properties = property === undefined ? undefined : resolvePropertyName(home, property);
      const candidates = filterDevices(home, { room, kind, properties, only }, now);
      const scored = text === undefined ? all(candidates) : matching(candidates, text);
      const from = after === undefined ? undefined : resolveDevice(home, after, here).handle;
      const { shown, rest } = pageOf(scored, ({ device }) => device.handle, from, limit);
      const content = contentResult({
        devices: shown.map(({ device }) => describe(home, device, shown.length <= DETAILED)),
        ...rest,
        ...(scored.length === 0 && {
          rooms: home.layout.rooms.slice(0, 60).map((each) => each.id),
          kinds: [...new Set(home.devices.map((device) => device.spec.kind))].sort(),
        }),
      });
      const fitting = shown.filter(({ score }) => score >= FITTING);
      const names = fitting.map(({ device }) => nameIn(language, device));
      return {
        ...content,
        read: {
          devices: [],
          found: shown.map(({ device }) => device.id),
          tell: () => turnText(names.length > 0 ? "found" : "foundNothing", language, { names }),
        },
      };
    },
  });
}

function describe(home: HomeView, device: Device, detailed: boolean): object {
  const { handle, name, aliases, room, spec, online } = device;
  const members = device.members.flatMap((id) => home.device(id)?.handle ?? []).slice(0, MAX_MEMBERS);
  const group = members.length > 0 ? { members } : {};
  const away = online === false ? { online } : {};
  const brief = { handle, name, room: room?.id ?? null, kind: spec.kind, ...away, ...group };
  return detailed ? { ...brief, aliases: aliases.slice(0, 8), ...specOutline(spec) } : brief;
}

function sorted(devices: readonly Device[]): Device[] {
  return [...devices].sort((a, b) => (a.handle < b.handle ? -1 : 1));
}

interface Scored {
  readonly device: Device;
  readonly score: number;
}

function all(devices: readonly Device[]): Scored[] {
  return sorted(devices).map((device) => ({ device, score: FITTING }));
}

function matching(devices: readonly Device[], text: string): Scored[] {
  const scored = sorted(devices)
    .map((device) => ({
      device,
      score: Math.max(
        ...[device.handle, ...kindNames(device.spec.kind), ...namesWithRoom(device)].map((name) =>
          closeness(text, name),
        ),
      ),
    }))
    .filter(({ score }) => score >= ALIKE)
    .sort((a, b) => b.score - a.score);
  const best = scored[0]?.score ?? 0;
  return scored.filter(({ score }) => score >= best / 2);
}

/** The closeness of a name, 0 to 2: equal names have 2; names that contain each other come before similar ones. */
function closeness(text: string, name: string): number {
  const wanted = text.trim().toLowerCase();
  const given = name.toLowerCase();
  if (wanted === given) return 2;
  const contained = wanted !== "" && given !== "" && (given.includes(wanted) || wanted.includes(given));
  return likeness(wanted, given) + (contained ? 1 : 0);
}
