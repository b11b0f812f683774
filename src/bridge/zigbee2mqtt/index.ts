export { buildShape, type ShapeSource, type WireScene } from "./build.ts";
export { Zigbee2MqttDialect, type Zigbee2MqttOptions } from "./dialect.ts";
export { ACCESS, BridgeDevice, BridgeGroup, Expose } from "./exposes.ts";
export type { BridgeRequest } from "./requests.ts";
export type {
  ActionBinding,
  DeviceShape as Shape,
  EventBinding,
  PropertyBinding as Binding,
  Unsupported,
  WirePath,
} from "./shape.ts";
export { getAt, isObject, putAt } from "./shape-builder.ts";
