import { cleanText } from "../../home/index.ts";
import type { JoiningDevice } from "../dialect.ts";
import { isObject } from "./shape-builder.ts";

/** The form of an ieee address. */
const IEEE = /^0x[0-9a-f]{16}$/;

/**
 * How far a joining device is, by a message on `bridge/event`; null when it is not about one.
 * @param type of the message
 * @param ieee in lower case
 */
export function joiningDevice(
  type: unknown,
  ieee: string,
  data: Readonly<Record<string, unknown>>,
): JoiningDevice | null {
  const stage = stageOf(type, data["status"]);
  if (stage === null || !IEEE.test(ieee)) return null;
  const { friendly_name: name, definition } = data;
  return {
    kind: "joining",
    id: `zigbee:${ieee}`,
    name: cleanText(typeof name === "string" ? name : ieee, 100),
    stage,
    model: isObject(definition) ? modelOf(definition) : null,
  };
}

function stageOf(type: unknown, status: unknown): JoiningDevice["stage"] | null {
  if (type === "device_joined") return "joined";
  if (type !== "device_interview") return null;
  switch (status) {
    case "started":
      return "asked";
    case "successful":
      return "known";
    case "failed":
      return "failed";
    default:
      return null;
  }
}

/** "IKEA LED2003G10: TRADFRI bulb E27". */
function modelOf({ vendor, model, description }: Readonly<Record<string, unknown>>): string | null {
  const names = [vendor, model].filter((each) => typeof each === "string").join(" ");
  const text = typeof description === "string" ? `${names}: ${description}` : names;
  return text === "" ? null : cleanText(text, 150);
}
