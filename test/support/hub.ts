import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type HubFiles, hubConnection } from "../../src/bridge/hub/index.ts";
import type { ConnectionOptions } from "../../src/bridge/index.ts";
import { makeHubCertificates } from "../../src/simulator/emulators/hub/authority.ts";
import { HubBroker } from "../../src/simulator/emulators/hub/hub-broker.ts";

export const CLIENT_DID = "1290012345678901234";

/** The broker of a simulated hub with certificates of its own, in a folder that is gone afterwards. */
export interface TestHub {
  readonly broker: HubBroker;
  /** For the controller: TLS and its certificate. */
  readonly client: ConnectionOptions;
  /** The client's files, as a user has them. */
  readonly files: HubFiles;
  /** For the simulated devices. */
  readonly inner: ConnectionOptions;
  stop(): Promise<void>;
}

export async function startHub(): Promise<TestHub> {
  const folder = await mkdtemp(join(tmpdir(), "jia-hub-"));
  const certificates = await makeHubCertificates({ folder, clientDid: CLIENT_DID });
  const broker = new HubBroker({ folder, certificates });
  await broker.start();
  const { ca, client } = certificates;
  const files = { host: "127.0.0.1", port: broker.port, clientDid: CLIENT_DID, ca, ...client };
  const connection = await hubConnection(files);
  const backoff = { first: 20, max: 100 };
  return {
    broker,
    client: { ...connection, backoff },
    files,
    inner: { url: broker.innerUrl, backoff, subscribeQos: 2 },
    async stop() {
      await broker.stop();
      await rm(folder, { recursive: true });
    },
  };
}
