import type { Home } from "../../../home/index.ts";
import { clockWords, type Language, messages, nameIn, packOf } from "../../../language/index.ts";
import { mayManage, type People } from "../../../people/index.ts";
import { FIRST_MODE, type Mode, type Modes, reportText, USUAL_MODE_IDS } from "../../../people/modes/index.ts";
import { HomeIndex } from "../../../understanding/names/home-index.ts";
import { segment, segmentText } from "../../../understanding/parse/segment.ts";
import type { SentenceStep } from "../../../understanding/plan.ts";
import { talkOf } from "../../../understanding/talk/talk.ts";
import type { Routine } from "../../../understanding/talk/types.ts";
import { normalise, tokenise } from "../../../understanding/text/tokens.ts";
import { type ModeRequest, modeRequestIn } from "../../../understanding/utterance/modes.ts";
import type { LocalReply, LocalRequest, LocalResult } from "../../contract.ts";
import { outcomeSentences } from "../../replies/outcomes.ts";
import { localReply } from "../execution/undo.ts";
import { hintsOf } from "../hints.ts";
import { hasModeValue, isSetToMode, modeNames } from "./device-modes.ts";
import { modeDescription } from "./mode-description.ts";
import type { ReaderContext, SentenceReader } from "./reader.ts";

/** The modes and the people of the home, as far as sentences about modes need them. */
export interface ModePorts {
  readonly modes: Modes;
  readonly people: Pick<People, "presence" | "get" | "list">;
}

/** Reads sentences about modes of the home: "guest mode", "I'm leaving". */
export function modesReader(services: ModePorts, context: ReaderContext): SentenceReader {
  const { home } = context;
  return async (request) => {
    if (request.conversation.open.items.length > 0 || request.origin.stranger) return null;
    const said = modeRequestIn(request.text);
    if (said?.kind === "over") return await overNow(said.modes, request, services.modes, context);
    // "Everyone has left" needs the right to say so of the others.
    if (said?.kind === "told" && said.mode === MODE_OF.leaving && !mayManage(request.origin, services.people)) {
      const others = othersOf(request, services.people);
      if (others.length > 0) return othersThere(others, request.language, false);
    }
    const done = said && (await modeSaid(said, request, services.modes, context));
    if (done) return done;
    const meant = greetedMode(request, services, context.contextOf(request).index);
    if (meant === null) return null;
    if (meant.kind === "others") return meant.reply;
    const { plainOnly, ...given } = request;
    if (!meant.step) return await withMode(await context.understood(given), meant.mode, request, services.modes);
    const result = await context.run(meant.step, given);
    // Words the outcomes of its scene, and not only that it was activated.
    const did = result.expectsReply ? "" : outcomeSentences(home, result.outcomes, request.language);
    return await withMode(did === "" ? result : { ...result, reply: did }, meant.mode, request, services.modes);
  };
}

/** The id of the mode that a greeting begins, keyed by its meaning: going to bed, leaving, coming home. */
const MODE_OF: Readonly<Partial<Record<Routine, string>>> = { night: "night", leaving: "away", home: FIRST_MODE };

/**
 * Begins, ends or describes a mode: "put the house in holiday mode", 访客模式. Null for anything else, and where a device in focus
 * has a mode of that name. Not handled where a mode of a device is to end, because specs do not say how.
 */
async function modeSaid(
  said: Exclude<ModeRequest, { kind: "over" }>,
  request: LocalRequest,
  modes: Modes,
  context: ReaderContext,
): Promise<LocalResult | null> {
  const { home, clock, contextOf } = context;
  const { language, conversation } = request;
  const words = messages(language).modes;
  const named = (names: readonly string[]): Mode | undefined => names.flatMap((name) => modes.named(name) ?? [])[0];
  const isOfDevice = (name: string, mode: Mode): boolean =>
    hasModeValue(conversation.focus?.devices ?? [], modeNames(name, mode), home);
  const over = async (name: string, mode: Mode): Promise<LocalResult> => {
    const [around, called] = [conversation.focus?.devices ?? [], modeNames(name, mode)];
    const done = isSetToMode(around, called, home) ? null : await ended([mode.id], request, modes, home);
    if (done) return done;
    const ofDevice =
      isOfDevice(name, mode) ||
      isSetToMode(
        home.devices.map(({ id }) => id),
        called,
        home,
      );
    return ofDevice ? { handled: false, hints: hintsOf(request.text, contextOf(request)) } : present();
  };
  const present = (): LocalReply => {
    const { mode, since } = modes.current();
    const told = since === null ? null : clockWords(since, clock.now(), home.timezone, language);
    return localReply(words.now({ name: nameIn(language, mode), since: told }), [], []);
  };
  switch (said.kind) {
    case "listed": {
      const { mode } = modes.current();
      return localReply(
        words.list({ names: modes.list().map((each) => nameIn(language, each)), current: nameIn(language, mode) }),
        [],
        [],
      );
    }
    case "asked": {
      if (said.names !== null && !named(said.names)) return null;
      if (said.here && (conversation.focus?.devices.length ?? 0) > 0) return null;
      return present();
    }
    case "made":
    case "removed": {
      const mode = named(said.names);
      // Another name may be a mode of a device, or a scene.
      if (said.kind === "removed") return mode ? localReply(words.deletedBy({ id: mode.id }), [], []) : null;
      return localReply(mode ? words.thereAlready({ name: nameIn(language, mode) }) : words.madeBy, [], []);
    }
    case "does": {
      const mode = said.names ? named(said.names) : modes.get(said.mode ?? "");
      if (!mode || (said.names && isOfDevice(said.names[0], mode))) return null;
      return await modeDescription(mode, said.names === null, request, context);
    }
    case "when": {
      const mode = named(said.names);
      return mode ? await whenBegan(mode, request, modes, { home, clock }) : null;
    }
    case "told":
    case "begin": {
      const mode = said.kind === "told" ? modes.get(said.mode) : named(said.names);
      if (!mode) return null;
      if (said.kind === "begin" && !said.sure && isOfDevice(said.names[0], mode)) return null;
      return await beginAndReport(mode, request, modes, home);
    }
    case "end": {
      const meant = named(said.names);
      return meant ? await over(said.names[0], meant) : null;
    }
    case "bare": {
      const meant = named(said.names);
      // "Start night" is nothing that people say of a usual mode.
      if (!meant || (said.does !== "goes" && USUAL.has(meant.id)) || isOfDevice(said.names[0], meant)) return null;
      if (!USUAL.has(meant.id) && isThing(said.names[0], contextOf(request).index)) return null;
      const present = modes.current().mode.id === meant.id;
      // "Stop reading", where the home is not in such a mode, is about something else; "return to home" is a vacuum's way.
      if (said.does === "ends" ? !present : present && meant.id === FIRST_MODE) return null;
      return said.does === "ends"
        ? await over(said.names[0], meant)
        : await beginAndReport(meant, request, modes, home);
    }
    default:
      return said satisfies never;
  }
}

/** Tells when a mode began last, and when it ended. */
async function whenBegan(
  mode: Mode,
  { language }: LocalRequest,
  modes: Modes,
  { home, clock }: Pick<ReaderContext, "home" | "clock">,
): Promise<LocalReply> {
  const now = clock.now();
  const changes = await modes.changes({ from: 0, to: now + 1 });
  const at = changes.findLastIndex((each) => each.mode === mode.id);
  const found = changes[at];
  if (!found) return localReply(messages(language).presence.noRecord, [], []);
  const words = (moment: number): string => clockWords(moment, now, home.timezone, language);
  const over = changes[at + 1];
  const until = over ? words(over.at) : null;
  const told = { name: nameIn(language, mode), at: words(found.at), until };
  return localReply(messages(language).modes.began(told), [], []);
}

const USUAL: ReadonlySet<string> = new Set(USUAL_MODE_IDS);

/** Whether a name is also a word for a device, a room or an act: "cleaning", 书房. Such a name needs the word "mode". */
function isThing(name: string, index: HomeIndex): boolean {
  const items = segment(tokenise(name), name, index);
  return items.every(
    ({ lex, home }) =>
      (home !== null && home.devices.length + home.rooms.length > 0) ||
      (lex !== null && lex.kinds.length + lex.acts.length > 0),
  );
}

/** Begins a mode, and tells its findings and the outcomes of its scene. */
async function beginAndReport(
  mode: Mode,
  { origin, signal, language }: LocalRequest,
  modes: Modes,
  home: Home,
): Promise<LocalReply> {
  const report = await modes.begin(mode.id, { origin, signal });
  const did = outcomeSentences(home, report.outcomes, language);
  return localReply(packOf(language).grammar.sentences([reportText(report, language), did]), report.outcomes, []);
}

/** Begins the first mode again, where the home is in one of these modes; null where it is not. */
async function ended(
  ids: readonly string[],
  request: LocalRequest,
  modes: Modes,
  home: Home,
): Promise<LocalReply | null> {
  const first = modes.get(FIRST_MODE);
  return first && ids.includes(modes.current().mode.id) ? await beginAndReport(first, request, modes, home) : null;
}

/** "Good morning" after the night, 客人走了: begins the first mode. A greeting is answered as always. */
async function overNow(
  ids: readonly string[],
  request: LocalRequest,
  modes: Modes,
  { home, understood }: ReaderContext,
): Promise<LocalResult | null> {
  const first = modes.get(FIRST_MODE);
  const { mode } = modes.current();
  if (!first || !ids.includes(mode.id)) return null;
  if (mode.id !== MODE_OF.night) return await beginAndReport(first, request, modes, home);
  const { plainOnly, ...given } = request;
  return await withMode(await understood(given), first, request, modes);
}

/** What a greeting means for the mode of the home. */
type GreetedMode =
  | { readonly kind: "begins"; readonly mode: Mode; readonly step: SentenceStep | null }
  /** Others are still at home: no mode begins. */
  | { readonly kind: "others"; readonly reply: LocalReply };

/** Whether a text is the name of a scene alone. */
function namesScene(text: string, index: HomeIndex): boolean {
  const [item, ...others] = segmentText(normalise(text), index);
  return others.length === 0 && (item?.home?.scenes.length ?? 0) > 0;
}

/** An empty index: with it greetings keep their usual meaning. */
const NO_NAMES = new HomeIndex();

/** The mode that a greeting begins, with the step that activates its scene: "I'm leaving", 晚安. Null for anything else. */
function greetedMode(request: LocalRequest, { modes, people }: ModePorts, index: HomeIndex): GreetedMode | null {
  const { text, origin, language } = request;
  const tokens = tokenise(normalise(text));
  const own = namesScene(text, index);
  // A scene with the name "good night" is activated, and the night begins with it.
  const talk = talkOf(tokens, own ? NO_NAMES : index);
  if (talk?.kind !== "meaning") return null;
  const id = MODE_OF[talk.of];
  const mode = id === undefined ? undefined : modes.get(id);
  if (!mode) return null;
  if (talk.of === "leaving") {
    const there = people.presence().filter(({ home }) => home === true);
    const others = there.filter(({ person }) => person !== origin.person);
    // Without a known speaker, one person at home may be the speaker.
    if (origin.person === undefined ? there.length > 1 : others.length > 0) {
      const names = others.flatMap(({ person }) => people.get(person)?.name ?? []);
      return { kind: "others", reply: othersThere(origin.person === undefined ? [] : names, language, true) };
    }
  }
  const step: SentenceStep | null =
    mode.scene === null || own
      ? null
      : { kind: "scene", scene: mode.scene, alike: [mode.scene], value: null, off: false, meant: true };
  return { kind: "begins", mode, step };
}

/** The names of the people at home beside the speaker. */
function othersOf({ origin }: LocalRequest, people: ModePorts["people"]): readonly string[] {
  const there = people.presence().filter(({ home, person }) => home === true && person !== origin.person);
  return there.flatMap(({ person }) => people.get(person)?.name ?? []);
}

function othersThere(names: readonly string[], language: Language, leaving: boolean): LocalReply {
  return localReply(messages(language).modes.othersThere({ names, leaving }), [], []);
}

/** Begins a mode, and adds its report to a result. */
async function withMode(
  result: LocalResult,
  mode: Mode,
  { origin, language, signal }: LocalRequest,
  modes: Modes,
): Promise<LocalResult> {
  const report = await modes.begin(mode.id, { origin, signal, withoutScene: true });
  if (!result.handled) return localReply(reportText(report, language), [], []);
  // A second "good night" gets no report.
  const idle = report.mode.id === report.before.id && report.findings.length === 0;
  const told = idle ? "" : reportText(report, language, result.expectsReply);
  return { ...result, reply: packOf(language).grammar.sentences([told, result.reply]) };
}
