import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type ConfigSources, loadConfig, policyRule, settingAbout } from "../../src/config/index.ts";
import { JiaError } from "../../src/home/index.ts";
import { errorText, type Language, languages, textOf } from "../../src/language/index.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "jia-config-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

const load = (over: Partial<ConfigSources> = {}) => loadConfig({ flags: {}, env: {}, cwd, ...over });

function problems(over: Partial<ConfigSources> = {}, language: Language = "en"): string[] {
  try {
    load(over);
  } catch (error) {
    if (error instanceof JiaError && error.code === "invalid-config") {
      const [, ...lines] = errorText(error, language).split("\n");
      return lines.map((line) => line.replace("  - ", ""));
    }
    throw error;
  }
  return [];
}

describe("loadConfig", () => {
  it("gives the defaults without any file, variable or flag", () => {
    const { config, file } = load();
    expect(config).toMatchObject({
      "server.host": "127.0.0.1",
      "server.port": 8480,
      "model.name": "xiaomi/hunter-alpha",
    });
    expect(config.data).toBe(join(cwd, "data"));
    expect(file).toBeNull();
  });

  it.each(["mqt://joe:hunter2@host", "mqtt//joe:hunter2@host", "joe:hunter2@host:1883"])(
    "does not show the password of a mistyped URL: %s",
    (url) => {
      expect(problems({ env: { MQTT_URL: url } })).toEqual([expect.stringMatching(/^MQTT_URL: ".*\*\*\*@host/)]);
    },
  );

  it.each([
    "https://hooks.example.org/path",
    "https://me:word@hooks.example.org",
    "hooks.example.org",
    "ftp://x.org",
    "https://x.org?y",
  ])("takes origins alone for what may be sent to: %s", (origin) => {
    expect(problems({ env: { JIA_OUTGOING: origin } })).toEqual([
      expect.stringMatching(/^JIA_OUTGOING.*origins such as/),
    ]);
    expect(
      load({ env: { JIA_OUTGOING: "https://x.org, http://10.0.0.1:8123" } }).config["policy.outgoing"],
    ).toHaveLength(2);
  });

  it("lets flags win over the environment, and the environment over jia.yaml", () => {
    writeFileSync(
      join(cwd, "jia.yaml"),
      "server:\n  port: 1\n  host: 127.0.0.2\nmodel:\n  name: a\n  fallbacks: [b, c]\n",
    );
    const { config, sources } = load({
      flags: { port: "3" },
      env: { JIA_PORT: "2", JIA_MODEL: "z", JIA_MODEL_URL: "" },
    });
    expect(config).toMatchObject({
      "server.port": 3,
      "server.host": "127.0.0.2",
      "model.name": "z",
      "model.fallbacks": ["b", "c"],
    });
    expect(sources).toMatchObject({
      "server.port": "flag",
      "model.name": "environment",
      "server.host": "file",
      "model.url": "default",
    });
    expect(load({ env: { JIA_MODEL_FALLBACKS: "x, y" } }).config["model.fallbacks"]).toEqual(["x", "y"]);
  });

  it("takes paths of jia.yaml from its folder, others from the current one", () => {
    mkdirSync(join(cwd, "etc"));
    writeFileSync(join(cwd, "etc", "jia.yaml"), "home:\n  file: home.json\n");
    const { config } = load({ file: "etc/jia.yaml", flags: { data: "here" } });
    expect(config["home.file"]).toBe(join(cwd, "etc", "home.json"));
    expect(config.data).toBe(join(cwd, "here"));
  });

  it("lists every problem at once, with field, value and what to give", () => {
    writeFileSync(
      join(cwd, "jia.yaml"),
      "servr:\n  port: 1\nserver:\n  prot: 2\nmodel:\n  url: ftp://x\npolicy:\n  rules:\n    - { id: a, decision: perhaps }\n    - { id: b, decision: deny, kind: [lock] }\n",
    );
    const found = problems({
      flags: { port: "eighty" },
      env: { JIA_PROT: "1", JIA_SPEED: "-1", MQTT_PASSWORD: "s3cret" },
    });
    expect(found).toEqual([
      'jia.yaml: there is no setting "servr". Did you mean server?',
      'jia.yaml: there is no setting "server.prot". Did you mean server.port?',
      "There is no environment variable JIA_PROT for Jia. Did you mean JIA_PORT?",
      '--port: "eighty" is not valid. Use a whole number from 0 to 65535.',
      'JIA_SPEED: "-1" is not valid. Use a number above 0.',
      'jia.yaml: model.url: "ftp://x" is not valid. Use a URL such as http://localhost:11434/v1.',
      'jia.yaml: policy.rules[0].decision: must be one of "allow", "confirm", "pin", "deny". Use rules as docs/security.md shows them.',
      'jia.yaml: policy.rules[1]: unknown key "kind" (did you mean "kinds"?). Use rules as docs/security.md shows them.',
      "mqtt.password is set, but mqtt.username is not. Set mqtt.username (MQTT_USERNAME) too.",
    ]);
    expect(found.join()).not.toContain("s3cret");
  });

  it("names the given file in its problems", () => {
    writeFileSync(join(cwd, "kitchen.yaml"), "servr: 1\nmodel:\n  url: ftp://x\n");
    const wrong = [
      'kitchen.yaml: there is no setting "servr". Did you mean server?',
      'kitchen.yaml: model.url: "ftp://x" is not valid. Use a URL such as http://localhost:11434/v1.',
    ];
    expect(problems({ file: "kitchen.yaml" })).toEqual(wrong);
    expect(problems({ env: { JIA_CONFIG: "kitchen.yaml" } })).toEqual(wrong);
    expect(problems({ file: "kitchen.yaml" }, "zh")[0]).toBe(
      "kitchen.yaml：没有“servr”这个设置项。是不是想写 server？",
    );
  });

  it("refuses a user name without a password for Jia's own broker", () => {
    expect(problems({ env: { MQTT_USERNAME: "jia" } })).toEqual([
      "mqtt.username is set, but mqtt.password is not. Jia's own broker needs both. Set mqtt.password (MQTT_PASSWORD) too.",
    ]);
    expect(problems({ env: { MQTT_USERNAME: "jia", MQTT_URL: "mqtt://192.168.1.10" } })).toEqual([]);
    expect(problems({ env: { MQTT_USERNAME: "jia", MQTT_PASSWORD: "s3cret" } })).toEqual([]);
  });

  it("reports the same problems in Chinese", () => {
    expect(problems({ flags: { port: "eighty" } }, "zh")).toEqual(["--port：“eighty”无效，应为：0 到 65535 的整数。"]);
  });

  it("never shows an invalid secret", () => {
    const [problem] = problems({ env: { JIA_TOKEN: "hunter2" } });
    expect(problem).toContain("JIA_TOKEN: the value is not valid. Use at least 16 characters");
    expect(problem).not.toContain("hunter2");
  });

  it("takes a certificate only together with its key", () => {
    expect(problems({ env: { JIA_CERT: "cert.pem" } })[0]).toContain("server.cert and server.key belong together");
    expect(problems({ env: { JIA_CERT: "cert.pem", JIA_KEY: "key.pem" } })).toEqual([]);
  });

  it("points at the line of a broken jia.yaml, and reports a named file that is missing", () => {
    writeFileSync(join(cwd, "jia.yaml"), "server:\n  port: 1\n port: 2\n");
    expect(problems()[0]).toMatch(/jia\.yaml: .* at line 3/);
    writeFileSync(join(cwd, "jia.yaml"), "- a\n- b\n");
    expect(problems()[0]).toContain("must hold settings as");
    expect(problems({ file: "other.yaml" })[0]).toContain("Jia cannot read");
    writeFileSync(join(cwd, "jia.yaml"), "# nothing\nserver:\n");
    expect(problems()).toEqual([]);
  });
});

describe("variables that Kubernetes and Docker set for a service", () => {
  const service = (name: string, port: number) => ({
    [`${name}_SERVICE_HOST`]: "10.0.0.7",
    [`${name}_SERVICE_PORT`]: String(port),
    [`${name}_SERVICE_PORT_HTTP`]: String(port),
    [`${name}_PORT`]: `tcp://10.0.0.7:${port}`,
    [`${name}_PORT_${port}_TCP`]: `tcp://10.0.0.7:${port}`,
    [`${name}_PORT_${port}_TCP_PROTO`]: "tcp",
    [`${name}_PORT_${port}_TCP_PORT`]: String(port),
    [`${name}_PORT_${port}_TCP_ADDR`]: "10.0.0.7",
    [`${name}_PORT_${port}_UDP_ADDR`]: "10.0.0.7",
  });

  it.each([
    ["jia", service("JIA", 8480)],
    ["jia-mqtt", service("JIA_MQTT", 1883)],
    ["jia-hub", service("JIA_HUB", 8883)],
    ["jia-front-end", service("JIA_FRONT_END", 80)],
    ["a link", { JIA_PORT: "tcp://172.17.0.5:8480", JIA_NAME: "/web/jia", JIA_ENV_NODE_VERSION: "26" }],
  ])("called %s are left out, and it is said", (_, env: Readonly<Record<string, string>>) => {
    const { config, warnings } = load({ env: { ...env, JIA_MODEL: "a" } });
    expect(config).toMatchObject({ "server.port": 8480, "mqtt.port": 1883, "model.name": "a" });
    for (const language of languages()) {
      const said = warnings.map((warning) => textOf(warning, language)).join();
      for (const name of Object.keys(env)) expect(said).toContain(name);
    }
  });

  it("hide no variable that the person sets, and no mistake in one", () => {
    const env = { ...service("JIA", 8480), JIA_PORT: "9000" };
    expect(load({ env }).config["server.port"]).toBe(9000);
    expect(problems({ env: { ...service("JIA", 8480), JIA_PROT: "1", JIA_NAM: "x" } })).toHaveLength(2);
    expect(problems({ env: { JIA_HOST_PORT_X: "1", JIA_NAME: "x" } })).toHaveLength(2);
    expect(load().warnings).toEqual([]);
  });
});

describe("policyRule", () => {
  it("gives every rule a reason in both languages", () => {
    expect(policyRule({ id: "night", decision: "deny", why: "it is late" }).why).toEqual("it is late");
    const { why } = policyRule({ id: "night", decision: "deny" });
    for (const language of languages()) expect(textOf(why ?? "", language)).toContain("night");
  });
});

it.each([
  ["en", "The base topic of Zigbee2MQTT on your broker."],
  ["zh", "Zigbee2MQTT 在该服务器上的基础主题。"],
] as const)("the base topic of a dialect is explained with the dialect's name, in %s", (language, words) => {
  expect(textOf(settingAbout("zigbee2mqtt.base"), language)).toBe(words);
});
