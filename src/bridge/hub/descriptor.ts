import { z } from "zod";
import { byPattern, linkedDialect, type TopicReader } from "../descriptor.ts";
import { dialectSetting, digits, fileSetting, numberFromText, port, text } from "../setting.ts";

/** The central hub of Mi Home (docs/mi-home-hub.md). */
export const hub = linkedDialect({
  name: "hub",
  settings: {
    "hub.client": dialectSetting({
      schema: digits.nullable(),
      default: null,
      env: "JIA_HUB_CLIENT",
      expected: "quotedDigits",
    }),
    "hub.host": dialectSetting({
      schema: text.nullable(),
      default: null,
      env: "JIA_HUB_HOST",
      expected: "hubAddress",
    }),
    "hub.port": dialectSetting({
      schema: port,
      default: 8883,
      env: "JIA_HUB_PORT",
      fromText: numberFromText,
      expected: "port",
    }),
    "hub.ca": fileSetting("JIA_HUB_CA"),
    "hub.cert": fileSetting("JIA_HUB_CERT"),
    "hub.key": fileSetting("JIA_HUB_KEY"),
    "hub.names": fileSetting("JIA_HUB_NAMES"),
  },
  recognise: () => readHubTopic,
  on: "hub.client",
  needs: ["hub.ca", "hub.cert", "hub.key"],
  async link(settings, parts) {
    const { hubLink } = await import("./link.ts");
    const { "hub.client": clientDid, "hub.host": host, "hub.port": port, "hub.names": names } = settings;
    const { "hub.ca": ca, "hub.cert": cert, "hub.key": key } = settings;
    return await hubLink({ host, port, clientDid, ca, cert, key, names }, parts);
  },
});

/** What the cloud of Mi Home says by MQTT, beside the hub or without one. */
export const hubCloud = linkedDialect({
  name: "hub-cloud",
  settings: {
    "cloud.token": dialectSetting({
      schema: text.nullable(),
      default: null,
      env: "JIA_CLOUD_TOKEN",
      secret: true,
      expected: "accessToken",
    }),
    "cloud.app": dialectSetting({
      schema: digits.nullable(),
      default: null,
      env: "JIA_CLOUD_APP",
      expected: "quotedDigits",
    }),
    "cloud.region": dialectSetting({
      schema: z.enum(["cn", "de", "i2", "ru", "sg", "us"]),
      default: "cn",
      env: "JIA_CLOUD_REGION",
      expected: "region",
    }),
    "cloud.devices": fileSetting("JIA_CLOUD_DEVICES"),
  },
  recognise: byPattern(/^device\/([^/]+)\/(?:up\/(?:properties_changed|event_occured)|state)\//),
  on: "cloud.token",
  needs: ["cloud.app", "cloud.devices"],
  async link(settings, parts) {
    const { cloudLink } = await import("./cloud-link.ts");
    const { "cloud.region": region, "cloud.app": app, "cloud.token": token, "cloud.devices": list } = settings;
    return await cloudLink({ region, app, token }, list, parts);
  },
});

const readHubTopic: TopicReader = (topic) => {
  const report = /^(?:master|\d{5,20})\/appMsg\/notify\/iot\/([^/]+)\//.exec(topic);
  if (report) return report[1] ?? "";
  return /^(?:master\/(?:proxy|appMsg)\/|\d{5,20}\/(?:appMsg\/|reply$))/.test(topic) ? "" : null;
};
