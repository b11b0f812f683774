/** The Mi Home central hub gateway, and what its cloud says by MQTT (docs/mi-home-hub.md). */
export { type CertificateProblem, checkClientCertificate, type HubFiles, hubConnection } from "./access.ts";
export { type CloudAccess, cloudConnection } from "./cloud-access.ts";
export { type CloudDevice, parseCloudDevices } from "./cloud-devices.ts";
export { CloudStateDialect, type CloudStateOptions } from "./cloud-dialect.ts";
export { HubDialect, type HubDialectOptions } from "./dialect.ts";
export { discoverHubs, type FoundHub } from "./discover.ts";
export { type HubNames, parseHubNames } from "./names.ts";
export type { HubProfile } from "./profile.ts";
