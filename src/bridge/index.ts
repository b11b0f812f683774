/**
 * Between the home and MQTT: `connection.ts` is one MQTT connection that comes back by itself, `broker.ts` the broker
 * inside Jia, `bridge.ts` joins both with the home, `pending-command.ts` decides when a command is done. Each dialect has
 * a folder; `dialects.ts` lists them.
 */
export { Bridge, type BridgeOptions, type BridgeStatus, type LinkOptions } from "./bridge.ts";
export { Broker, type BrokerOptions } from "./broker.ts";
export { type BrokerCause, type BrokerTrouble, troubleMessage } from "./broker-trouble.ts";
export { Connection, type ConnectionListener, type ConnectionStatus } from "./connection.ts";
export type { ConnectionOptions } from "./connection-options.ts";
export type {
  Dialect,
  DialectOutput,
  DialectProblem,
  EncodedCommand,
  InboundMessage,
  JoiningDevice,
  Publication,
  Reply,
  ReplyItem,
} from "./dialect.ts";
export { MIOT_CODE, MiotDialect, type MiotOptions } from "./miot/index.ts";
export type { ProblemCount } from "./problems.ts";
export type { MissingFilter, MissingFilterReason } from "./subscriptions.ts";
