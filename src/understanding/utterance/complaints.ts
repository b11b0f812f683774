import type { Act } from "../lexicon/types.ts";
import { type Item, playsRole } from "../parse/items.ts";
import { isClosingAct, isOpeningAct } from "../parse/opposite-acts.ts";
import { isQuestion } from "../parse/questions.ts";
import { anyHasChange } from "../parse/role-index.ts";
import { namesPlace, namesTarget } from "../parse/senses.ts";
import { isComfort, isCommand } from "./aside.ts";
import { utteranceForms } from "./compiled-forms.ts";
import { isComplaint, isConditional, reportsDeed, type UtterancePiece, utterancePiecesOf } from "./pieces.ts";

/**
 * Whether an utterance can't be told apart from a report: somebody did it (我妈把灯关了), or the command would worsen what it
 * complains about (大灯关了太黑, "ceiling light off, too dark").
 */
export function isReport(pieces: readonly UtterancePiece[]): boolean {
  const told = pieces.filter(reportsDeed);
  if (pieces.some((piece) => isConditional(piece.items) && !(told.includes(piece) && tellsWhen(piece.items))))
    return false;
  if (told.length > 0 && !pieces.some(isCommand)) return true;
  return contradicts(pieces);
}

/** Whether the act stands before the condition: "the curtains close when it gets dark". */
function tellsWhen(items: readonly Item[]): boolean {
  const act = items.findIndex(({ lex }) => lex !== null && lex.acts.length > 0);
  return act >= 0 && !isConditional(items.slice(0, act)) && !items.some((item) => playsRole(item, "consequence"));
}

/** Drops the complaints beside a command: 别扫了|太吵. */
export function withoutComplaints(items: readonly Item[], source: string): readonly Item[] {
  if (!anyHasChange(items)) return items;
  const pieces = utterancePiecesOf(items, source);
  const complaints = new Set(pieces.filter((piece) => isComfort(piece.items)).flatMap((piece) => piece.items));
  return complaints.size > 0 && pieces.some(isCommand) ? items.filter((item) => !complaints.has(item)) : items;
}

/**
 * Drops complaints about a thing beside a command: 灯太亮了，关掉灯带. If the command names nothing, it takes the thing of the
 * complaint: 主卧空调太冷了，调到27度.
 */
export function withoutComplaintsOf(pieces: readonly UtterancePiece[], source: string): readonly UtterancePiece[] {
  // A single piece is no reason for another.
  if (pieces.length < 2) return pieces;
  const text = source.toLowerCase();
  const complaints = pieces.filter((piece) => complainsOf(piece, text));
  const commands = pieces.filter((piece) => !complaints.includes(piece) && isCommand(piece));
  const [command] = commands;
  if (complaints.length === 0 || !command) return pieces;
  const left = pieces.filter((piece) => !complaints.includes(piece));
  if (commands.some(({ items }) => items.some(namesTarget))) return left;
  const [complaint] = complaints;
  if (!complaint || complaints.length > 1) return pieces;
  const end = complaint.items.findIndex((item) => isComplaint(item, text) || isStill(item, text));
  const told = complaint.items.slice(0, end).filter((item) => !playsRole(item, "is") && !playsRole(item, "past"));
  // 主卧空调太冷了，客厅的调到27度: the command has a place of its own.
  const about = command.items.some(namesPlace) ? told.filter((item) => !namesPlace(item) || namesTarget(item)) : told;
  const act = command.items.filter((item) => !playsRole(item, "it") || item.home !== null);
  // 空调风太大了，小一档: the change takes the property of the complaint.
  const bare = act.some(({ lex }) => lex?.changes.some(({ props }) => props.length === 0) ?? false);
  const far = bare && !act.some(({ measure }) => measure?.kind === "quantity" && measure.quantity.unit === "degree");
  const what = far && end >= 0 ? complaint.items.slice(end, end + 1) : [];
  return left.map((piece) => (piece === command ? { ...piece, items: [...about, ...what, ...act] } : piece));
}

/** Whether an item is a state that should have changed by now: 灯还亮着, 门没锁. */
function isStill({ lex, home, first }: Item, text: string): boolean {
  const state = home === null && lex !== null && lex.states.length > 0;
  return state && utteranceForms().overdue.lengthAt(text, first.start) > 0;
}

/** Whether a piece complains about a named thing and commands nothing. */
function complainsOf({ items, repair, wished }: UtterancePiece, text: string): boolean {
  if (repair || wished || isQuestion(items)) return false;
  const at = items.findIndex((item) => isComplaint(item, text) || isStill(item, text));
  if (at < 1 || !items.slice(0, at).some(namesTarget)) return false;
  return items.every(({ lex, measure }, place) => {
    const acts = lex !== null && lex.acts.length > 0 && lex.changes.length === 0;
    const more = place !== at && lex !== null && lex.changes.length > 0;
    return measure === null && !acts && !more;
  });
}

/** Whether a command would worsen a complaint beside it. */
function contradicts(pieces: readonly UtterancePiece[]): boolean {
  const complaints = pieces
    .filter(({ items }) => isComfort(items) && !items.some(({ lex }) => lex?.bit))
    .flatMap(({ items }) => items.flatMap(changesOf));
  if (complaints.length === 0) return false;
  const said = pieces.filter(({ items }) => !isComfort(items)).flatMap(({ items }) => items);
  // Measured values have reasons of their own.
  const acts = said.flatMap(actsOf);
  if (acts.length === 0 || said.some(({ measure }) => measure !== null)) return false;
  const cools = said.some(({ lex }) => lex?.kinds.some((kind) => COOLERS.has(kind)));
  return complaints.some(({ props, direction }) => {
    if (props.includes("brightness"))
      return acts.every((act) => (direction > 0 ? isClosingAct(act) : isOpeningAct(act)));
    return props.includes("target-temperature") && cools && direction < 0 && acts.every(isClosingAct);
  });
}

/** The act of an item: a verb, or the particle of one ("turn … off"). */
function actsOf(item: Item): readonly Act[] {
  const { lex, grammar } = item;
  if (grammar.separableVerbs && playsRole(item, "off")) return ["off"];
  if (grammar.separableVerbs && playsRole(item, "on")) return ["on"];
  const [act] = lex?.acts ?? [];
  return act === undefined || lex?.to || act === "turn" || act === "set" ? [] : [act];
}

const COOLERS: ReadonlySet<string> = new Set(["air-conditioner", "fan", "ceiling-fan"]);

function changesOf({ lex }: Item): NonNullable<Item["lex"]>["changes"] {
  return lex?.changes ?? [];
}
