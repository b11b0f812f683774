/** What of zigbee-herdsman's own types the simulated radio needs. Zigbee2MQTT is no dependency of this project. */
export interface Attribute {
  readonly ID: number;
  readonly type: number;
}

export interface Cluster {
  readonly ID: number;
  readonly name: string;
  /** Keyed by name. */
  readonly attributes: Readonly<Record<string, Attribute>>;
}

/** A frame of the Zigbee Cluster Library, as zigbee-herdsman makes it. */
export interface Frame {
  readonly header: {
    readonly transactionSequenceNumber: number;
    readonly manufacturerCode: number | undefined;
    readonly isGlobal: boolean;
    readonly frameControl: { readonly disableDefaultResponse: boolean };
  };
  readonly payload: unknown;
  readonly cluster: Cluster;
  /** `response` is the id of the command that answers it. */
  readonly command: { readonly ID: number; readonly name: string; readonly response?: number };
  toBuffer(): Buffer;
}

/** What zigbee-herdsman's controller takes from its adapter. */
export interface ZclPayload {
  readonly clusterID: number;
  readonly address: number;
  readonly header: unknown;
  readonly data: Buffer;
  readonly endpoint: number;
  readonly linkquality: number;
  readonly groupID: number;
  readonly wasBroadcast: boolean;
  readonly destinationEndpoint: number;
}

export interface Herdsman {
  readonly Zcl: {
    readonly Frame: {
      create(
        frameType: number,
        direction: number,
        disableDefaultResponse: boolean,
        manufacturerCode: number | undefined,
        sequence: number,
        command: string | number,
        cluster: Cluster | string,
        payload: unknown,
        customClusters: Record<string, never>,
      ): Frame;
    };
    readonly Header: { fromBuffer(buffer: Buffer): unknown };
    /** Keyed by name. */
    readonly Clusters: Readonly<Record<string, Cluster>>;
  };
}

export const GLOBAL = 0;
export const SPECIFIC = 1;
export const TO_CLIENT = 1;

export const SUCCESS = 0;
export const UNSUPPORTED_ATTRIBUTE = 0x86;
