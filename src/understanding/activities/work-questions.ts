import { focusTargets } from "../ground/candidates.ts";
import { isOpenable } from "../ground/leaves.ts";
import type { DialogueContext } from "../ground/situation.ts";
import { checkState } from "../ground/states.ts";
import { propertiesOf } from "../ground/target.ts";
import type { IndexedDevice } from "../names/indexed-device.ts";
import { emptyFrame, emptyHead, type Frame, type Head } from "../parse/frame.ts";
import { type Item, isMark, playsAnyRole } from "../parse/items.ts";
import { anyHasRole, roleSet } from "../parse/role-index.ts";
import { namesTarget } from "../parse/senses.ts";
import { devicesOfHead } from "../parse/slots/device-parts.ts";
import { readFrame } from "../parse/slots/read.ts";
import { clauseOf } from "../plans/clause-text.ts";
import { activityForms, type CompiledActivityForms } from "./compiled-forms.ts";

/** By which a device tells how long it still works. */
const LEFT = "left-time";

/** Longer clauses, in items, ask for more. */
const LONGEST = 14;

/**
 * "when is the washing done", 洗碗机还要多久, 饭煮好没有, 洗衣机洗到哪一步了: a question of what does it, how long it still works,
 * whether it is done, how far it has come. Null when it asks for anything else, or nothing here tells that.
 */
export function workQuestionIn(items: readonly Item[], situation: DialogueContext): Frame | null {
  if (items.length > LONGEST || !anyHasRole(items, ASKING)) return null;
  if (items.some(isAmount)) return null;
  const said = items.filter((item) => !isMark(item));
  // A word of courtesy may be one of these words as well: 饭好了吗.
  const texts = new Set([clauseOf(said).text, said.map(({ text }) => text).join(said[0]?.grammar.spaces ? " " : "")]);
  for (const forms of activityForms()) {
    for (const [name, asked] of QUESTIONS) {
      for (const text of texts) {
        for (const form of forms[name].in(text)) {
          const { what, it, end } = form.exec(text)?.groups ?? {};
          const said = what ?? it;
          if (said === undefined) continue;
          const head: Head | null =
            what === undefined ? { ...emptyHead(), text: said } : headOf(what, items, forms, situation);
          const frame = head && ofWhat(head, said, asked, items, situation);
          if (frame) return frame;
          // What comes to no end is told as it is.
          const endless = end !== undefined && head && ofWhat(head, said, asItIs, items, situation);
          if (endless) return endless;
        }
      }
    }
  }
  return null;
}

/**
 * 等衣服洗好了叫我, 饭好了喊我一声: that what does it is done with its work shall be told. Null when anything else is wanted, or
 * nothing here tells that.
 */
export function workNoticeIn(items: readonly Item[], situation: DialogueContext): Frame | null {
  if (items.length > LONGEST || !items.some(tells) || items.some(({ measure }) => measure !== null)) return null;
  const said = items.filter((item) => !isMark(item));
  const text = said.map((item) => item.text).join(said[0]?.grammar.spaces ? " " : "");
  for (const forms of activityForms()) {
    for (const form of forms.awaited.in(text)) {
      const { what, done } = form.exec(text)?.groups ?? {};
      const head = what === undefined ? null : headOf(what, items, forms, situation);
      if (what === undefined || done === undefined || !head) continue;
      const owners = devicesOfHead(head, [], situation.index);
      // 车库门打开, 门没关好 tell of a leaf, and of no work.
      if (owners.some((indexed) => isOpenable({ indexed, service: null }))) continue;
      const states = owners.map(endOf).find((state) => state !== undefined);
      if (states)
        return { ...emptyFrame(items), asking: "polar", states: [states], heads: [head], propText: what + done };
    }
  }
  return null;
}

/** The question about what is named, or about what was talked about where it is "it". */
function ofWhat(
  head: Head,
  what: string,
  asked: Asked,
  items: readonly Item[],
  situation: DialogueContext,
): Frame | null {
  const known = focusTargets(situation).map(({ indexed }) => indexed);
  const owners = devicesOfHead(head, [], situation.index);
  // 多久能扫完 after one of two robots was sent is about that one.
  const spoken = known.filter((indexed) => owners.includes(indexed));
  const referring = head.type === "it" || head.type === "them";
  const about = referring ? known : spoken;
  const meant = about.length > 0 ? about : owners;
  const frame = meant.map(asked).find((each) => each !== null);
  if (!frame) return null;
  const devices = about.map(({ device }) => device.id);
  const named: Head = about.length > 0 ? { ...emptyHead(), type: "devices", devices, text: head.text } : head;
  return { ...emptyFrame(items), heads: [named], propText: what, ...frame };
}

/** A word for telling or calling somebody. */
function tells(item: Item): boolean {
  return playsAnyRole(item, ["remind", "calls", "alarm"]) || (item.lex?.acts.includes("tell") ?? false);
}

/** 哪一步 counts nothing. */
function isAmount({ measure }: Item): boolean {
  return measure !== null && !(measure.kind === "quantity" && measure.quantity.unit === null);
}

/** What does it, by its own name or by what it does and what that is done to. */
function headOf(
  what: string,
  items: readonly Item[],
  forms: CompiledActivityForms,
  { index }: DialogueContext,
): Head | null {
  const [kinds] = [...forms.activities, ...forms.things].find(([, words]) => words.test(what)) ?? [];
  if (kinds) return { ...emptyHead(), type: "kind", kinds, text: what };
  const [head = null, ...others] = readFrame(items.filter(namesTarget), index, true).heads;
  return others.length > 0 ? null : head;
}

/** What is asked of a device; null where it cannot tell. */
type Asked = (indexed: IndexedDevice) => Partial<Frame> | null;

const QUESTIONS: readonly (readonly ["lasts" | "done" | "stopped" | "howFar", Asked])[] = [
  ["lasts", leftOf],
  ["done", doneOf],
  ["stopped", stoppedOf],
  ["howFar", (indexed) => (propertiesOf({ indexed, service: null }).length > 0 ? { asking: "value" } : null)],
];

function asItIs(): Partial<Frame> {
  return { asking: "value", propText: "" };
}

/** How long it still works; of what does not tell that but has an end, what it does now. */
function leftOf(indexed: IndexedDevice): Partial<Frame> | null {
  if (indexed.capabilities.properties.has(LEFT)) return { asking: "value", props: [LEFT] };
  return endOf(indexed) === "stopped" ? { asking: "value" } : null;
}

/** Kinds whose work comes to an end by itself: a lamp that is off, or on, is not "ready". */
const ENDING: readonly string[] = [
  "airer",
  "air-fryer",
  "car",
  "clothes-dryer",
  "coffee-machine",
  "cooker",
  "curtain",
  "dishwasher",
  "dryer",
  "garage-door",
  "induction-cooker",
  "kettle",
  "lawn-mower",
  "microwave-oven",
  "oven",
  "pressure-cooker",
  "vacuum",
  "washer",
  "washing-machine",
  "water-heater",
];

/** What has no status but a switch is done when it is off; water, when it is hot. */
function doneOf(indexed: IndexedDevice): Partial<Frame> | null {
  return ENDING.some((kind) => indexed.kinds.has(kind)) ? stoppedOf(indexed) : null;
}

/** Whether it works no more, which is asked of anything: 风扇停了没. */
function stoppedOf(indexed: IndexedDevice): Partial<Frame> | null {
  const water = indexed.kinds.has("kettle") || indexed.kinds.has("water-heater");
  if (water && indexed.capabilities.properties.has("temperature")) return { asking: "value", props: ["temperature"] };
  const state = endOf(indexed);
  return state ? { asking: "polar", states: [state] } : null;
}

function endOf(indexed: IndexedDevice): "stopped" | "off" | undefined {
  return (["stopped", "off"] as const).find((state) => checkState(state, { indexed, service: null }).kind !== "absent");
}

/** Without one of these nobody asks. */
const ASKING = roleSet(
  "is",
  "remaining",
  "since",
  "how",
  "howMany",
  "what",
  "when",
  "yesNo",
  "asksAtEnd",
  "where",
  "which",
);
