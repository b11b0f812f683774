import { parentPort, workerData } from "node:worker_threads";
import { plainYaml } from "./plain-yaml.ts";

/** A thread that reads the text it was given, and answers with what came of it. */
parentPort?.postMessage(plainYaml(String(workerData)));
