import { afterAll, afterEach, beforeAll, expect } from "vitest";
import { ModelServer } from "./model-server.ts";

/** The model server of a test file: every test has to play all that it has put up, and ask for nothing that is no request. */
export function strictModelServer(): ModelServer {
  const server = new ModelServer();
  beforeAll(() => server.start());
  afterAll(() => server.stop());
  afterEach(() => {
    expect(server.problems).toEqual([]);
    expect(server.left).toBe(0);
  });
  return server;
}
