import { expect, test } from "vitest";
import { JiaError } from "../../src/home/index.ts";
import { errorText, type Language } from "../../src/language/index.ts";
import { parseDevicesFile } from "../../src/miio/devices-file.ts";

const token = "0123456789abcdef0123456789abcdef";

test("Jia's own list and the cloud's device list give the same", () => {
  const own = { devices: [{ did: "77", token, address: "10.0.0.7", name: "Lamp", room: "Study", model: "a.light.b" }] };
  const cloud = [
    { did: "77", token, localip: "10.0.0.7", name: "Lamp", room_name: "Study", model: "a.light.b", ssid: "home" },
    { did: "blt.3.1a2b", name: "Thermometer", model: "miaomiaoce.sensor_ht.t2" },
  ];
  const expected = [
    {
      did: "77",
      token: Buffer.from(token, "hex"),
      address: "10.0.0.7",
      port: 54_321,
      model: "a.light.b",
      name: "Lamp",
      room: "Study",
    },
  ];
  expect(parseDevicesFile(JSON.stringify(own), "miio.json")).toEqual(expected);
  expect(parseDevicesFile(JSON.stringify(cloud), "miio.json")).toEqual(expected);
});

test("every problem of a devices file is reported with its place, and no message shows a token", () => {
  const bad = [
    { did: "1", token: `${token}00` },
    { did: "x", token },
    { did: "3", token, port: 70_000 },
    { did: "4", token },
    { did: "4", token },
  ];
  const read = () => parseDevicesFile(JSON.stringify(bad), "miio.json");
  expect(read).toThrow(expect.objectContaining({ code: "invalid-file" }));
  const message = messageOf(read);
  for (const place of ["[0] (1): token", "[1] (x): did", "[2].port", '[4] (4): did: the id "4" occurs twice']) {
    expect(message).toContain(place);
  }
  expect(message).not.toContain(token);
  expect(messageOf(read, "zh")).toContain("devices[0] (1)：token：应为 32 位十六进制数字");
  expect(messageOf(() => parseDevicesFile(`{"devices": [{"token": "${token}" "did"}]}`, "miio.json"))).not.toContain(
    token.slice(0, 8),
  );
});

function messageOf(act: () => unknown, language: Language = "en"): string {
  try {
    act();
  } catch (error) {
    return error instanceof JiaError ? errorText(error, language) : String(error);
  }
  return "";
}
