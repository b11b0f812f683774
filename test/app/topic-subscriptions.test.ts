import { connectAsync } from "mqtt";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TopicSubscriptions } from "../../src/app/topic-subscriptions.ts";
import { Broker } from "../../src/bridge/index.ts";
import { systemClock, topicFits } from "../../src/home/index.ts";
import { until } from "../support/until.ts";

let broker: Broker;
let topics: TopicSubscriptions;
const warnings: string[] = [];

beforeEach(async () => {
  broker = new Broker({ host: "127.0.0.1", port: 0 });
  await broker.start();
  topics = new TopicSubscriptions({ url: broker.url }, systemClock, (text) => warnings.push(text));
});
afterEach(async () => {
  await topics.stop();
  await broker.stop();
  expect(warnings).toEqual([]);
});

it("topic subscriptions give matching messages without retained ones, until they are ended", async () => {
  const client = await connectAsync(broker.url);
  await client.publishAsync("door/bell", "old", { retain: true, qos: 1 });
  const heard: string[] = [];
  const unsubscribe = topics.subscribe("door/+", (topic, payload) => heard.push(`${topic} ${payload}`));
  topics.subscribe("door/#", (topic) => heard.push(`all ${topic}`));
  await until("the first message", () => {
    client.publish("door/bell", "ring", { qos: 1 });
    return heard.includes("door/bell ring") && heard.includes("all door/bell");
  });
  expect(heard).not.toContain("door/bell old");
  unsubscribe();
  heard.length = 0;
  await client.publishAsync("door/bell", "again", { qos: 1 });
  await until("the other filter", () => heard.includes("all door/bell"));
  expect(heard.filter((each) => each.startsWith("door/"))).toEqual([]);
  await client.endAsync();
});

it("topic subscriptions give retained messages too, marked as such, on request", async () => {
  const kept = new TopicSubscriptions({ url: broker.url }, systemClock, (text) => warnings.push(text), "with-kept");
  const client = await connectAsync(broker.url);
  await client.publishAsync("presence/emma", "home", { retain: true, qos: 1 });
  const heard: string[] = [];
  kept.subscribe("presence/+", (_topic, payload, retained) => heard.push(`${payload}${retained ? " (kept)" : ""}`));
  await until("what was kept", () => heard.length > 0);
  await client.publishAsync("presence/emma", "away", { retain: true, qos: 1 });
  await until("what comes after", () => heard.length > 1);
  expect(heard).toEqual(["home (kept)", "away"]);
  await client.endAsync();
  await kept.stop();
});

describe("topic filters", () => {
  it.each([
    ["a/b", "a/b", true],
    ["a/+", "a/b", true],
    ["a/+", "a/b/c", false],
    ["a/#", "a/b/c", true],
    ["a/#", "a", true],
    ["#", "$SYS/x", false],
    ["+/b", "a/b", true],
    ["a/b/+", "a/b", false],
  ])("%s and %s: %s", (filter, topic, fits) => {
    expect(topicFits(filter, topic)).toBe(fits);
  });
});
