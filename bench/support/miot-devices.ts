import { type HomeFileDevice, initialState } from "../../src/home/index.ts";
import { SpecLibrary } from "../../src/library/index.ts";
import { miotEmulator, SimulatedDevice } from "../../src/simulator/index.ts";
import { bareClient } from "./broker.ts";

const MODELS = [
  "jia.light.white",
  "yeelink.light.color5",
  "lumi.curtain.hagl08",
  "zhimi.airp.mb5",
  "cuco.plug.cp2",
  "lumi.sensor_motion.v2",
  "deerma.humidifier.jsq2g",
  "xiaomi.airc.r24r00",
];

const library = new SpecLibrary("devices");

/** Puts every device on the broker, retained. Returns the number of messages. */
export async function announce(url: string, count: number): Promise<number> {
  const client = await bareClient(url);
  const emulator = miotEmulator()(
    { rooms: new Map(), floors: new Map(), gateway: "simulator-bench", now: () => Date.now() },
    null,
  );
  const devices = Array.from({ length: count }, (_, index) => new SimulatedDevice(fileDevice(index)));
  const publications = [...emulator.connected(devices), ...devices.flatMap((device) => emulator.announce(device))];
  for (let start = 0; start < publications.length; start += 500) {
    await Promise.all(
      publications
        .slice(start, start + 500)
        .map(({ topic, payload, qos, retain }) => client.publishAsync(topic, payload.toString(), { qos, retain })),
    );
  }
  await client.endAsync();
  return publications.length;
}

function fileDevice(index: number): HomeFileDevice {
  const model = MODELS[index % MODELS.length] ?? "";
  const spec = library.byModel(model);
  if (!spec) throw new Error(`no spec for ${model}`);
  return {
    id: `device-${index}`,
    name: `Device ${index}`,
    aliases: [`number ${index}`],
    room: `room-${index % 200}`,
    model,
    spec,
    instance: null,
    online: true,
    state: initialState(spec, {}).state,
  };
}
