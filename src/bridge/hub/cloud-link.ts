import type { LinkOptions } from "../bridge.ts";
import type { LinkParts } from "../descriptor.ts";
import { readText } from "../read-text.ts";
import { type CloudAccess, cloudConnection } from "./cloud-access.ts";
import { parseCloudDevices } from "./cloud-devices.ts";
import { CloudStateDialect } from "./cloud-dialect.ts";

/**
 * The link to the cloud of Mi Home.
 * @param list the file with its devices
 * @throws JiaError `invalid-file`
 */
export async function cloudLink(
  access: Omit<CloudAccess, "client">,
  list: string,
  { specs, described, installation }: LinkParts,
): Promise<LinkOptions> {
  const devices = parseCloudDevices(await readText(list), list);
  const dialects = [new CloudStateDialect({ devices, specs, describe: !described })];
  return { connection: cloudConnection({ ...access, client: installation }), dialects };
}
