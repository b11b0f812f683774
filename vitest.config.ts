import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

/**
 * Files whose tests took a second or more on two busy cores (November 2026): they start processes and brokers, kill them,
 * or try every model and every wording there is. `npm run test:fast` leaves them out; `npm test` and .ci/run never do. To measure again:
 * `npm test -- --reporter=json --outputFile.json=tests.json`.
 */
const SLOW = [
  "test/app.test.ts",
  "test/app/app.test.ts",
  "test/app/command-rights.test.ts",
  "test/app/data-folder.test.ts",
  "test/app/deployment.test.ts",
  "test/app/broker-access.test.ts",
  "test/app/broker-away.test.ts",
  "test/app/interrupted.test.ts",
  "test/app/mi-home.test.ts",
  "test/app/noted-first.test.ts",
  "test/app/stopping.test.ts",
  "test/app/store-trouble.test.ts",
  "test/assistant/local/moments.test.ts",
  "test/assistant/local/plan-choices.test.ts",
  "test/assistant/local/rules.test.ts",
  "test/assistant/local/scene-names.test.ts",
  "test/assistant/local/scenes.test.ts",
  "test/assistant/local/schedules.test.ts",
  "test/assistant/local/typos.test.ts",
  "test/assistant/model/faults.test.ts",
  "test/assistant/model/scenarios.test.ts",
  "test/automation/cron.test.ts",
  "test/automation/instances.test.ts",
  "test/automation/kill.test.ts",
  "test/automation/week.test.ts",
  "test/bridge/bridge.test.ts",
  "test/bridge/broker-trouble.test.ts",
  "test/bridge/connection.test.ts",
  "test/bridge/discovery/scenarios.test.ts",
  "test/bridge/doctor/examine.test.ts",
  "test/bridge/ends-connection.test.ts",
  "test/bridge/flood.test.ts",
  "test/bridge/foreign-topics.test.ts",
  "test/bridge/hub/access.test.ts",
  "test/bridge/hub/all-specs.test.ts",
  "test/bridge/hub/cloud.test.ts",
  "test/bridge/hub/discover.test.ts",
  "test/bridge/hub/hub.test.ts",
  "test/bridge/hub/scenarios.test.ts",
  "test/bridge/miot/all-specs.test.ts",
  "test/bridge/miot/scenarios.test.ts",
  "test/bridge/much-work.test.ts",
  "test/bridge/nothing-usable.test.ts",
  "test/bridge/strangers.test.ts",
  "test/bridge/zigbee2mqtt/definitions.test.ts",
  "test/bridge/zigbee2mqtt/scenarios.test.ts",
  "test/commands/called-as.test.ts",
  "test/commands/chat.test.ts",
  "test/commands/completion.test.ts",
  "test/commands/exit-codes.test.ts",
  "test/commands/interrupt.test.ts",
  "test/commands/narrow.test.ts",
  "test/commands/reach.test.ts",
  "test/commands/doctor.test.ts",
  "test/commands/say.test.ts",
  "test/commands/set-watch.test.ts",
  "test/commands/say-answered.test.ts",
  "test/commands/simulate.test.ts",
  "test/docs/commands.test.ts",
  "test/home/text.test.ts",
  "test/launch.test.ts",
  "test/miio/all-specs.test.ts",
  "test/miio/client.test.ts",
  "test/miio/gateway.test.ts",
  "test/miio/miot-device.test.ts",
  "test/miio/scenarios.test.ts",
  "test/simulator/simulator.test.ts",
  "test/store/audit-kill.test.ts",
  "test/store/backup.test.ts",
  "test/store/set-aside.test.ts",
  "test/store/store.test.ts",
  "test/store/trouble.test.ts",
  "test/upgrade/forms.test.ts",
  "test/upgrade/upgrade.test.ts",
];
const gone = SLOW.filter((file) => !existsSync(file));
if (gone.length > 0) throw new Error(`vitest.config.ts lists tests that are not there: ${gone.join(", ")}`);

export default defineConfig({
  test: {
    // Real brokers, servers and database files: a test waits for them, but never long.
    testTimeout: 20_000,
    hookTimeout: 20_000,
    pool: "forks",
    // Two also on two cores: much of what tests do is waiting.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    projects: [
      { extends: true, test: { name: "fast", include: ["test/**/*.test.ts"], exclude: SLOW } },
      // They start whole processes: a machine with other work needs longer for that.
      { extends: true, test: { name: "slow", include: SLOW, testTimeout: 60_000, hookTimeout: 60_000 } },
    ],
  },
});
