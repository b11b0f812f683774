import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Dialect } from "../../src/bridge/index.ts";
import {
  type Action,
  type Command,
  clampNumber,
  type HomeFile,
  type Outcome,
  type Property,
  type Value,
} from "../../src/home/index.ts";
import { BridgedHome, type Simulation } from "../support/bridged-home.ts";
import type { BROKERS } from "../support/broker.ts";
import { oneOfEach, publishedModels } from "../support/one-of-each.ts";

const models = publishedModels();

/** A home with one device of every published model. */
export const everyModel: HomeFile = oneOfEach(models);

/** A dialect that is to carry every writable property and every action there is. */
export type AllSpecs = Simulation & {
  readonly name: string;
  readonly dialect: () => Dialect;
  readonly idOf: (model: string) => string;
  readonly brokers: readonly (keyof typeof BROKERS)[];
};

/** A value that the property allows and that differs from the first one, where it allows another. */
function otherValue(property: Property): Value {
  if (property.values.length > 0) return property.values.at(-1)?.value ?? 0;
  if (property.format === "bool") return true;
  if (property.format === "string") return "text";
  return clampNumber(property, property.range?.max ?? 1);
}

function commandsOf(device: string, properties: readonly Property[], actions: readonly Action[]): Command[] {
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

/** Sets every writable property and invokes every action of every model, through bridge and broker to a device and back. */
export function allSpecs(given: AllSpecs): void {
  describe.each(given.brokers)(`${given.name}: every property and action of 227 models over %s`, (broker) => {
    let world: BridgedHome;

    beforeAll(async () => {
      world = await BridgedHome.start({ ...given, broker, file: everyModel, timeout: 4000 });
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
      const id = given.idOf(model);
      const device = world.home.device(id) ?? expect.fail("not found");
      const writable = [...device.spec.properties.values()].filter(({ access }) => access.write);
      const commands = commandsOf(id, writable, [...device.spec.actions.values()]);
      const { outcomes } = await world.home.execute(commands, { kind: "person" });
      expect(outcomes).toHaveLength(commands.length);
      const failed = outcomes.filter(({ status }) => status !== "confirmed" && status !== "unchanged");
      expect(failed.map((outcome) => `${name(outcome)}: ${outcome.status} ${outcome.code ?? ""}`)).toEqual([]);
    });
  });
}
