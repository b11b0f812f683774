import { focusTargets } from "../ground/candidates.ts";
import type { DialogueContext } from "../ground/context.ts";
import { isOpenable } from "../ground/openings.ts";
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

/** Type of the property with the remaining time. */
const LEFT = "left-time";

/** Longest question about an activity, in items. */
const LONGEST = 14;

/**
 * Reads a question about the work of a device: "when is the washing done", 洗碗机还要多久, 饭煮好没有, 洗衣机洗到哪一步了. Null if
 * it asks for anything else, or no device here reports that.
 */
export function workQuestionIn(items: readonly Item[], context: DialogueContext): Frame | null {
  if (items.length > LONGEST || !anyHasRole(items, ASKING)) return null;
  if (items.some(isAmount)) return null;
  const said = items.filter((item) => !isMark(item));
  // A filler may be part of the question as well: 饭好了吗.
  const texts = new Set([clauseOf(said).text, said.map(({ text }) => text).join(said[0]?.grammar.spaces ? " " : "")]);
  for (const forms of activityForms()) {
    for (const [name, asked] of QUESTIONS) {
      for (const text of texts) {
        for (const form of forms[name].in(text)) {
          const { what, it, end } = form.exec(text)?.groups ?? {};
          const said = what ?? it;
          if (said === undefined) continue;
          const head: Head | null =
            what === undefined ? { ...emptyHead(), text: said } : headOf(what, items, forms, context);
          const frame = head && ofWhat(head, said, asked, items, context);
          if (frame) return frame;
          // Of a device without an end the state is told.
          const endless = end !== undefined && head && ofWhat(head, said, asItIs, items, context);
          if (endless) return endless;
        }
      }
    }
  }
  return null;
}

/**
 * Reads a request for a notice when a device has finished: 等衣服洗好了叫我, 饭好了喊我一声. Null if anything else is wanted, or no
 * device here reports that.
 */
export function workNoticeIn(items: readonly Item[], context: DialogueContext): Frame | null {
  if (items.length > LONGEST || !items.some(tells) || items.some(({ measure }) => measure !== null)) return null;
  const said = items.filter((item) => !isMark(item));
  const text = said.map((item) => item.text).join(said[0]?.grammar.spaces ? " " : "");
  for (const forms of activityForms()) {
    for (const form of forms.awaited.in(text)) {
      const { what, done } = form.exec(text)?.groups ?? {};
      const head = what === undefined ? null : headOf(what, items, forms, context);
      if (what === undefined || done === undefined || !head) continue;
      const owners = devicesOfHead(head, [], context.index);
      // 车库门打开, 门没关好 are about a door, not about work.
      if (owners.some((indexed) => isOpenable({ indexed, service: null }))) continue;
      const states = owners.map(endOf).find((state) => state !== undefined);
      if (states)
        return { ...emptyFrame(items), asking: "polar", states: [states], heads: [head], propText: what + done };
    }
  }
  return null;
}

/** The question about the named device, or about the focus if it is "it". */
function ofWhat(
  head: Head,
  what: string,
  asked: Asked,
  items: readonly Item[],
  context: DialogueContext,
): Frame | null {
  const known = focusTargets(context).map(({ indexed }) => indexed);
  const owners = devicesOfHead(head, [], context.index);
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

/** The device, by its activity, the object of it, or its name. */
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

/** Makes the question to a device; null if the device can't answer it. */
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

/** The remaining time; its current state if it reports no remaining time but has an end. */
function leftOf(indexed: IndexedDevice): Partial<Frame> | null {
  if (indexed.capabilities.properties.has(LEFT)) return { asking: "value", props: [LEFT] };
  return endOf(indexed) === "stopped" ? { asking: "value" } : null;
}

/** Kinds whose work ends by itself: a lamp is never "ready". */
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

/** Whether it has finished: a device with only a switch has when it is off; for water the temperature is told. */
function doneOf(indexed: IndexedDevice): Partial<Frame> | null {
  return ENDING.some((kind) => indexed.kinds.has(kind)) ? stoppedOf(indexed) : null;
}

/** Whether it has stopped, a question for any device: 风扇停了没. */
function stoppedOf(indexed: IndexedDevice): Partial<Frame> | null {
  const water = indexed.kinds.has("kettle") || indexed.kinds.has("water-heater");
  if (water && indexed.capabilities.properties.has("temperature")) return { asking: "value", props: ["temperature"] };
  const state = endOf(indexed);
  return state ? { asking: "polar", states: [state] } : null;
}

function endOf(indexed: IndexedDevice): "stopped" | "off" | undefined {
  return (["stopped", "off"] as const).find((state) => checkState(state, { indexed, service: null }).kind !== "absent");
}

/** Without one of these roles it is no question. */
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
