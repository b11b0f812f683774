import { isMainService, type Spec } from "../../../home/index.ts";

/** Services about the hardware and not about its use at home. */
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
/** Words in the names of properties for factories, technicians and apps. */
const INNER =
  /(^|-)(toggle|reset|heartbeat|debug|serial|logs?|packet|upda?ta?e?|firmware|factory|calibrat\w*|watermark|nation|version|self-test|start-check|tips?|power-on\w*|default|key-tone|beep\w*|sensortype|tempcomp|unit|linkquality|identify|controls-locked|child-lock|countdown-time|brightness-(up|down)|effective-time|stream|indicator-light|screen-switch|faults?|audio-id|voice\w*|delta|alexa|saturability|directive|un-straight-blowing|included-angle|favorite-(on|type)|longitude|latitude|tds-(in|out)|wake-up)(-|$)/;
/** Services of a vendor's own: `urn:dreame-spec:service:map`. */
const VENDOR = /^urn:(?!miot-spec|jia-spec)[\w.]+-spec:/;

/** How relevant a part of a spec is to the people of a home; see `propertyUse`. */
export type PropertyUse = "main" | "usual" | "own" | "aside";

/**
 * The relevance of a part of a spec. main: of the main service of the device · usual: of another standard service · own: of a
 * vendor's own service · aside: what nobody sets or asks at home (heartbeat, indicator light, child lock). Decided by the types of
 * service and part, never by model.
 * @param part a property, an action or an event
 */
export function propertyUse(spec: Spec, part: { readonly service: string; readonly type: string }): PropertyUse {
  if (INNER.test(part.type)) return "aside";
  const service = spec.services.find(({ key }) => key === part.service);
  if (!service) return "usual";
  if (isMainService(service.type, spec.kind)) return "main";
  if (ASIDE.has(service.type) || service.type.startsWith("camera-stream")) return "aside";
  // People arm the alarm of a gateway.
  if (service.type === "arming") return "main";
  if (VENDOR.test(service.urn)) return "own";
  return "usual";
}
