import { connectAsync } from "mqtt";
import { expect, test } from "vitest";
import { CloudStateDialect, cloudConnection, parseCloudDevices } from "../../../src/bridge/hub/index.ts";
import { Broker } from "../../../src/bridge/index.ts";
import { homeOnBridge, setOne } from "../../support/home-on-bridge.ts";
import { library } from "../../support/simulated.ts";
import { until } from "../../support/until.ts";

test("the cloud's broker is reached with the application's id and the token", () => {
  const access = { region: "de", app: "2882303761520251711", token: "secret", client: "jia-1" };
  expect(cloudConnection(access)).toMatchObject({
    url: "mqtts://de-ha.mqtt.io.mi.com:8883",
    username: "2882303761520251711",
    password: "secret",
    clientId: "ha.jia-1",
    version: "5",
  });
});

test("devices that only the cloud shows report into the home, and are not commanded", async () => {
  const credentials = { username: "app", password: "token" };
  const broker = new Broker({ port: 0, credentials });
  await broker.start();
  const devices = parseCloudDevices(JSON.stringify([{ did: "1", name: "Lamp", model: "yeelink.light.color5" }]), "f");
  const dialects = [new CloudStateDialect({ devices, specs: library, describe: true })];
  const { home, bridge } = homeOnBridge({ links: [{ connection: { url: broker.url, ...credentials }, dialects }] });
  bridge.start(home);
  await bridge.ready();
  await until("the lamp", () => home.device("hub:1"));
  const cloud = await connectAsync(broker.url, { ...credentials, reconnectPeriod: 0 });
  const publish = (topic: string, body: object) => cloud.publishAsync(topic, JSON.stringify(body), { qos: 1 });
  await publish("device/1/state/online", { event: "online" });
  await publish("device/1/up/properties_changed/2/2", { params: { siid: 2, piid: 2, value: 44 } });
  const lamp = await until("its brightness", () => {
    const device = home.device("hub:1");
    return device?.state.get("light.brightness")?.value === 44 ? device : null;
  });
  expect(lamp.online).toBe(true);
  const outcome = await setOne(home, lamp.id, "light.on", true);
  expect(outcome).toMatchObject({ status: "rejected", error: { code: "not-writable" } });
  await cloud.endAsync();
  await bridge.stop();
  await broker.stop();
});
