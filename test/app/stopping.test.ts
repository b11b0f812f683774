import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, it } from "vitest";
import { z } from "zod";

const cleanups: (() => unknown)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0).reverse()) cleanup();
});

/** A server that accepts connections and never sends anything. */
async function muteBroker(): Promise<{ port: number; connected: Promise<unknown> }> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => sockets.add(socket.on("error", () => undefined)));
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  cleanups.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: z.object({ port: z.number() }).parse(server.address()).port, connected: once(server, "connection") };
}

it.each(["SIGINT", "SIGTERM"] as const)(
  "%s ends a start that waits for its broker at once",
  async (name) => {
    const folder = mkdtempSync(join(tmpdir(), "jia-stopping-"));
    cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
    const { port, connected } = await muteBroker();
    const child = spawn(
      process.execPath,
      ["src/cli.ts", "start", "--port", "0", "--data", folder, "--mqtt", `mqtt://127.0.0.1:${port}`, "--model", "none"],
      { stdio: ["ignore", "pipe", "pipe"], env: { PATH: process.env["PATH"], LANG: "en_US.UTF-8" } },
    );
    cleanups.push(() => child.kill("SIGKILL"));
    const said: Buffer[] = [];
    child.stderr.on("data", (bytes: Buffer) => said.push(bytes));
    await connected;
    const exited = once(child, "close");
    child.kill(name);
    expect(await exited).toEqual([130, null]);
    // The broker would be waited for longer than a process may take to end. Ended by force it would leave its database and the
    // log of that; a start that did not come up takes what it made away again.
    expect(readdirSync(folder)).toEqual([]);
    // A broker that was not awaited is not blamed either.
    expect(Buffer.concat(said).toString()).toBe("");
  },
  20_000,
);
