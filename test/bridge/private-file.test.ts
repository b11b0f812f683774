import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { requirePrivate } from "../../src/bridge/private-file.ts";
import { thrownErrorText } from "../support/error-text.ts";

test("a file that others may read is refused, with the command that closes it", async () => {
  const folder = await mkdtemp(join(tmpdir(), "jia-"));
  try {
    const file = join(folder, "miio.json");
    await writeFile(file, "[]");
    await chmod(file, 0o640);
    expect(await thrownErrorText(() => requirePrivate(file))).toContain(`chmod 600 ${file}`);
    await chmod(file, 0o600);
    await requirePrivate(file);
  } finally {
    await rm(folder, { recursive: true });
  }
});
