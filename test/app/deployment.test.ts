import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { COMMANDS } from "../../src/commands/index.ts";
import { Child, type ChildExit, runChild } from "../support/child.ts";
import { freePort } from "../support/free-port.ts";
import { layOut, readDockerfile } from "../support/image.ts";
import { Mosquitto } from "../support/mosquitto.ts";
import { ownerFetch } from "../support/owner.ts";

/** The program that a page or a file calls `node`, and an environment with nothing of this machine but the path to it. */
const NODE = process.execPath;
const PATH = [dirname(NODE), "/usr/bin", "/bin"].join(delimiter);
const TOKEN = "0123456789abcdef0123456789abcdef";
const image = readDockerfile();

const Compose = z.object({
  services: z.record(
    z.string(),
    z.object({
      image: z.string(),
      build: z.string().optional(),
      command: z.array(z.string()).optional(),
      environment: z.record(z.string(), z.string()).default({}),
      volumes: z.array(z.string()).default([]),
    }),
  ),
});
const readCompose = (path: string) => Compose.parse(parse(readFileSync(path, "utf8"))).services;

const broker = new Mosquitto();
let folder: string;
let app: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "jia-deployed-"));
  chmodSync(folder, 0o755);
  app = join(folder, "app");
  layOut(image, app);
  await broker.start();
});
afterAll(async () => {
  await broker.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** The folder here for a named volume of a compose file; every file is a project with its own. */
function volumeOf(file: string, name: string): string {
  return join(folder, `${file.replace(/\W/g, "-")}-${name}`);
}

/** The environment here of a service of a compose file, with the paths and the broker of this machine. */
async function environmentOf(file: string, name: string): Promise<Record<string, string>> {
  const service = readCompose(file)[name];
  expect(service, `${file}: ${name}`).toBeDefined();
  const inside = new Map([["/app", app]]);
  for (const volume of service?.volumes ?? []) {
    const [from = "", to = ""] = volume.split(":");
    inside.set(to, from.startsWith(".") ? resolve(dirname(file), from) : volumeOf(file, from));
  }
  const here = (text: string): string => {
    const filled = text.replace(/\$\{(\w+)(?::[-?][^}]*)?\}/g, (_, variable) =>
      variable === "JIA_TOKEN" ? TOKEN : "",
    );
    const [, place] = [...inside].find(([path]) => filled === path || filled.startsWith(`${path}/`)) ?? [];
    const [path] = [...inside].find(([, to]) => to === place) ?? [];
    return place && path ? filled.replace(path, place) : filled.replace("mqtt://mosquitto:1883", broker.url);
  };
  const given = Object.entries({ ...image.env, ...service?.environment }).map(([key, value]) => [key, here(value)]);
  return {
    ...Object.fromEntries(given),
    PATH,
    JIA_PORT: String(await freePort()),
    NODE_OPTIONS: "--preserve-symlinks --preserve-symlinks-main",
  };
}

const withNode = (command: readonly string[]): string[] => command.map((word) => (word === "node" ? NODE : word));
const inImage = (
  command: readonly string[],
  env: Readonly<Record<string, string>>,
  input?: string,
): Promise<ChildExit> => runChild(withNode(command), { cwd: app, env, ...(input !== undefined && { input }) });

/** Starts a service of the image, and waits until the image's own health check succeeds. */
async function started(env: Readonly<Record<string, string>>): Promise<Child> {
  const child = new Child(withNode([...image.entrypoint, ...image.command]), { cwd: app, env });
  while (child.running && (await inImage(image.health, env)).code !== 0) await delay(100);
  expect(child.running, child.out).toBe(true);
  return child;
}

describe("the files of the image, in an empty folder", () => {
  it("run the home of deploy/home with its own name, zone and rooms", async () => {
    const env = await environmentOf("deploy/home/compose.yml", "jia");
    const jia = await started(env);
    const get = async (path: string) => {
      const headers = { authorization: `Bearer ${TOKEN}` };
      return await (await ownerFetch(`http://127.0.0.1:${env["JIA_PORT"]}${path}`, { headers })).text();
    };
    expect(JSON.parse(await get("/ready"))).toMatchObject({ ready: true });
    const home = JSON.parse(readFileSync("deploy/home/config/home.json", "utf8"));
    const rooms = await get("/api/rooms");
    for (const { name } of home.rooms) expect(rooms).toContain(name);
    const config = await inImage(["node", "launch.cjs", "config"], env);
    expect(config).toMatchObject({ code: 0 });
    expect(config.out).toMatch(/name: My home[\s\S]*timezone: Etc\/UTC/);
    expect(config.out).not.toContain("flat.json");
    expect(await inImage(["node", "launch.cjs", "devices"], env)).toMatchObject({ code: 0 });
    const example = readFileSync("examples/hall-light.yaml", "utf8");
    const checked = await inImage(["node", "launch.cjs", "automations", "check", "-"], env, example);
    expect(checked.out).toContain("automation 1");
    expect(existsSync(join(volumeOf("deploy/home/compose.yml", "jia-data"), "jia.db"))).toBe(true);
    expect((await jia.stop()).code).toBe(0);
  });

  it("run the example, with its simulator behind the broker", async () => {
    const env = await environmentOf("docker-compose.yml", "jia");
    const jia = await started(env);
    const { command = [] } = readCompose("docker-compose.yml")["simulator"] ?? {};
    const simulator = new Child(
      withNode([...image.entrypoint, ...command.map((word) => word.replace("mqtt://mosquitto:1883", broker.url))]),
      { cwd: app, env: await environmentOf("docker-compose.yml", "simulator") },
    );
    let said = { code: 1 as number | null, out: "" };
    while (simulator.running && !said.out.includes("floor-lamp")) {
      said = await inImage(["node", "launch.cjs", "devices"], env);
    }
    expect(simulator.running, simulator.out).toBe(true);
    const lamp = await inImage(["node", "launch.cjs", "say", "turn on the floor lamp"], env);
    expect([lamp.code, lamp.out]).toEqual([0, expect.stringMatching(/floor lamp/i)]);
    expect((await simulator.stop()).code).toBe(0);
    expect((await jia.stop()).code).toBe(0);
  });
});

describe("the unit for systemd", () => {
  const text = readFileSync("deploy/jia.service", "utf8");
  const settings = (name: string): string[] =>
    [...text.matchAll(new RegExp(`^${name}=(.*)$`, "gm"))].map(([, value = ""]) => value);

  it("is accepted by systemd, where it is installed", async () => {
    const found = PATH.split(delimiter)
      .map((path) => join(path, "systemd-analyze"))
      .find(existsSync);
    const verified = found
      ? await runChild([found, "verify", resolve("deploy/jia.service")], { cwd: folder, env: { PATH } })
      : null;
    expect(verified ?? { code: 0, out: "" }).toEqual({ code: 0, out: "" });
  });

  it("starts in a read-only folder, and writes only to its state folder", async () => {
    // As on the page: the files are copied, the packages are installed, the configuration is in /etc/jia.
    const paths = {
      "/opt/jia": join(folder, "opt"),
      "/etc/jia": join(folder, "etc"),
      "/var/lib/jia": join(folder, "var"),
    };
    const here = (value: string): string =>
      Object.entries(paths).reduce((all, [path, place]) => all.replace(path, place), value);
    for (const each of ["src", "devices", "prompts", "launch.cjs", "package.json", "package-lock.json"]) {
      cpSync(each, join(paths["/opt/jia"], each), { recursive: true });
    }
    symlinkSync(resolve("node_modules"), join(paths["/opt/jia"], "node_modules"));
    cpSync("deploy/home/config", paths["/etc/jia"], { recursive: true });
    mkdirSync(paths["/var/lib/jia"]);
    for (const [path, place] of Object.entries(paths)) chmodSync(place, path === "/var/lib/jia" ? 0o777 : 0o555);
    const port = await freePort();
    const env = {
      ...Object.fromEntries(settings("Environment").map((pair) => here(pair).split("=", 2))),
      PATH,
      JIA_PORT: String(port),
      JIA_MQTT_PORT: "0",
      JIA_SIMULATE: "false",
    };
    const [start = ""] = settings("ExecStart");
    const [cwd = ""] = settings("WorkingDirectory").map(here);
    // As the user nobody where possible: the user of the unit owns nothing but its state.
    const user = process.getuid?.() === 0 ? { uid: 65_534 } : {};
    const jia = new Child(here(start).split(" "), { cwd, env, ...user });
    const alive = async (): Promise<boolean> =>
      await ownerFetch(`http://127.0.0.1:${port}/health`).then(
        ({ ok }) => ok,
        () => false,
      );
    while (jia.running && !(await alive())) await delay(100);
    expect(jia.running, jia.out).toBe(true);
    const rooms = await (await ownerFetch(`http://127.0.0.1:${port}/api/rooms`)).text();
    expect(rooms).toContain("Kitchen");
    expect((await jia.stop()).code).toBe(0);
    expect(existsSync(join(paths["/var/lib/jia"], "jia.db"))).toBe(true);
    expect(settings("StateDirectory")).toEqual(["jia"]);
    expect(settings("ConfigurationDirectory")).toEqual(["jia"]);
  });
});

describe("deploy/README.md", () => {
  const page = readFileSync("deploy/README.md", "utf8");
  const blocks = [...page.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, text = ""]) => text.trim().split("\n"));

  it("names files that exist", () => {
    const named = blocks.flatMap((line) => {
      const words = line.replace(/ {2,}#.*$/, "").split(/\s+/);
      return words.filter((word) => /^(?:deploy|examples|docs)\//.test(word) && !word.endsWith(".env"));
    });
    const linked = [...page.matchAll(/\]\(((?:\.\.\/|home\/|jia\.)[^)]*)\)/g)].map(([, path = ""]) =>
      join("deploy", path),
    );
    expect(named.length).toBeGreaterThan(8);
    expect([...named, ...linked].filter((path) => !existsSync(path))).toEqual([]);
  });

  it("runs services and commands that exist", () => {
    const services = Object.keys(readCompose("deploy/home/compose.yml"));
    for (const line of blocks) {
      const inContainer = /docker compose .*\b(?:exec|run|restart)\b(?: -\w| --rm)* (\w+)/.exec(line)?.[1];
      if (inContainer !== undefined) expect(services).toContain(inContainer);
      const verb = /launch\.cjs ([\w-]+)/.exec(line)?.[1];
      if (verb !== undefined && verb !== "help") expect(COMMANDS.map(({ name }) => name)).toContain(verb);
    }
    const unit = readFileSync("deploy/jia.service", "utf8");
    for (const path of ["/opt/jia", "/etc/jia", "/var/lib/jia"]) {
      expect(unit).toContain(path);
      expect(page).toContain(path);
    }
  });
});
