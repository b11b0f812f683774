import type { DeviceDescription, DeviceId, WireCommand } from "../../home/index.ts";
import type { DialectOutput, EncodedCommand } from "../dialect.ts";
import { SpecWriter } from "../spec/writer.ts";
import { type BridgeRequest, MAX_PERMIT_SECONDS, requestPublication } from "./requests.ts";
import { isObject } from "./shape-builder.ts";

/** Opens the network for so many seconds. */
const OPEN_NETWORK = "gateway.open-network";

/** The bridge itself as a device: whether new devices may join, and whether it is well. */
export class Gateway {
  readonly id: DeviceId;
  readonly #base: string;
  readonly #description: DeviceDescription;
  #told = false;

  constructor(id: DeviceId, base: string) {
    this.id = id;
    this.#base = base;
    const writer = new SpecWriter("zigbee2mqtt-spec", "zigbee2mqtt-bridge");
    const service = writer.service("gateway", "Zigbee network");
    service.property({
      name: "permit-join",
      description: "New devices may join",
      format: "bool",
      read: true,
      write: true,
    });
    const seconds = service.property({
      name: "permit-join-seconds",
      description: "Seconds for which new devices may join",
      format: "uint8",
      unit: "seconds",
      range: [1, MAX_PERMIT_SECONDS, 1],
      read: false,
      write: false,
    });
    service.action("health-check", "Health check");
    service.action("open-network", "Let new devices join", [seconds]);
    this.#description = {
      id,
      name: base === "zigbee2mqtt" ? "Zigbee2MQTT" : `Zigbee2MQTT (${base})`,
      aliases: [],
      room: null,
      model: "zigbee2mqtt",
      spec: writer.finish("gateway", "Zigbee gateway").spec,
      dialect: "zigbee2mqtt",
      reports: true,
    };
  }

  /** `bridge/info`: the first one makes the device. */
  info(body: unknown, online: boolean | null): DialectOutput[] {
    if (!isObject(body)) return [];
    const outputs: DialectOutput[] = [];
    if (!this.#told) {
      this.#told = true;
      outputs.push({ kind: "device", device: this.#description }, ...this.availability(online));
    }
    const value = body["permit_join"];
    if (typeof value === "boolean") {
      const values = [{ address: "gateway.permit-join", value }];
      outputs.push({ kind: "values", id: this.id, values, cause: "report" });
    }
    return outputs;
  }

  availability(online: boolean | null): DialectOutput[] {
    return this.#told ? [{ kind: "availability", id: this.id, online }] : [];
  }

  encode(command: WireCommand, request: string): EncodedCommand {
    return { publications: [requestPublication(this.#base, wantedOf(command), request)], confirmation: "reply" };
  }
}

function wantedOf(command: WireCommand): BridgeRequest {
  if (command.kind === "set") {
    const opens = command.writes.some(({ value }) => value === true);
    return { kind: "permit-join", seconds: opens ? MAX_PERMIT_SECONDS : 0 };
  }
  if (command.action.address !== OPEN_NETWORK) return { kind: "health-check" };
  return { kind: "permit-join", seconds: Number(command.in[0] ?? MAX_PERMIT_SECONDS) };
}
