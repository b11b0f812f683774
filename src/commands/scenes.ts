import { z } from "zod";
import { ChangeBody, DefinitionBody, SavedSceneBody } from "../api/plan-schemas.ts";
import { ExecutionBody } from "../api/schemas.ts";
import { JiaError, succeeded } from "../home/index.ts";
import { message, messages } from "../language/index.ts";
import { CONNECT_FLAGS, withJia } from "./client/connect.ts";
import { defineCommand, type ExitCode } from "./command.ts";
import { type DefinitionCall, fileVerb, PRUNE_FLAG, savedVerb } from "./definitions/verbs.ts";
import { JSON_FLAG, listing, printer } from "./line/answer.ts";
import { missingArgument, requireVerb } from "./line/verbs.ts";
import { cut } from "./terminal/layout.ts";
import { changedPropertyWords, devicesOfOutcomes, knownDevices, outcomeLine } from "./words/outcomes.ts";
import { savedProblemLines } from "./words/saved-problems.ts";

type SceneCall = DefinitionCall<{
  readonly yes: boolean;
  readonly json: boolean;
  readonly with: readonly string[];
  readonly room: string | undefined;
}>;

const VERBS = ["list", "show", "activate", "preview", "undo", "delete", "snapshot", "export", "diff", "import"];

export const scenes = defineCommand({
  name: "scenes",
  summary: message("definitions.scenesSummary"),
  usage: "[VERB [ID|FILE]]",
  details: message("definitions.scenesDetails"),
  examples: ["jia scenes activate movie-night --with brightness=10"],
  places: [VERBS],
  positionals: { min: 0, max: 2 },
  flags: {
    with: {
      kind: "text",
      multiple: true,
      value: "NAME=VALUE",
      about: message("definitions.sceneParameter"),
    },
    room: { kind: "text", value: "ROOM", about: message("definitions.sceneRoom") },
    yes: { kind: "switch", about: message("definitions.sceneYes") },
    ...PRUNE_FLAG,
    ...JSON_FLAG,
    ...CONNECT_FLAGS,
  },
  run({ flags, positionals: [verb = "list", name] }, context) {
    requireVerb("scenes", verb, VERBS);
    return withJia(flags, context, async (client) => {
      const asked = { command: "scenes" as const, verb, name, flags, client, context, print: printer(flags, context) };
      return (await fileVerb(asked)) ?? (await (verb === "snapshot" ? takeSnapshot(asked) : perform(asked)));
    });
  },
});

async function perform(asked: SceneCall): Promise<ExitCode> {
  const { verb, name, flags, client, context, print } = asked;
  const { signal, language, style } = context;
  const { definitions } = messages(language);
  if (verb === "list") {
    const body = { scenes: await client.all("/api/scenes", "scenes", SavedSceneBody, signal) };
    const rows = body.scenes.map(({ definition, description, heldBack }) => [
      String(definition["id"]),
      cut(heldBack === null ? description : `${style.warn(heldBack)} ${description}`, LISTED),
    ]);
    print(body, () => [
      ...listing(definitions.noScenes, definitions.scenesHeading, rows, context, [0]),
      ...savedProblemLines("scene", body.scenes, language, style),
    ]);
    return 0;
  }
  if (name === undefined) throw missingArgument(`scenes ${verb} ID`);
  const path = `/api/scenes/${encodeURIComponent(name)}`;
  const done = await savedVerb(asked, path, SavedSceneBody);
  if (done !== null) return done;
  switch (verb) {
    case "preview": {
      const answer = z.object({ changes: z.array(ChangeBody) });
      const body = await client.send(
        "POST",
        `${path}/preview`,
        { parameters: parametersOf(flags.with) },
        answer,
        signal,
      );
      const known = await knownDevices(flags.json ? [] : body.changes.map(({ id }) => id), client, signal);
      print(body, () =>
        body.changes.length > 0
          ? body.changes.map(({ device, id, property, before, after }) => {
              const change = changedPropertyWords(property, before, after, known.get(id), context);
              return `${style.bold(device)}  ${change}`;
            })
          : [definitions.nothingWouldChange],
      );
      return 0;
    }
    case "activate":
    case "undo": {
      const given = verb === "activate" ? { parameters: parametersOf(flags.with) } : undefined;
      const query = verb === "activate" && flags.yes ? "?approved=true" : "";
      const body = await client.send("POST", `${path}/${verb}${query}`, given, ExecutionBody, signal);
      const known = await devicesOfOutcomes(flags.json ? [] : body.outcomes, client, signal);
      print(body, () =>
        body.outcomes.length > 0
          ? body.outcomes.map((outcome) => outcomeLine(outcome, known, context))
          : [definitions.nothingToChange],
      );
      return body.outcomes.every(succeeded) ? 0 : 1;
    }
    default:
      throw missingArgument("scenes VERB");
  }
}

/** How many characters of a scene's description the list shows; `scenes show` shows all. */
const LISTED = 100;

/** Saves the present state as a scene. */
async function takeSnapshot({ name, flags, client, context, print }: SceneCall): Promise<ExitCode> {
  const { room } = flags;
  const { signal } = context;
  if (name === undefined) throw missingArgument("scenes snapshot NAME");
  const devices = await client.devices({ room }, signal);
  const target =
    room === undefined
      ? { devices: devices.filter(({ kind }) => EVERYDAY.has(kind)).map(({ handle }) => handle) }
      : { room };
  const draft = await client.send("POST", "/api/scenes/snapshot", { name, target }, DefinitionBody, signal);
  const saved = await client.send("POST", "/api/scenes", draft, SavedSceneBody, signal);
  print(saved, () => [saved.description]);
  return 0;
}

/** Kinds of devices in a snapshot of the whole home. */
const EVERYDAY: ReadonlySet<string> = new Set([
  "light",
  "curtain",
  "air-conditioner",
  "heater",
  "thermostat",
  "fan",
  "humidifier",
  "air-purifier",
  "outlet",
  "switch",
]);

/** Parameters from words: `brightness=10` → `{brightness: 10}`; numbers, true and false get their types. */
function parametersOf(given: readonly string[]): Record<string, string | number | boolean> {
  return Object.fromEntries(
    given.map((text) => {
      const at = text.indexOf("=");
      if (at < 1) throw new JiaError("usage", { detail: message("definitions.notParameter", { given: text }) });
      const value = text.slice(at + 1);
      if (value === "true" || value === "false") return [text.slice(0, at), value === "true"];
      return [text.slice(0, at), value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : value];
    }),
  );
}
