import { type Emulation, startSimulator } from "../emulation.ts";
import { makeHubCertificates } from "./authority.ts";
import { hubEmulator } from "./emulator.ts";
import { HubBroker } from "./hub-broker.ts";

const HUB_CLIENT = "1290012345678901234";

/** A hub with a broker of its own: TLS, client certificates, an authority made for it. */
export const hubEmulation: Emulation<"hub"> = {
  name: "hub",
  needsBroker: false,
  async start(options) {
    const { folder } = options;
    const certificates = await makeHubCertificates({ folder, clientDid: HUB_CLIENT });
    const broker = new HubBroker({ folder, certificates });
    await broker.start();
    try {
      const simulator = await startSimulator(options, { url: broker.innerUrl, subscribeQos: 2 }, hubEmulator());
      const variables = {
        JIA_HUB_CLIENT: HUB_CLIENT,
        JIA_HUB_HOST: "127.0.0.1",
        JIA_HUB_PORT: String(broker.port),
        JIA_HUB_CA: certificates.ca,
        JIA_HUB_CERT: certificates.client.cert,
        JIA_HUB_KEY: certificates.client.key,
      };
      return {
        access: { kind: "hub", variables },
        device: (id) => simulator.device(id),
        async stop() {
          await simulator.stop();
          await broker.stop();
        },
      };
    } catch (error) {
      await broker.stop();
      throw error;
    }
  },
};
