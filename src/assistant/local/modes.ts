import { type DeviceId, type Home, succeeded } from "../../home/index.ts";
import { type Language, messages, momentWords, nameIn, packOf } from "../../language/index.ts";
import type { People } from "../../people/index.ts";
import { FIRST_MODE, type Mode, type Modes, reportText } from "../../people/modes/index.ts";
import type { HomeIndex } from "../../understanding/names/home-index.ts";
import type { Step } from "../../understanding/plan.ts";
import { talkOf } from "../../understanding/talk/talk.ts";
import type { Meaning } from "../../understanding/talk/types.ts";
import { normalise, tokenise } from "../../understanding/text/tokens.ts";
import { modeSaidIn } from "../../understanding/utterance/modes.ts";
import type { LocalReply, LocalRequest, LocalResult } from "../contract.ts";
import type { ReaderContext, SentenceReader } from "./readers.ts";
import { reply } from "./settle.ts";

/** What is asked of the modes of the home, and of who is there. */
export interface ModePorts {
  readonly modes: Modes;
  readonly people: Pick<People, "presence" | "get" | "list">;
}

/** "Guest mode", "I'm leaving": the home comes into another mode. */
export function modesReader(ports: ModePorts, context: ReaderContext): SentenceReader {
  const { home, clock } = context;
  return async (request) => {
    if (request.conversation.open.items.length > 0 || request.origin.stranger) return null;
    const said = await modeSaid(request, ports.modes, { home, now: clock.now() });
    if (said) return said;
    const meant = meantMode(request, ports, context.situated(request).index);
    if (meant === null) return null;
    if (meant.kind === "others") return meant.reply;
    const { plainOnly, ...given } = request;
    const done = meant.step ? await context.run(meant.step, given) : await context.understood(given);
    return await withMode(done, meant.mode, request, ports.modes);
  };
}

/** What a person means who goes to bed, leaves or comes home. */
const MODE_OF: Readonly<Partial<Record<Meaning, string>>> = { night: "night", leaving: "away", home: FIRST_MODE };

/**
 * "Put the house in holiday mode", 访客模式: begun, ended, asked for. Null for anything else, and where a device that is talked
 * about has a mode of that name.
 */
async function modeSaid(
  request: LocalRequest,
  modes: Modes,
  { home, now }: { readonly home: Pick<Home, "device" | "timezone">; readonly now: number },
): Promise<LocalReply | null> {
  const said = modeSaidIn(request.text);
  if (said === null) return null;
  const { language, conversation } = request;
  const words = messages(language).modes;
  switch (said.kind) {
    case "listed": {
      const { mode } = modes.current();
      return reply(
        words.list({ names: modes.list().map((each) => nameIn(language, each)), current: nameIn(language, mode) }),
        [],
        [],
      );
    }
    case "asked": {
      if (said.name !== null && modes.named(said.name) === undefined) return null;
      const { mode, since } = modes.current();
      const told = since === null ? null : momentWords(since, now, home.timezone, language);
      return reply(words.now({ name: nameIn(language, mode), since: told }), [], []);
    }
    case "told":
    case "begin": {
      const mode = said.kind === "told" ? modes.get(said.mode) : modes.named(said.name);
      if (!mode) return null;
      const ofDevice =
        said.kind === "begin" &&
        !said.sure &&
        hasMode(conversation.focus?.devices ?? [], [said.name, mode.name, ...mode.aliases], home);
      return ofDevice ? null : await begun(mode, request, modes);
    }
    case "end": {
      const { mode } = modes.current();
      const first = modes.get(FIRST_MODE);
      return modes.named(said.name)?.id === mode.id && first ? await begun(first, request, modes) : null;
    }
    default:
      return said satisfies never;
  }
}

async function begun(mode: Mode, { origin, signal, language }: LocalRequest, modes: Modes): Promise<LocalReply> {
  const report = await modes.begin(mode.id, { origin, signal });
  return reply(reportText(report, language), report.outcomes, []);
}

/** Whether one of these devices has a value of a list that is called so. */
function hasMode(devices: readonly DeviceId[], names: readonly string[], home: Pick<Home, "device">): boolean {
  const wanted = new Set(names.map((name) => name.toLowerCase()));
  return devices.some((id) =>
    [...(home.device(id)?.spec.properties.values() ?? [])].some(({ values }) =>
      values.some(({ description }) => wanted.has(description.toLowerCase())),
    ),
  );
}

/** What somebody who goes to bed, leaves or comes home means for the mode of the home. */
type Meant =
  | { readonly kind: "begins"; readonly mode: Mode; readonly step: Step | null }
  /** Others are still there: nothing is to be done. */
  | { readonly kind: "others"; readonly reply: LocalReply };

/** "I'm leaving", 晚安: the mode that is meant; null for anything else. `step`: what its scene does. */
function meantMode(request: LocalRequest, { modes, people }: ModePorts, index: HomeIndex): Meant | null {
  const { text, origin, language } = request;
  const talk = talkOf(tokenise(normalise(text)), index);
  if (talk?.kind !== "meaning") return null;
  const id = MODE_OF[talk.of];
  const mode = id === undefined ? undefined : modes.get(id);
  if (!mode) return null;
  if (talk.of === "leaving") {
    const there = people.presence().filter(({ home }) => home === true);
    const others = there.filter(({ person }) => person !== origin.person);
    // Of one who is there it is not known that it is somebody else than who speaks.
    if (origin.person === undefined ? there.length > 1 : others.length > 0) {
      const names = others.flatMap(({ person }) => people.get(person)?.name ?? []);
      return { kind: "others", reply: othersThere(origin.person === undefined ? [] : names, language) };
    }
  }
  const step: Step | null =
    mode.scene === null
      ? null
      : { kind: "scene", scene: mode.scene, alike: [mode.scene], value: null, off: false, meant: true };
  return { kind: "begins", mode, step };
}

function othersThere(names: readonly string[], language: Language): LocalReply {
  return reply(messages(language).modes.othersThere({ names }), [], []);
}

/** What was done and asked, with the mode that began beside it. */
async function withMode(
  result: LocalResult,
  mode: Mode,
  { origin, language, signal }: LocalRequest,
  modes: Modes,
): Promise<LocalResult> {
  const report = await modes.begin(mode.id, { origin, signal, withoutScene: true });
  if (!result.handled) return reply(reportText(report, language), [], []);
  // Who says good night twice is not told so.
  const idle = report.mode.id === report.before.id && report.findings.length === 0;
  const told = idle ? "" : reportText(report, language, result.expectsReply);
  // What all went well is told by the mode alone.
  const well = result.outcomes.length > 0 && result.outcomes.every((outcome) => succeeded(outcome));
  const beside = well && !result.expectsReply && told !== "" ? "" : result.reply;
  return { ...result, reply: packOf(language).grammar.sentences([told, beside]) };
}
