import { JiaError, nearest } from "../../home/index.ts";
import { languages, message, propertyName } from "../../language/index.ts";
import type { DeviceWithSpec } from "../client/client.ts";
import { propertyFromAnswer } from "./state.ts";

/**
 * The address of a property from its address, the last part of it, or a name.
 * @throws JiaError `usage` with the possible properties
 */
export function resolvePropertyAddress(given: string, { handle, kind, spec }: DeviceWithSpec): string {
  const { properties } = spec;
  if (properties.some(({ address }) => address === given)) return given;
  const calls = ({ address, ...rest }: (typeof properties)[number]): readonly string[] => [
    address.slice(address.indexOf(".") + 1),
    ...languages().map((language) => propertyName(propertyFromAnswer({ address, ...rest }), language)),
  ];
  const wanted = given.toLowerCase();
  const found = properties.filter((property) => calls(property).includes(wanted)).map(({ address }) => address);
  const [only, ...more] = found;
  if (only !== undefined && more.length === 0) return only;
  // "on" of a light with an indicator means that of the light.
  const own = found.filter((address) => address.startsWith(`${kind}.`));
  if (own.length === 1 && own[0] !== undefined) return own[0];
  const names = new Map(
    properties.flatMap((each) => [each.address, ...calls(each)].map((name) => [name, each.address])),
  );
  const near = names.get(nearest(given, names.keys()) ?? "");
  const alike = found.length > 0 ? found : near === undefined ? [] : [near];
  throw new JiaError("usage", { detail: message("devices.unknownProperty", { device: handle, given, near: alike }) });
}
