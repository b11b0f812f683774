import { parentPort, workerData } from "node:worker_threads";
import { plainYaml } from "./plain-yaml.ts";

/** The thread reads the text in `workerData`, and answers with the result. */
parentPort?.postMessage(plainYaml(String(workerData)));
