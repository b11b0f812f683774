import { expect, it } from "vitest";
import { deviceWithSpecJson } from "../../src/api/json.ts";
import { styleFor } from "../../src/commands/terminal/style.ts";
import { deviceTable } from "../../src/commands/words/device-table.ts";
import { parseSpec } from "../../src/home/index.ts";
import { described, testHome, testSpec } from "../support/home.ts";

it("the table of devices shows which states are not known, and which are old", () => {
  const { home, clock } = testHome([
    described("lamp", { name: "Lamp", freshFor: new Map([["light.brightness", 1000]]) }),
  ]);
  home.apply([
    {
      kind: "values",
      id: "test:lamp",
      values: [{ address: "light.brightness", value: 40 }],
      cause: "report",
    },
  ]);
  const table = (language: string) =>
    deviceTable(
      home.devices.map((device) => deviceWithSpecJson(device, { home, now: clock.now(), language: "en" })),
      { language, style: styleFor({ isTTY: false }, {}) },
    );
  expect(table("en")).toContain("power not reported yet, mode not reported yet, brightness 40%");
  clock.advance(1001);
  expect(table("en")).toContain("brightness 40% (overdue)");
  expect(table("zh")).toContain("亮度40%（未按时上报）");
  home.apply([{ kind: "values", id: "test:lamp", values: [{ address: "light.on", value: null }], cause: "report" }]);
  expect(table("en")).toContain("power not known");
});

it.each([
  ["lock", "lock", "locked", true, "locked", "锁着"],
  ["magnet-sensor", "magnet-sensor", "contact-state", false, "open", "开着"],
  ["light", "light", "on", true, "on", "开"],
] as const)("the table of devices shows the state of a %s in words", (kind, service, name, value, english, chinese) => {
  const spec = testSpec(kind, service, [[name, { format: "bool" }]]);
  const { home, clock } = testHome([described("it", { name: "It", spec })]);
  const values = [{ address: `${service}.${name}`, value }];
  home.apply([{ kind: "values", id: "test:it", values, cause: "report" }]);
  const devices = home.devices.map((device) => deviceWithSpecJson(device, { home, now: clock.now(), language: "en" }));
  const style = styleFor({ isTTY: false }, {});
  expect(deviceTable(devices, { language: "en", style })).toContain(english);
  expect(deviceTable(devices, { language: "zh", style })).toContain(chinese);
});

it("parts that only differ by a number all show it, apart from their value", () => {
  const service = (iid: number) => ({
    iid,
    type: `urn:miot-spec-v2:service:switch:0000780C:test:1`,
    description: "Switch",
    properties: [
      {
        iid: 1,
        type: "urn:miot-spec-v2:property:on:00000006:test:1",
        description: "Switch Status",
        format: "bool",
        access: ["read", "write", "notify"],
      },
    ],
  });
  const spec = parseSpec({
    type: "urn:miot-spec-v2:device:outlet:0000A002:test:1",
    description: "Outlet",
    services: [service(2), service(3)],
  });
  const { home, clock } = testHome([described("it", { name: "It", spec })]);
  const values = ["switch.on", "switch-2.on"].map((address, at) => ({ address, value: at === 0 }));
  home.apply([{ kind: "values", id: "test:it", values, cause: "report" }]);
  const devices = home.devices.map((device) => deviceWithSpecJson(device, { home, now: clock.now(), language: "en" }));
  const style = styleFor({ isTTY: false }, {});
  expect(deviceTable(devices, { language: "en", style })).toContain("switch 1 on, switch 2 off");
  expect(deviceTable(devices, { language: "zh", style })).toContain("开关 1：开，开关 2：关");
});
