import { chmod, readFile, writeFile } from "node:fs/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { checkClientCertificate, hubConnection } from "../../../src/bridge/hub/index.ts";
import { Connection } from "../../../src/bridge/index.ts";
import { CLIENT_DID, startHub, type TestHub } from "../../support/hub.ts";

let hub: TestHub;
beforeAll(async () => {
  hub = await startHub();
});
afterAll(() => hub.stop());

const day = 86_400_000;

test("a client certificate is checked for its date and its client", async () => {
  const pem = await readFile(hub.files.cert, "utf8");
  const now = Date.now();
  expect(checkClientCertificate(pem, CLIENT_DID, now)).toBeNull();
  expect(checkClientCertificate(pem.replace("BEGIN", "END"), CLIENT_DID, now)).toBe("unreadable");
  expect(checkClientCertificate(pem, "1", now)).toBe("other-client");
  expect(checkClientCertificate(pem, CLIENT_DID, now + 28 * day)).toBe("expires-soon");
  expect(checkClientCertificate(pem, CLIENT_DID, now + 31 * day)).toBe("expired");
});

test("files that cannot be used are named; a key that others may read is refused", async () => {
  await expect(hubConnection({ ...hub.files, ca: "/nowhere/ca.pem" })).rejects.toThrow("/nowhere/ca.pem");
  await expect(hubConnection({ ...hub.files, clientDid: "12 34" })).rejects.toMatchObject({ code: "invalid-request" });
  const open = `${hub.files.key}.open`;
  await writeFile(open, await readFile(hub.files.key));
  await chmod(open, 0o644);
  await expect(hubConnection({ ...hub.files, key: open })).rejects.toMatchObject({ code: "open-secret" });
  const text = `${hub.files.key}.txt`;
  await writeFile(text, "not a key");
  await expect(hubConnection({ ...hub.files, cert: text })).rejects.toMatchObject({ code: "invalid-file" });
});

test("a hub with another authority is not trusted, whatever its name", async () => {
  const stranger = await startHub();
  try {
    const silent = { message: () => {}, connected: () => {}, disconnected: () => {}, problem: () => {} };
    const options = { ...hub.client, url: stranger.client.url };
    const connection = new Connection(options, [], silent, Date.now);
    connection.start();
    await expect(connection.ready(1000)).rejects.toThrow(/certificate|self-signed|verify/i);
    await connection.stop();
  } finally {
    await stranger.stop();
  }
});
