import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MiotDialect } from "../../../src/bridge/index.ts";
import {
  type Action,
  type Command,
  clampNumber,
  type Outcome,
  type Property,
  type Value,
} from "../../../src/home/index.ts";
import { miotFace } from "../../../src/simulator/index.ts";
import { BridgedHome } from "../../support/bridged-home.ts";
import { oneOfEach, publishedModels } from "../../support/one-of-each.ts";
import { NO_SPECS } from "../../support/scenario-home.ts";

const models = publishedModels();
const file = oneOfEach(models);

/** A value that the property allows and that differs from the first one, where it allows another. */
function otherValue(property: Property): Value {
  if (property.values.length > 0) return property.values.at(-1)?.value ?? 0;
  if (property.format === "bool") return true;
  if (property.format === "string") return "text";
  return clampNumber(property, property.range?.max ?? 1);
}

function commandsOf(model: string, properties: readonly Property[], actions: readonly Action[]): Command[] {
  const device = `miot:${model}`;
  return [
    ...properties.map(
      (property): Command => ({
        kind: "set",
        device,
        properties: [{ address: property.address, value: otherValue(property) }],
      }),
    ),
    ...actions.map(
      (action): Command => ({
        kind: "invoke",
        device,
        action: action.address,
        in: action.in.map((property) => otherValue(property)),
      }),
    ),
  ];
}

const name = (outcome: Outcome) => ("property" in outcome ? outcome.property : outcome.action);

describe.each(["aedes", "mosquitto"] as const)("every property and action of 227 models over %s", (broker) => {
  let world: BridgedHome;

  beforeAll(async () => {
    world = await BridgedHome.start({
      broker,
      file,
      face: miotFace(),
      dialect: () => new MiotDialect({ specs: NO_SPECS }),
      idOf: (id) => `miot:${id}`,
      timeout: 4000,
    });
  });

  afterAll(async () => {
    await world?.stop();
  });

  it("are all of them there", () => {
    expect(models).toHaveLength(227);
    expect(world.home.size).toBe(227);
    expect(world.bridge.status.problems).toEqual([]);
  });

  it.each(models.map(({ model }) => model))("%s", async (model) => {
    const device = world.home.device(`miot:${model}`) ?? expect.fail("not found");
    const writable = [...device.spec.properties.values()].filter(({ access }) => access.write);
    const commands = commandsOf(model, writable, [...device.spec.actions.values()]);
    const { outcomes } = await world.home.execute(commands, { kind: "person" });
    expect(outcomes).toHaveLength(commands.length);
    const failed = outcomes.filter(({ status }) => status !== "confirmed" && status !== "unchanged");
    expect(failed.map((outcome) => `${name(outcome)}: ${outcome.status} ${outcome.code ?? ""}`)).toEqual([]);
  });
});
