import { once } from "node:events";
import { createServer } from "node:net";
import { Aedes, type AedesOptions } from "aedes";

/** A broker on a free port of this machine with rules of its own: whom it lets do what. */
export interface RuledBroker {
  readonly url: string;
  stop(): Promise<void>;
}

export async function ruledBroker(rules: Partial<AedesOptions>): Promise<RuledBroker> {
  const aedes = await Aedes.createBroker(rules);
  const server = createServer((socket) => aedes.handle(socket)).listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  return {
    url: `mqtt://127.0.0.1:${port}`,
    stop: async () => {
      await new Promise<void>((resolve) => aedes.close(() => resolve()));
      server.close();
    },
  };
}
