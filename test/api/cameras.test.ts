import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import { expect, it, onTestFinished } from "vitest";
import { exampleHome } from "../../bench/support/homes.ts";
import { camerasResource } from "../../src/api/resources/cameras.ts";
import { Cameras } from "../../src/app/cameras.ts";
import { type CameraSetting, loadConfig } from "../../src/config/index.ts";
import { testApiOn } from "../support/api.ts";
import { ManualClock } from "../support/clock.ts";
import { flood, webServer } from "../support/web-server.ts";

const server = webServer();
const PICTURE = Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]);

const picture = (response: ServerResponse) => response.setHeader("content-type", "image/jpeg").end(PICTURE);

/** The API over these cameras. */
async function camerasApi(cameras: readonly CameraSetting[], stillMs = 5_000) {
  const home = exampleHome("flat");
  const people = {
    named: (name: string) => ({ id: name }),
    get: () => ({ role: "child" as const, hasPin: false }),
    list: () => [],
    tokens: { personOf: () => Promise.resolve(null) },
  };
  const resource = camerasResource.bind({ cameras: new Cameras(cameras, home, stillMs) });
  const app = await testApiOn(home, new ManualClock(), { people, resources: [resource] });
  onTestFinished(() => app.close());
  return async (url: string, headers: Record<string, string> = {}) => {
    const answer = await app.inject({ url: `/api/cameras${url}`, headers });
    return {
      status: answer.statusCode,
      type: answer.headers["content-type"],
      raw: answer.rawPayload,
      body: answer.body,
    };
  };
}

const door = (still: string): CameraSetting => ({ id: "door", name: "Front door", room: "hallway", still });
/** An address with a user and a password, as Jia keeps it to itself. */
const secret = (origin: string, path = "") => `${origin.replace("http://", "http://jia:s3cret@")}${path}`;

it("cameras are listed with their room, without any address", async () => {
  const get = await camerasApi([
    door(secret(server.origin, "/snap?token=abc")),
    { id: "garden", name: "Garden", go2rtc: secret(server.origin), source: "garden" },
  ]);
  const { body } = await get("");
  expect(JSON.parse(body)).toEqual({
    cameras: [
      { id: "door", name: "Front door", room: "玄关", roomId: "hallway", still: true, stream: false },
      { id: "garden", name: "Garden", room: null, roomId: null, still: true, stream: true },
    ],
    next: null,
  });
  expect(body).not.toMatch(/s3cret|abc|127\.0\.0\.1/);
});

it("a picture is given as it is, with the password sent to the camera alone", async () => {
  const seen: unknown[] = [];
  server.answer = (request, response) => {
    seen.push([request.url, request.headers.authorization]);
    picture(response);
  };
  const get = await camerasApi([
    door(secret(server.origin, "/snap")),
    { id: "garden", name: "Garden", go2rtc: server.origin, source: "back.garden" },
  ]);
  const { type, raw } = await get("/door/still");
  expect([type, raw.equals(PICTURE)]).toEqual(["image/jpeg", true]);
  expect((await get("/garden/still")).status).toBe(200);
  expect(seen).toEqual([
    ["/snap", `Basic ${Buffer.from("jia:s3cret").toString("base64")}`],
    ["/api/frame.jpeg?src=back.garden", undefined],
  ]);
});

it("who asks while a picture is on its way gets the same one", async () => {
  let asked = 0;
  server.answer = (_, response) => {
    asked += 1;
    setImmediate(() => picture(response));
  };
  const get = await camerasApi([door(server.origin)]);
  const answers = await Promise.all([get("/door/still"), get("/door/still"), get("/door/still")]);
  expect([answers.map(({ status }) => status), asked]).toEqual([[200, 200, 200], 1]);
});

it("a redirect is followed on the same host, and to no other", async () => {
  server.answer = (request, response) => {
    if (request.url === "/new") return picture(response);
    const location = request.url === "/old" ? "/new" : request.url === "/loop" ? "/loop" : "http://localhost:1/x";
    return response.writeHead(302, { location }).end();
  };
  const get = await camerasApi([
    { id: "old", name: "Old", still: `${server.origin}/old` },
    { id: "loop", name: "Loop", still: `${server.origin}/loop` },
    { id: "away", name: "Away", still: secret(server.origin, "/away") },
  ]);
  expect((await get("/old/still")).status).toBe(200);
  for (const id of ["loop", "away"]) {
    const { status, body } = await get(`/${id}/still`);
    expect([status, body]).toEqual([502, expect.stringContaining("another address, which Jia does not follow")]);
    expect(body).not.toMatch(/s3cret|localhost|127\.0/);
  }
});

it.each([
  ["a page", "text/html", "which is no picture"],
  ["SVG, which can hold a program", "image/svg+xml", "which is no picture"],
])("%s is no picture", async (_, type, why) => {
  server.answer = (__, response) => response.setHeader("content-type", type).end("<svg/>");
  const get = await camerasApi([door(server.origin)]);
  const { status, body } = await get("/door/still");
  expect([status, body]).toEqual([502, expect.stringContaining(why)]);
});

it("a camera that wants another password, is silent, gone or endless is told of, without its address", async () => {
  const get = await camerasApi(
    [door(secret(server.origin)), { id: "gone", name: "Gone", still: "http://127.0.0.1:1/x" }],
    300,
  );
  server.answer = (_, response) => response.writeHead(401).end();
  expect((await get("/door/still")).body).toContain("another user or password (401)");
  expect((await get("/door/still", { "accept-language": "zh" })).body).toContain("用户名或密码不对");
  server.answer = () => undefined;
  expect((await get("/door/still")).body).toContain("it took too long");
  const gone = await get("/gone/still");
  expect([gone.status, gone.body]).toEqual([502, expect.stringContaining("it does not answer")]);
  expect(gone.body).not.toContain("127.0.0.1");
});

it("a picture without an end is cut off", async () => {
  let sent = 0;
  server.answer = (_, response) => {
    response.setHeader("content-type", "image/jpeg");
    void flood(response, () => "x".repeat(65_536), 64 * 1024 * 1024).then((bytes) => {
      sent = bytes;
    });
  };
  const get = await camerasApi([door(server.origin)], 20_000);
  expect((await get("/door/still")).body).toContain("larger than 8 MB");
  await expect.poll(() => sent).toBeGreaterThan(0);
  expect(sent).toBeLessThan(32 * 1024 * 1024);
});

it("the addresses of a stream hold no password", async () => {
  const get = await camerasApi([
    { id: "garden", name: "Garden", go2rtc: "https://jia:s3cret@cam.lan:1984/base", source: "garden" },
    { id: "door", name: "Door", stream: "rtsp://admin:s3cret@192.168.1.30:554/live" },
    { id: "still", name: "Still", still: "http://192.168.1.31/a.jpg" },
  ]);
  const { body } = await get("/garden/stream");
  expect(JSON.parse(body)).toEqual({
    stream: null,
    webrtc: "https://cam.lan:1984/base/api/webrtc?src=garden",
    mse: "wss://cam.lan:1984/base/api/ws?src=garden",
    hls: "https://cam.lan:1984/base/api/stream.m3u8?src=garden",
    mp4: "https://cam.lan:1984/base/api/stream.mp4?src=garden",
    page: "https://cam.lan:1984/base/stream.html?src=garden",
  });
  expect(JSON.parse((await get("/door/stream")).body)).toMatchObject({
    stream: "rtsp://192.168.1.30:554/live",
    hls: null,
  });
  expect((await get("/still/stream")).status).toBe(404);
  expect((await get("/nobody/still")).status).toBe(404);
});

it.each([
  ["rtsp://cam.lan/user=admin_password=s3cret_channel=1_stream=0", "rtsp://cam.lan/user=admin_password="],
  ["http://cam.lan/video.cgi?usr=admin&pwd=s3cret&rate=5", "http://cam.lan/video.cgi?usr=admin&pwd=&rate=5"],
  ["rtsp://cam.lan/live?channel=1&token=s3cret", "rtsp://cam.lan/live?channel=1&token="],
])("the address %s is given without the password that is inside of it", async (stream, given) => {
  const get = await camerasApi([{ id: "door", name: "Door", stream }]);
  expect(JSON.parse((await get("/door/stream")).body)).toMatchObject({ stream: given });
});

it("children and guests see no camera", async () => {
  const get = await camerasApi([door(server.origin)]);
  for (const url of ["", "/door/still", "/door/stream"])
    expect((await get(url, { "x-jia-person": "tim" })).status).toBe(403);
});

it.each([
  [[{ id: "a", name: "A" }]],
  [[{ id: "a", name: "A", go2rtc: "http://cam.lan" }]],
  [[{ id: "a", name: "A", still: "file:///etc/passwd" }]],
  [[{ id: "a", name: "A", still: "http://jia:s3cret@cam.lan", go2rtc: "x", source: "../x" }]],
  [
    [
      { id: "a", name: "A", still: "http://cam.lan" },
      { id: "a", name: "B", still: "http://cam.lan" },
    ],
  ],
])("%j is no list of cameras, and no password is in the message", (cameras) => {
  const load = () => loadConfig({ flags: {}, env: {}, cwd: "/nowhere", text: JSON.stringify({ cameras }) });
  expect(load).toThrow(/cameras/);
  expect(load).not.toThrow(/s3cret/);
});

it("the example of docs/cameras.md is a configuration", () => {
  const [, yaml = ""] = /```yaml\n([\s\S]*?)```/.exec(readFileSync("docs/cameras.md", "utf8")) ?? [];
  const { config } = loadConfig({ flags: {}, env: {}, cwd: "/nowhere", text: yaml });
  expect(config.cameras.map(({ id }) => id)).toEqual(["front-door", "garden"]);
});
