/** The Jia on which the examples are run: the simulated home on a disk of its own, with a camera and a browser that is signed in. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runningApp } from "../app.ts";
import { type ApiOperation, type DocumentSchema, operationsOf } from "../fuzz/api-operations.ts";
import { ownerFetch } from "../owner.ts";
import { signedInCookie } from "../signed-in.ts";
import { type RunExample, runExamples } from "./run.ts";

const CAMERA = "cameras:\n  - id: door\n    name: Door\n    stream: rtsp://192.168.1.9/live\n";

/** Runs all examples, with the operations and schemas of the document. */
export async function examplesOnHome(): Promise<{
  readonly run: readonly RunExample[];
  readonly operations: readonly ApiOperation[];
  readonly schemas: Readonly<Record<string, DocumentSchema>>;
}> {
  const folder = mkdtempSync(join(tmpdir(), "jia-examples-"));
  const app = await runningApp({ JIA_DATA: folder }, { memory: false, yaml: CAMERA });
  try {
    await signedInCookie(app, { name: "Emma's phone" });
    const { operations, schemas } = operationsOf(await (await ownerFetch(`${app.url}/openapi.json`)).json());
    return { run: await runExamples(app.url, operations), operations, schemas };
  } finally {
    await app.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
