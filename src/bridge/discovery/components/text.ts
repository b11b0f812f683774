import { MAX_TEXT } from "../../../home/index.ts";
import { type Codec, REPORTED_TEXT } from "../../spec/codec.ts";
import { type Component, OWN_STATE } from "../component.ts";
import { Budget } from "../template/budget.ts";
import { Pattern } from "../template/regex.ts";

/** Longest text where the component says nothing else, as Home Assistant has it. */
const MAX_LENGTH = 255;

/** A text that can be set, as long and of the pattern that the component says. One that does not fit is neither told nor sent. */
export function addText(component: Component): void {
  const draft = { name: component.ownName, description: component.label, format: "string" } as const;
  const fits = fitting(component);
  const codec: Codec = {
    decode(raw) {
      const text = REPORTED_TEXT.decode(raw);
      return typeof text === "string" && !fits(text) ? null : text;
    },
    encode: REPORTED_TEXT.encode,
  };
  const own = component.heardTopic("state_topic") === undefined ? null : OWN_STATE;
  const topic = component.topic("command_topic");
  const template = component.template("command_template");
  const write =
    topic === undefined
      ? null
      : ({
          kind: "alone",
          publish: (wire: unknown) => (fits(String(wire)) ? component.publication(topic, wire, template) : null),
        } as const);
  const slot = component.property(component.shared("settings", "Settings"), draft, codec, own, write);
  const stateTopic = component.heardTopic("state_topic");
  if (stateTopic === undefined) return;
  const valueTemplate = component.template("value_template");
  component.listen(stateTopic, (payload) => {
    const rendered = component.render(valueTemplate, payload);
    // A text may be empty.
    return "text" in rendered ? component.values(slot, rendered.text) : [rendered];
  });
}

/** Whether a text has the length and, from its start, the pattern that were announced. */
function fitting(component: Component): (text: string) => boolean {
  const least = component.number("min") ?? 0;
  const most = Math.min(component.number("max") ?? MAX_LENGTH, MAX_TEXT);
  const source = component.text("pattern");
  const pattern = source === undefined ? null : patternOf(component, source);
  return (text) => {
    const length = [...text].length;
    if (length < least || length > most) return false;
    if (pattern === null) return true;
    try {
      return pattern.find(text, 0, new Budget(), true) !== null;
    } catch {
      // It takes too long to say: it is not known to fit.
      return false;
    }
  };
}

function patternOf(component: Component, source: string): Pattern | null {
  try {
    return new Pattern(source);
  } catch (error) {
    component.problem("broken-template", `pattern: ${error instanceof Error ? error.message : "not understood"}`);
    return null;
  }
}
