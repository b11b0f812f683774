import assert from "node:assert/strict";
import type { Device } from "../../src/home/index.ts";
import type { InstalledZigbee2Mqtt } from "./installed.ts";
import { Jia } from "./jia.ts";
import { BULB, LAMP, PLUG } from "./models.ts";
import type { Requests } from "./requests.ts";
import type { Steps } from "./steps.ts";

const bulb = `zigbee:${BULB}`;
const lamp = `zigbee:${LAMP}`;
const plug = `zigbee:${PLUG}`;
const group = "zigbee:group-7";
const ON = "light.on";
const BRIGHTNESS = "light.brightness";
const SWITCH = "switch.on";

export interface Parts {
  readonly steps: Steps;
  /** URL of the broker. */
  readonly broker: string;
  readonly zigbee2mqtt: InstalledZigbee2Mqtt;
  readonly requests: Requests;
}

/** Everything that Jia does with Zigbee2MQTT, one step after the other. @throws what the first failing step throws */
export async function check(parts: Parts): Promise<void> {
  const { steps, broker, zigbee2mqtt, requests } = parts;
  const step = steps.step.bind(steps);
  const jia = new Jia(broker);
  try {
    await jia.start();
    await step("start", async () => {
      zigbee2mqtt.start();
      await jia.online(() => zigbee2mqtt.ended);
      return "online";
    });
    await step("discovery", async () => {
      await jia.permitJoin();
      const found = [
        await jia.discovered(bulb, "light.color-temperature"),
        await jia.discovered(lamp, BRIGHTNESS),
        await jia.discovered(plug, SWITCH),
      ];
      assert.deepEqual(jia.problems(), [], "what still pairs was counted as a problem");
      const names = found.map(({ model, spec }) => `${model} (${spec.properties.size} properties)`);
      return `${names.join(", ")}; no problem was counted during the interviews`;
    });
    await step("commands", async () => {
      await jia.set(bulb, ON, true);
      await jia.set(bulb, BRIGHTNESS, 40);
      await jia.set(bulb, "light.color-temperature", 3000);
      await jia.set(lamp, BRIGHTNESS, 55);
      await jia.set(plug, SWITCH, true);
      return "on, brightness, color temperature and a plug: confirmed";
    });
    await step("report", async () => {
      zigbee2mqtt.radio({ device: PLUG, does: "press" });
      await jia.shows(plug, SWITCH, false);
      return "somebody pressed the plug's button: it is shown as off";
    });
    await step("rename", async () => {
      await requests.ask("device/rename", { from: BULB, to: "kitchen/ceiling_lamp" });
      const renamed = ({ name, room }: Device) => name === "ceiling_lamp" && room?.name === "kitchen";
      await jia.becomes(bulb, "to be renamed", renamed);
      await jia.set(bulb, BRIGHTNESS, 60);
      return "the same device, with a room; a command to its new name: confirmed";
    });
    await step("group", () => checkGroup(jia, requests));
    await step("failing device", () => checkFailing(jia, zigbee2mqtt));
    await step("restart of Jia", () => checkAsking(broker));
    await step("restart by request", async () => {
      await requests.ask("restart", {});
      await jia.becomes(bulb, "to be offline", ({ online }) => online === false);
      await jia.becomes(bulb, "to be online", ({ online }) => online === true);
      await jia.set(bulb, BRIGHTNESS, 30);
      return "offline, online, and a command at once: confirmed";
    });
    await step("crash and new start", () => checkCrash(jia, zigbee2mqtt));
    await step("nothing was misunderstood", () => {
      assert.deepEqual(jia.problems(), []);
      return Promise.resolve("no problem was counted");
    });
  } finally {
    await jia.stop();
  }
}

async function checkGroup(jia: Jia, requests: Requests): Promise<string> {
  await requests.ask("group/add", { friendly_name: "downstairs", id: 7 });
  await requests.ask("group/members/add", { group: "downstairs", device: BULB });
  await requests.ask("group/members/add", { group: "downstairs", device: LAMP });
  await jia.discovered(group, BRIGHTNESS);
  await jia.set(group, ON, false);
  await Promise.all([bulb, lamp].map((id) => jia.shows(id, ON, false)));
  await jia.set(group, BRIGHTNESS, 80);
  await Promise.all([bulb, lamp].map((id) => jia.shows(id, BRIGHTNESS, 80)));
  return "two members; off and 80 %: confirmed, and shown by both";
}

/** A bulb without power: Zigbee2MQTT reports nothing, and logs at once that it could not reach it. */
async function checkFailing(jia: Jia, zigbee2mqtt: InstalledZigbee2Mqtt): Promise<string> {
  zigbee2mqtt.radio({ device: LAMP, does: "fall-silent" });
  const reason = await jia.fails(lamp, BRIGHTNESS, 20);
  assert.equal(jia.value(lamp, BRIGHTNESS), 80, "the brightness that was never reached is shown");
  zigbee2mqtt.radio({ device: LAMP, does: "answer-again" });
  await jia.set(lamp, BRIGHTNESS, 20);
  return `without power: rejected ("${reason}…"), and still shown as it was; with power again: confirmed`;
}

/** Another Jia: the broker keeps no states, so it has to ask the devices. */
async function checkAsking(broker: string): Promise<string> {
  const jia = new Jia(broker);
  try {
    await jia.start();
    await jia.shows(bulb, BRIGHTNESS, 80);
    await jia.shows(lamp, BRIGHTNESS, 20);
    await jia.shows(plug, SWITCH, false);
    return "all states asked for and known";
  } finally {
    await jia.stop();
  }
}

async function checkCrash(jia: Jia, zigbee2mqtt: InstalledZigbee2Mqtt): Promise<string> {
  await zigbee2mqtt.stop("SIGKILL");
  await Promise.all([bulb, lamp, plug].map((id) => jia.becomes(id, "to be offline", ({ online }) => online === false)));
  await jia.set(plug, SWITCH, true, "offline");
  zigbee2mqtt.start();
  await jia.online(() => zigbee2mqtt.ended);
  await Promise.all([bulb, lamp, plug].map((id) => jia.becomes(id, "to be online", ({ online }) => online === true)));
  await jia.set(plug, SWITCH, true);
  await jia.set(group, ON, false);
  return "all offline, a command: offline; all online, and a plug and a group at once: confirmed";
}
