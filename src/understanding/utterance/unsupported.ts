import { handOnDecision, type SentenceDecision } from "../decision/decide.ts";
import type { DialogueContext } from "../ground/context.ts";
import { ofLanguages } from "../languages.ts";
import { exactMatch } from "../lexicon/lexicon.ts";
import type { HomeIndex } from "../names/home-index.ts";
import type { Frame } from "../parse/frame.ts";
import { isMark, playsAnyRole, playsRole } from "../parse/items.ts";
import { segmentText } from "../parse/segment.ts";
import type { DoStep, SentenceStep } from "../plan.ts";
import { Patterns } from "../text/patterns.ts";
import { tokenise } from "../text/tokens.ts";
import { hasEffect } from "./asked-only.ts";
import type { UnsupportedForms } from "./forms/unsupported.ts";

const formsOf = (key: keyof UnsupportedForms): (() => Patterns) =>
  ofLanguages((languages) => new Patterns(languages.flatMap(({ unsupported }) => unsupported?.[key] ?? [])));

const compares = formsOf("compares");
const picks = formsOf("picks");
const sets = formsOf("sets");
const owns = formsOf("owns");
const unless = formsOf("unless");
const waits = formsOf("waits");
const reckons = formsOf("reckons");
const causes = formsOf("causes");

/** Whether a text takes a value from another thing: "as bright as the ceiling light". */
export function comparesValues(text: string): boolean {
  return compares().test(text);
}

/** Whether a text is about "my room", and this home has no room of that name. */
function saysOwnRoom(text: string, index: HomeIndex): boolean {
  return owns()
    .in(text)
    .some((pattern) => {
      const [said] = pattern.exec(text) ?? [];
      return said !== undefined && (exactMatch(index.trie, tokenise(said))?.rooms.length ?? 0) === 0;
    });
}

/** Whether a text selects things by their state, so that no part of it is a mere remark. */
export function selectsByState(text: string): boolean {
  return picks().test(text.toLowerCase());
}

/** Whether a question may ask for a cause, though it is read as one for a state. */
export function mayAskWhy(text: string): boolean {
  return causes().test(text.toLowerCase());
}

/**
 * Hands a sentence on if it says more than was read: a value taken from another thing, things selected by their state, a
 * question for more than a property. Other decisions are returned unchanged.
 */
export function handOnUnsupported(
  said: string,
  decision: SentenceDecision,
  context: DialogueContext,
): SentenceDecision {
  const { understanding } = decision;
  if (understanding.kind !== "plan") return decision;
  const text = said.toLowerCase();
  const { steps, frames } = understanding;
  const answers = steps.some(({ kind }) => kind === "answer" || kind === "why");
  // "Twice as bright", "half of that" are supported.
  const reckoned = frames.some(({ factor }) => factor !== null);
  const refused = steps.some((step) => step.kind === "refuse");
  const beyond =
    ((hasEffect(understanding) || refused) && !reckoned && compares().test(text)) ||
    (hasEffect(understanding) && picks().test(text)) ||
    ((hasEffect(understanding) || refused) && !makesScene(understanding.steps) && sets().test(text)) ||
    (hasEffect(understanding) && saysOwnRoom(text, context.index)) ||
    (steps.some(isKept) && unless().test(text)) ||
    (answers && reckons().test(text)) ||
    steps.some(
      (step) => step.kind === "do" && (isByItself(step) || stopsUnsaid(step, said, context) || waits().test(text)),
    );
  return beyond ? handOnDecision("not understood") : decision;
}

/**
 * Whether a bare "stop" would stop a device that the text does not mention: "stop, I haven't put any water in",
 * 这空调再吹一会儿就够了，停掉. Devices in focus, or named beside it, are allowed.
 */
function stopsUnsaid({ frame, doings }: DoStep, said: string, { index, focus }: DialogueContext): boolean {
  if (!isBareStop(frame) || doings.every(({ target }) => focus.devices.includes(target.indexed.device.id)))
    return false;
  const done = doings.map(({ target }) => target.indexed);
  const beside = segmentText(said, index).filter(
    (item) => !isMark(item) && !playsAnyRole(item, IDLE) && !frame.items.some(({ text }) => text === item.text),
  );
  return (
    beside.length > 1 &&
    !beside.some(
      ({ home, lex }) =>
        done.some(({ device }) => home?.devices.includes(device.id)) ||
        done.some((indexed) => lex?.kinds.some((kind) => index.isKind(indexed, kind) !== null)),
    )
  );
}

/** Whether the steps make a scene. */
function makesScene(steps: readonly SentenceStep[]): boolean {
  return steps.some(({ kind }) => kind === "make-scene" || kind === "keep-scene");
}

/** Whether a step is stored for later. */
function isKept({ kind }: SentenceStep): boolean {
  return kind === "later" || kind === "whenever" || kind === "timer";
}

/** Whether a command says that the device shall do it by itself, and so not now: 下雨了自动关窗. */
function isByItself({ frame }: DoStep): boolean {
  return frame.items.some((item) => playsRole(item, "filler") && item.grammar.byItself?.has(item.text) === true);
}

/** Roles of words without content beside a command. */
const IDLE = ["filler", "polite", "no", "tells"] as const;

/** Whether a frame is a bare "stop" without a target. */
export function isBareStop({ act, heads, places, props, actions }: Frame): boolean {
  return (act === "stop" || act === "pause") && heads.length + places.length + props.length + actions.length === 0;
}
