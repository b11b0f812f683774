import { type HomeFileDevice, initialState, type Value } from "../../src/home/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { chooseBehaviours } from "../../src/simulator/behaviours/index.ts";
import { SimulatedDevice, SimulatedWorld } from "../../src/simulator/index.ts";
import { ManualClock } from "./clock.ts";

export const library = new SpecLibrary("devices");
const world = new SimulatedWorld({ clock: new ManualClock(), timezone: "UTC", seed: 1 });

type Given = Partial<HomeFileDevice> & { readonly values?: Readonly<Record<string, Value>> };

/** A device of a home file, of a model of devices/. */
export function homeFileDevice(model: string, { values = {}, ...rest }: Given = {}): HomeFileDevice {
  const spec = library.byModel(model);
  if (!spec) throw new Error(`no model ${model}`);
  const { state, wrong } = initialState(spec, values);
  if (wrong.length > 0) throw new Error(wrong.join());
  const device = { id: "1", name: "Device", aliases: [], room: null, model, spec, instance: null, online: true, state };
  return { ...device, ...rest };
}

/** A simulated device of a model of devices/, that does at once what it is told. */
export function simulated(model: string, given: Given = {}): SimulatedDevice {
  const device = new SimulatedDevice(homeFileDevice(model, given));
  device.use(chooseBehaviours(device, world, "instant"));
  return device;
}
