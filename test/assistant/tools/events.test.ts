import { expect, it } from "vitest";
import { specOutline } from "../../../src/assistant/tools/devices/outline.ts";
import { parseSpec } from "../../../src/home/index.ts";

const urn = (kind: string, name: string) => `urn:miot-spec-v2:${kind}:${name}:00000001:jia-test:1`;
const key = (iid: number, description: string) => ({
  iid,
  type: urn("service", "switch-sensor"),
  description,
  properties: [
    {
      iid: 1,
      type: urn("property", "button-type"),
      description: "Button Type",
      format: "uint8",
      access: [],
      "value-list": [{ value: 1, description: "Upper" }],
    },
  ],
  events: [{ iid: 1, type: urn("event", "click"), description: "Click", arguments: [1] }],
});

it("find_devices shows events with their arguments, and distinguishes the left key from the right one", () => {
  const services = [key(2, "Left"), key(3, "Right")];
  const spec = parseSpec({ type: urn("device", "remote-control"), description: "remote", services });
  expect(specOutline(spec).events).toEqual([
    'switch-sensor.click "Left"(switch-sensor.button-type: "Upper")',
    'switch-sensor-2.click "Right"(switch-sensor-2.button-type: "Upper")',
  ]);
});
