import { expect, it } from "vitest";
import { canonicalPath, isOwnPath } from "../../src/openai/addresses.ts";

it("the routes are found below every base address that clients are given", () => {
  const bases = ["", "/v1", "/v1/v1", "/v1/chat/completions", "/chat/completions", "/v1/responses", "//v1", "/v1/chat"];
  for (const base of bases) {
    expect(canonicalPath(`${base}/models`), base).toBe("/v1/models");
    expect(canonicalPath(`${base}/models/jia:kitchen`), base).toBe("/v1/models/jia:kitchen");
    expect(canonicalPath(`${base}/chat/completions`), base).toBe("/v1/chat/completions");
    expect(canonicalPath(`${base}/responses`), base).toBe("/v1/responses");
    expect(canonicalPath(`${base}/v1/chat/completions/`), base).toBe("/v1/chat/completions");
  }
});

it("other paths stay as they are, and those of the rest of the API are not the endpoint's", () => {
  for (const path of ["/v1", "/v1/embeddings", "/v1/models/a/b", "/chat", "/responses/resp_1", "/api/models", "/"]) {
    expect(canonicalPath(path)).toBe(path);
  }
  expect(["/api/devices", "/health", "/", "/v2/models"].filter(isOwnPath)).toEqual([]);
  expect(["/v1", "/v1/x", "/chat", "/models", "/embeddings"].filter((path) => !isOwnPath(path))).toEqual([]);
});
