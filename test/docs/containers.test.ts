import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { COMMANDS } from "../../src/commands/index.ts";
import { parseInput } from "../../src/commands/line/parse.ts";
import { loadConfig } from "../../src/config/index.ts";

const Service = z.object({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  ports: z.array(z.string()).optional(),
  volumes: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()).optional(),
});
const compose = z
  .object({ services: z.record(z.string(), Service), volumes: z.record(z.string(), z.null()) })
  .parse(parse(readFileSync("docker-compose.yml", "utf8")));
const dockerfile = readFileSync("Dockerfile", "utf8");
const jia = Object.entries(compose.services).filter(([, { image }]) => image === "jia");

/** What compose makes of `${NAME}`, `${NAME:-}` and `${NAME:?…}` with these variables. */
function filled(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$\{(\w+)(?::[-?][^}]*)?\}/g, (_, name: string) => variables[name] ?? "");
}

describe("docker-compose.yml", () => {
  it("mounts files that exist, or volumes that it names", () => {
    for (const { volumes = [] } of Object.values(compose.services)) {
      for (const volume of volumes) {
        const [source = ""] = volume.split(":");
        expect(source.startsWith(".") ? existsSync(source) : source in compose.volumes, volume).toBe(true);
      }
    }
    expect(existsSync("deploy/mosquitto/mosquitto.conf")).toBe(true);
  });

  it("gives Jia a configuration that is valid, with the address of its broker", () => {
    for (const [, { environment = {} }] of jia) {
      const given = Object.entries(environment).map(([name, value]) => [
        name,
        filled(value, { JIA_TOKEN: "x".repeat(32) }),
      ]);
      const image = Object.fromEntries(
        [...dockerfile.matchAll(/(JIA_\w+)=(\S+)/g)].map(([, name, value]) => [name, value]),
      );
      const env: Record<string, string> = { ...image, ...Object.fromEntries(given) };
      if (env["JIA_TOKEN"] === undefined) env["JIA_HOST"] = "127.0.0.1"; // The simulator has no API.
      const { config } = loadConfig({ flags: {}, env, cwd: "/nowhere" });
      expect(config.data).toBe("/data");
    }
    const url = new URL(compose.services["jia"]?.environment?.["MQTT_URL"] ?? "");
    expect(Object.keys(compose.services)).toContain(url.hostname);
    const inImage = compose.services["jia"]?.environment?.["JIA_HOME"]?.replace("/app/", "") ?? "";
    expect(existsSync(inImage)).toBe(true);
  });

  it("runs commands with options that exist", () => {
    for (const [name, { command }] of jia) {
      const [verb = "", ...args] = command ?? JSON.parse(/^CMD (\[.*\])$/m.exec(dockerfile)?.[1] ?? "[]");
      const found = COMMANDS.find((each) => each.name === verb);
      expect(found, name).toBeDefined();
      if (found) expect(parseInput(found, args).help).toBe(false);
    }
  });

  it("opens the ports that the image and the broker listen on, the API on this machine alone", () => {
    const listening = readFileSync("deploy/mosquitto/mosquitto.conf", "utf8").match(/^listener (\d+)$/m)?.[1];
    expect(compose.services["mosquitto"]?.ports).toEqual([`${listening}:${listening}`]);
    const exposed = /^EXPOSE (\d+)$/m.exec(dockerfile)?.[1];
    expect(compose.services["jia"]?.ports).toEqual([`127.0.0.1:${exposed}:${exposed}`]);
    expect(loadConfig({ flags: {}, env: {}, cwd: "/nowhere" }).config["server.port"]).toBe(Number(exposed));
  });
});

describe("Dockerfile", () => {
  it("copies what exists and what .dockerignore lets through, and runs without root", () => {
    const allowed =
      readFileSync(".dockerignore", "utf8")
        .match(/^!(.*)$/gm)
        ?.map((line) => line.slice(1)) ?? [];
    for (const [, sources = ""] of dockerfile.matchAll(/^COPY (?!--from)(.*) \S+$/gm)) {
      for (const source of sources.split(" ")) {
        expect(existsSync(source), source).toBe(true);
        expect(allowed).toContain(source.replace("./", ""));
      }
    }
    expect(dockerfile).toMatch(/^USER node$/m);
    expect(dockerfile).toMatch(/^HEALTHCHECK/m);
  });
});
