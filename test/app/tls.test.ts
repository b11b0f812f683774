import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { request } from "node:https";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { App } from "../../src/app.ts";
import { COMMANDS } from "../../src/commands/index.ts";
import { runningApp } from "../support/app.ts";
import { run } from "../support/command-line.ts";

let folder: string;
let app: App;
const file = (name: string) => join(folder, name);
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jia-tls-"));
  const subject = ["-subj", "/CN=jia.example.org", "-addext", "subjectAltName=DNS:jia.example.org"];
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", file("key.pem")];
  execFileSync("openssl", ["req", "-x509", ...key, "-out", file("cert.pem"), "-days", "2", ...subject], {
    stdio: "pipe",
  });
  app = await runningApp(
    { JIA_CERT: file("cert.pem"), JIA_KEY: file("key.pem"), JIA_TOKEN: "", JIA_DATA: file("data") },
    { memory: false },
  );
});
afterAll(async () => {
  await app?.stop();
  rmSync(folder, { recursive: true });
});

/** Asks Jia by the name in its certificate, which leads to this machine. */
async function ask(path: string, headers: Record<string, string> = {}) {
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; headers: Record<string, unknown> }>();
  const { port } = new URL(app.url);
  const options = { host: "127.0.0.1", port, path, servername: "jia.example.org", ca: readFileSync(file("cert.pem")) };
  request({ ...options, headers: { host: `127.0.0.1:${port}`, ...headers } }, (answer) => {
    answer.resume();
    answer.on("end", () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers }));
  })
    .on("error", reject)
    .end();
  return await promise;
}

describe("a Jia with a certificate", () => {
  it("answers over HTTPS, and its pages keep browsers there", async () => {
    expect(app.url).toMatch(/^https:/);
    expect((await ask("/health")).status).toBe(200);
    expect((await ask("/api/devices")).status).toBe(401);
    expect((await ask("/api/devices", { authorization: `Bearer ${app.ownerToken}` })).status).toBe(200);
    expect((await ask("/sign-in")).headers["strict-transport-security"]).toMatch(/max-age=\d+/);
  });

  it("is reached by the command line of its machine, which trusts this certificate alone", async () => {
    const reach = ["--url", app.url, "--data", file("data")];
    const env = { JIA_TOKEN: "", JIA_CERT: file("cert.pem"), JIA_KEY: file("key.pem") };
    expect(await run(COMMANDS, ["devices", ...reach], { env })).toMatchObject({ code: 0, err: "" });
    const without = await run(COMMANDS, ["devices", ...reach], { env: { JIA_TOKEN: "" } });
    expect(without.code).toBe(3);
  });

  it("cuts off a connection that only pretends to begin", async () => {
    const { port } = new URL(app.url);
    const socket = connect(Number(port), "127.0.0.1");
    socket.write("GET / HTTP/1.1\r\n\r\n");
    await new Promise((resolve) => socket.once("close", resolve));
    expect(socket.destroyed).toBe(true);
  });
});
