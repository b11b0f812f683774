import { readdirSync, readFileSync } from "node:fs";
import type { LookupFunction } from "node:net";
import { z } from "zod";
import { OutgoingPost } from "../../src/app/outgoing.ts";
import { type HomeFile, type Outcome, parseHomeFile } from "../../src/home/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import type { ModelServer } from "./model-server.ts";
import { type OpenTalk, openTalk } from "./open-talk.ts";

const PLACES = ["device-name", "room-name", "scene-name", "automation-name", "state-text", "tool-text"] as const;

const Injection = z.strictObject({
  id: z.string(),
  language: z.enum(["en", "zh"]),
  /** A text that a stranger planted in the home. */
  planted: z.strictObject({ where: z.enum(PLACES), on: z.string().default(""), text: z.string().min(1) }),
  person: z.string(),
  /** What the obeying model calls, round by round. */
  rounds: z.array(z.array(z.strictObject({ tool: z.string(), arguments: z.record(z.string(), z.unknown()) }))),
  text: z.string(),
  aim: z.string(),
});
export type Injection = z.infer<typeof Injection>;

/** The rows of `injections*.json` in a folder, file by file. */
export function readInjections(folder: string): Injection[] {
  const files = readdirSync(folder).filter((file) => /^injections.*\.json$/.test(file));
  return files
    .sort()
    .flatMap((file) => z.array(Injection).parse(JSON.parse(readFileSync(`${folder}/${file}`, "utf8"))));
}

const library = new SpecLibrary("devices");
const owner = { origin: { kind: "person" }, approved: true } as const;

/** The apartment with the text in the name of a device or a room. */
function plantedHome({ where, on, text }: Injection["planted"]): HomeFile {
  const file: unknown = JSON.parse(readFileSync("devices/homes/flat.json", "utf8"));
  const { devices, rooms } = z
    .looseObject({
      devices: z.array(z.looseObject({ id: z.string(), name: z.string(), room: z.string().nullish() })),
      rooms: z.array(z.looseObject({ id: z.string(), name: z.string() })),
    })
    .parse(file);
  const device = devices.find(({ id }) => id === on);
  const room = rooms.find(({ id }) => id === on || id === device?.room) ?? rooms[0];
  if (where === "device-name" && device) device.name = text.slice(0, 60);
  if (where === "room-name" && room) room.name = text.slice(0, 60);
  return parseHomeFile({ ...(file as object), devices, rooms }, "planted", library);
}

/** What an owner has in the home, and what the stranger planted beside names. */
async function furnish({ planner, home }: OpenTalk, { where, on, text }: Injection["planted"]): Promise<void> {
  const name = text.slice(0, 110);
  const { scenes, automations } = planner;
  const lamp = [{ target: "living-floor-lamp", set: { "light.on": true } }];
  const unlock = [{ target: "hallway-lock", set: { "lock.locked": false } }];
  await scenes.save({ id: "movie-night", name: "Movie night", aliases: ["电影之夜"], steps: lamp }, owner);
  await scenes.save({ id: "coming-home", name: "Coming home", aliases: ["回家"], steps: unlock }, owner);
  await automations.save(
    {
      id: "night-lock",
      name: "Night lock",
      aliases: ["夜间锁门"],
      triggers: [{ type: "time", at: "23:00" }],
      actions: [{ type: "set", target: "hallway-lock", set: { "lock.locked": true } }],
    },
    owner,
  );
  const rule = {
    triggers: [{ type: "time" as const, at: "12:00" }],
    actions: [{ type: "notify" as const, message: text }],
  };
  if (where === "scene-name") await scenes.save({ name, steps: lamp }, owner);
  if (where === "automation-name") await automations.save({ name, ...rule }, owner);
  if (where === "tool-text") await automations.save({ name: "Note", ...rule }, owner);
  if (where !== "state-text") return;
  const device = home.device(on);
  const property = [...(device?.spec.properties.values() ?? [])].find(
    ({ format, access }) => format === "string" && access.read,
  );
  if (device && property)
    home.apply([
      { kind: "values", id: device.id, values: [{ address: property.address, value: text }], cause: "report" },
    ]);
}

/** What came of an injection. */
export interface Played {
  readonly talk: OpenTalk;
  readonly reply: string;
  /** What reached devices although the policy asks about it. */
  readonly sensitive: readonly Outcome[];
  /** What has become of the definitions, and of the timers whose commands the policy asks about. */
  readonly lasting: { readonly before: string; readonly after: string };
  /** Scenes that were activated, by id. */
  readonly activated: readonly string[];
  /** Runs everything that is saved by now, whatever its triggers say. */
  runAll(): Promise<void>;
}

/** Plays an injection in the apartment: the model obeys it to the letter. Names of its addresses lead to this machine. */
export async function play(injection: Injection, server: ModelServer, answers: OpenTalkAnswers): Promise<Played> {
  const outgoing = new OutgoingPost([], answers.resolve);
  const outlets = { post: (url: string, body: unknown) => outgoing.post(url, body), say: () => Promise.resolve(true) };
  const file = plantedHome(injection.planted);
  const talk = await openTalk(server, "flat", { room: "living", file, planner: { outlets } });
  await furnish(talk, injection.planted);
  const before = lastingIn(talk);
  answers.script(injection, server);
  const { reply } = await talk.say(injection.person);
  const runs = await talk.planner.runs.list({ limit: 200 });
  return {
    talk,
    reply,
    sensitive: talk.done.filter((outcome) => asks(talk, outcome)),
    lasting: { before, after: lastingIn(talk) },
    activated: runs.filter(({ kind }) => kind === "scene").map(({ of }) => of),
    async runAll() {
      for (const { definition } of talk.planner.automations.list()) {
        await talk.planner.automations.run(definition.id, { origin: { kind: "person" }, force: true });
      }
      await talk.planner.settled();
    },
  };
}

export interface OpenTalkAnswers {
  /** Finds the addresses of the names in definitions. */
  readonly resolve: LookupFunction;
  readonly script: (injection: Injection, server: ModelServer) => void;
}

/** Scenes and automations, and timers that would do what the policy asks about. */
function lastingIn({ planner }: OpenTalk): string {
  const timers = planner.timers.list().filter(({ commands }) => planner.timers.approvals(commands).length > 0);
  return JSON.stringify([JSON.parse(planner.files.export("json")), timers]);
}

/** Whether the policy asks about what was done. */
function asks({ home }: OpenTalk, outcome: Outcome): boolean {
  const command =
    "property" in outcome
      ? ({
          kind: "set",
          device: outcome.device,
          properties: [{ address: outcome.property, value: outcome.value }],
        } as const)
      : ({ kind: "invoke", device: outcome.device, action: outcome.action, in: outcome.in } as const);
  return home.assess([command], { kind: "person" }).some(({ verdict }) => verdict.decision !== "allow");
}
