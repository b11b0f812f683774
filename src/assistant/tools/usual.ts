import { isMainService, type Spec } from "../../home/index.ts";

/** Services that are about the box and not about what it does at home. */
const ASIDE: ReadonlySet<string> = new Set([
  "alarm",
  "brush-cleaner",
  "device-display-unit",
  "device-information",
  "do-not-disturb",
  "filter",
  "identify",
  "indicator-light",
  "maintenance",
  "memory-card-management",
  "p2p-stream",
  "physical-controls-locked",
  "screen",
  "self-check",
]);
/** Words in the names of what a factory, a technician or an app sets. */
const INNER =
  /(^|-)(toggle|reset|heartbeat|debug|serial|logs?|packet|upda?ta?e?|firmware|factory|calibrat\w*|watermark|nation|version|self-test|start-check|tips?|power-on\w*|default|key-tone|beep\w*|sensortype|tempcomp|unit|linkquality|identify|controls-locked|child-lock|countdown-time|brightness-(up|down)|effective-time|stream|indicator-light|screen-switch|faults?|audio-id|voice\w*|delta|alexa|saturability|directive|un-straight-blowing|included-angle|favorite-(on|type)|longitude|latitude|tds-(in|out)|wake-up)(-|$)/;
/** Services of a vendor's own: `urn:dreame-spec:service:map`. */
const VENDOR = /^urn:(?!miot-spec|jia-spec)[\w.]+-spec:/;

/** What a part of a device is to the people of a home. */
export type Use = "main" | "usual" | "own" | "aside";

/**
 * How near a part of a spec is to what people say: main: what the device is for · usual: of a standard service beside it ·
 * own: of a vendor's own service · aside: what nobody sets or asks at home (heartbeat, indicator light, child lock). By the
 * kind of service and name alone, never by model.
 * @param part a property, an action or an event
 */
export function useOf(spec: Spec, part: { readonly service: string; readonly type: string }): Use {
  if (INNER.test(part.type)) return "aside";
  const service = spec.services.find(({ key }) => key === part.service);
  if (!service) return "usual";
  if (isMainService(service.type, spec.kind)) return "main";
  if (ASIDE.has(service.type) || service.type.startsWith("camera-stream")) return "aside";
  // Of a gateway people set whether its alarm is armed.
  if (service.type === "arming") return "main";
  // A part without a service of its kind, such as a gateway, is what its services are.
  if (VENDOR.test(service.urn)) return "own";
  return "usual";
}
