import { EventEmitter } from "node:events";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { MODELS } from "./models.ts";
import { descriptorOf, type Kept, RadioDevice } from "./radio-device.ts";
import type { Frame, Herdsman, ZclPayload } from "./zcl.ts";

/**
 * Loaded before Zigbee2MQTT in its own process (`--import`): puts a simulated radio in the place of the adapter that
 * zigbee-herdsman would open on a serial port. Everything above the adapter is the real program.
 */

/** What the radio is told by the process that started Zigbee2MQTT. */
export interface Order {
  readonly device: string;
  readonly does: "fall-silent" | "answer-again" | "press";
}

const COORDINATOR = "0x00124b0000000001";
/** Milliseconds that a frame takes over the air and back. */
const AIR_TIME = 15;
const ZDO = { node: 0x0002, simple: 0x0004, endpoints: 0x0005 } as const;
const SUCCESS = 0;

const folder = process.env["ZIGBEE2MQTT_CHECK_FOLDER"] ?? "";
const file = join(process.env["ZIGBEE2MQTT_DATA"] ?? "", "simulated-radio.json");
const require = createRequire(join(folder, "node_modules/zigbee2mqtt/package.json"));
const herdsman = require("zigbee-herdsman") as Herdsman;
const { Adapter } = require("zigbee-herdsman/dist/adapter/adapter.js") as { Adapter: { create: unknown } };

/** Has the methods of zigbee-herdsman's `Adapter` that Zigbee2MQTT calls with such devices. */
class SimulatedRadio extends EventEmitter {
  readonly hasZdoMessageOverhead = true;
  readonly manufacturerID = 0x1049;
  /** Keyed by IEEE address. */
  readonly #devices: ReadonlyMap<string, RadioDevice>;

  constructor() {
    super();
    const kept = existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Record<string, Kept>) : {};
    this.#devices = new Map(
      MODELS.map((model, index) => [model.ieee, new RadioDevice(herdsman, model, 0x1000 + index, kept[model.ieee])]),
    );
  }

  obey({ device: ieee, does }: Order): void {
    const device = this.#device(ieee);
    if (does === "press") {
      const report = device.press();
      if (report) this.emit("zclPayload", payloadOf(device, report));
      this.#keep();
    } else device.silent = does === "fall-silent";
  }

  // Of "reset" the controller forgets its devices.
  start = () => Promise.resolve("resumed");
  stop = () => Promise.resolve();
  reset = () => Promise.resolve();
  getCoordinatorIEEE = () => Promise.resolve(COORDINATOR);
  getCoordinatorVersion = () => Promise.resolve({ type: "simulated", meta: { revision: 1 } });
  getNetworkParameters = () =>
    Promise.resolve({ panID: 0x1a62, extendedPanID: "0xdddddddddddddddd", channel: 11, nwkUpdateID: 0 });
  supportsBackup = () => Promise.resolve(false);
  addInstallCode = () => Promise.resolve();
  restoreChannelInterPAN = () => Promise.resolve();
  sendZclFrameToAll = () => Promise.resolve();
  waitFor = () => ({ promise: new Promise<never>(() => undefined), cancel: () => undefined });

  /** Whoever wants to join and has not yet does so at once. */
  permitJoin(seconds: number): Promise<void> {
    if (seconds === 0) return Promise.resolve();
    for (const device of this.#devices.values()) {
      if (device.kept.joined) continue;
      device.kept.joined = true;
      setImmediate(() => this.emit("deviceJoined", { networkAddress: device.address, ieeeAddr: device.model.ieee }));
    }
    this.#keep();
    return Promise.resolve();
  }

  async sendZdo(ieee: string, address: number, cluster: number): Promise<readonly [number, object | undefined]> {
    if (address === 0) return [SUCCESS, coordinator(cluster)];
    const device = await this.#reach(ieee);
    switch (cluster) {
      case ZDO.node:
        return [SUCCESS, nodeOf(device)];
      case ZDO.endpoints:
        return [SUCCESS, { nwkAddress: address, endpointList: [1] }];
      case ZDO.simple:
        return [SUCCESS, descriptorOf(device)];
      default:
        // Binding and the like.
        return [SUCCESS, undefined];
    }
  }

  async sendZclFrameToEndpoint(ieee: string, _address: number, _endpoint: number, frame: Frame): Promise<unknown> {
    const device = await this.#reach(ieee);
    const answer = device.take(frame);
    this.#keep();
    if (!answer) return undefined;
    const payload = payloadOf(device, answer);
    this.emit("zclPayload", payload);
    return payload;
  }

  async sendZclFrameToGroup(group: number, frame: Frame): Promise<void> {
    await wait(AIR_TIME);
    for (const device of this.#devices.values()) {
      if (!device.silent && device.kept.groups.includes(group)) device.take(frame);
    }
    this.#keep();
  }

  /** @throws what an adapter says when nobody acknowledges a frame */
  async #reach(ieee: string): Promise<RadioDevice> {
    await wait(AIR_TIME);
    const device = this.#device(ieee);
    if (device.silent) throw new Error(`Delivery failed for '${device.address}'.`);
    return device;
  }

  #device(ieee: string): RadioDevice {
    const device = this.#devices.get(ieee);
    if (!device) throw new Error(`No device ${ieee} in the simulated network.`);
    return device;
  }

  #keep(): void {
    const all = [...this.#devices].map(([ieee, { kept }]) => [ieee, kept] as const);
    writeFileSync(file, JSON.stringify(Object.fromEntries(all)));
  }
}

function payloadOf(device: RadioDevice, frame: Frame): ZclPayload {
  const data = frame.toBuffer();
  return {
    clusterID: frame.cluster.ID,
    address: device.address,
    header: herdsman.Zcl.Header.fromBuffer(data),
    data,
    endpoint: 1,
    linkquality: 120,
    groupID: 0,
    wasBroadcast: false,
    destinationEndpoint: 1,
  };
}

function nodeOf({ address, model }: RadioDevice): object {
  return {
    nwkAddress: address,
    logicalType: 1,
    manufacturerCode: model.manufacturerCode,
    serverMask: { stackComplianceRevision: 22 },
  };
}

function coordinator(cluster: number): object | undefined {
  const nwkAddress = 0;
  if (cluster === ZDO.endpoints) return { nwkAddress, endpointList: [1] };
  if (cluster !== ZDO.simple) return undefined;
  return { nwkAddress, endpoint: 1, profileId: 0x0104, deviceId: 5, inClusterList: [], outClusterList: [] };
}

let radio: SimulatedRadio | null = null;
Adapter.create = () => {
  radio = new SimulatedRadio();
  return Promise.resolve(radio);
};
process.on("message", (order: Order) => radio?.obey(order));
process.channel?.unref();
