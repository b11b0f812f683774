import {
  type Cluster,
  type Frame,
  GLOBAL,
  type Herdsman,
  SPECIFIC,
  SUCCESS,
  TO_CLIENT,
  UNSUPPORTED_ATTRIBUTE,
} from "./zcl.ts";

type AttributeValue = number | string;

/** What a kind of device is made of. */
export interface Model {
  readonly ieee: string;
  readonly manufacturerCode: number;
  readonly deviceId: number;
  /** What its attributes are when it joins, keyed by cluster and attribute name. */
  readonly attributes: Readonly<Record<string, Readonly<Record<string, AttributeValue>>>>;
}

/** What a device keeps when Zigbee2MQTT restarts: it is in another house than the computer. */
export interface Kept {
  joined: boolean;
  /** Keyed by cluster and attribute name. */
  attributes: Record<string, Record<string, AttributeValue>>;
  groups: number[];
  /** Clusters whose attributes it was told to report. */
  reporting: string[];
}

const ENDPOINT = 1;

/** A simulated Zigbee device with one endpoint: reads, writes, groups, on/off, level and color temperature. */
export class RadioDevice {
  readonly model: Model;
  readonly address: number;
  readonly kept: Kept;
  /** It got no power: nothing that is sent to it arrives. */
  silent = false;
  readonly #herdsman: Herdsman;
  #sequence = 0;

  constructor(herdsman: Herdsman, model: Model, address: number, kept: Kept | undefined) {
    this.#herdsman = herdsman;
    this.model = model;
    this.address = address;
    this.kept = kept ?? {
      joined: false,
      attributes: structuredClone({ ...model.attributes }),
      groups: [],
      reporting: [],
    };
  }

  get clusters(): number[] {
    const names = [...Object.keys(this.model.attributes), "genGroups"];
    return names.flatMap((name) => this.#herdsman.Zcl.Clusters[name]?.ID ?? []);
  }

  /** Takes a frame; gives the answer, or null where the sender wants none. */
  take(frame: Frame): Frame | null {
    const { header, cluster, command } = frame;
    if (header.isGlobal) return this.#general(frame);
    const fields = frame.payload as Readonly<Record<string, number>>;
    const extra = this.#obey(`${cluster.name}.${command.name}`, fields);
    if (command.response !== undefined) {
      return this.#frame(SPECIFIC, command.response, cluster, { status: SUCCESS, ...extra }, header);
    }
    if (header.frameControl.disableDefaultResponse) return null;
    return this.#frame(GLOBAL, "defaultRsp", cluster, { cmdId: command.ID, statusCode: SUCCESS }, header);
  }

  /** Somebody presses its button: it switches, and reports that where it was told to. */
  press(): Frame | null {
    const before = this.kept.attributes["genOnOff"]?.["onOff"];
    this.#set("genOnOff", "onOff", before === 1 ? 0 : 1);
    const cluster = this.#herdsman.Zcl.Clusters["genOnOff"];
    if (!cluster || !this.kept.reporting.includes("genOnOff")) return null;
    this.#sequence = (this.#sequence + 1) % 256;
    const header = { transactionSequenceNumber: this.#sequence, manufacturerCode: undefined };
    const onOff = cluster.attributes["onOff"];
    const payload = [{ attrId: onOff?.ID, dataType: onOff?.type, attrData: before === 1 ? 0 : 1 }];
    return this.#frame(GLOBAL, "report", cluster, payload, header);
  }

  #general({ header, cluster, command, payload }: Frame): Frame | null {
    const items = payload as readonly { readonly attrId: number; readonly attrData?: AttributeValue }[];
    switch (command.name) {
      case "read":
        return this.#frame(
          GLOBAL,
          "readRsp",
          cluster,
          items.map(({ attrId }) => this.#read(cluster, attrId)),
          header,
        );
      case "write":
        for (const { attrId, attrData } of items) {
          const name = nameOf(cluster, attrId);
          if (name !== undefined && attrData !== undefined) this.#set(cluster.name, name, attrData);
        }
        return this.#frame(GLOBAL, "writeRsp", cluster, [{ status: SUCCESS }], header);
      case "configReport":
        this.kept.reporting.push(cluster.name);
        return this.#frame(GLOBAL, "configReportRsp", cluster, [{ status: SUCCESS }], header);
      default:
        return this.#frame(GLOBAL, "defaultRsp", cluster, { cmdId: command.ID, statusCode: SUCCESS }, header);
    }
  }

  #read(cluster: Cluster, attrId: number): object {
    const name = nameOf(cluster, attrId);
    const value = name === undefined ? undefined : this.kept.attributes[cluster.name]?.[name];
    if (name === undefined || value === undefined) return { attrId, status: UNSUPPORTED_ATTRIBUTE };
    return { attrId, status: SUCCESS, dataType: cluster.attributes[name]?.type, attrData: value };
  }

  /** Does what a command says; gives what its answer carries beside the status. */
  #obey(command: string, fields: Readonly<Record<string, number>>): object {
    switch (command) {
      case "genOnOff.on":
      case "genOnOff.off":
        this.#set("genOnOff", "onOff", command === "genOnOff.on" ? 1 : 0);
        return {};
      case "genLevelCtrl.moveToLevel":
      case "genLevelCtrl.moveToLevelWithOnOff":
        this.#set("genLevelCtrl", "currentLevel", fields["level"] ?? 0);
        if (command.endsWith("OnOff")) this.#set("genOnOff", "onOff", (fields["level"] ?? 0) > 0 ? 1 : 0);
        return {};
      case "lightingColorCtrl.moveToColorTemp":
        this.#set("lightingColorCtrl", "colorTemperature", fields["colortemp"] ?? 0);
        return {};
      case "genGroups.add":
        this.kept.groups.push(fields["groupid"] ?? 0);
        return { groupid: fields["groupid"] };
      case "genGroups.remove":
        this.kept.groups = this.kept.groups.filter((group) => group !== fields["groupid"]);
        return { groupid: fields["groupid"] };
      default:
        return {};
    }
  }

  #set(cluster: string, attribute: string, value: AttributeValue): void {
    const attributes = this.kept.attributes[cluster];
    if (attributes) attributes[attribute] = value;
  }

  #frame(
    type: number,
    command: string | number,
    cluster: Cluster,
    payload: unknown,
    {
      transactionSequenceNumber,
      manufacturerCode,
    }: Pick<Frame["header"], "transactionSequenceNumber" | "manufacturerCode">,
  ): Frame {
    const { Frame: frames } = this.#herdsman.Zcl;
    return frames.create(
      type,
      TO_CLIENT,
      true,
      manufacturerCode,
      transactionSequenceNumber,
      command,
      cluster,
      payload,
      {},
    );
  }
}

/** Its simple descriptor, as the Zigbee Device Object tells it. */
export function descriptorOf(device: RadioDevice): object {
  return {
    nwkAddress: device.address,
    length: 0,
    endpoint: ENDPOINT,
    profileId: 0x0104,
    deviceId: device.model.deviceId,
    deviceVersion: 1,
    inClusterList: device.clusters,
    outClusterList: [],
  };
}

function nameOf(cluster: Cluster, attribute: number): string | undefined {
  return Object.entries(cluster.attributes).find(([, { ID }]) => ID === attribute)?.[0];
}
