import { z } from "zod";
import { cleanText, homeMessage, invalidFile, isTopicLevel } from "../../home/index.ts";

/** A device of the cloud's device list, as an export has it. */
export interface CloudDevice {
  readonly did: string;
  readonly name: string;
  readonly model: string;
  /** Empty when the export does not tell; the model leads to the spec then. */
  readonly urn: string;
  readonly room: string | null;
}

const Record = z.looseObject({
  did: z.union([z.string(), z.number()]).transform(String),
  name: z.string().max(300).nullish(),
  model: z.string().min(1).max(200),
  urn: z.string().max(300).nullish(),
  spec_type: z.string().max(300).nullish(),
  room: z.string().max(300).nullish(),
  room_name: z.string().max(300).nullish(),
});

/** The list itself, or the cloud's answer around it. */
const Export = z.union([
  z.array(z.unknown()),
  z.looseObject({ list: z.array(z.unknown()) }).transform(({ list }) => list),
  z.looseObject({ result: z.looseObject({ list: z.array(z.unknown()) }) }).transform(({ result }) => result.list),
]);

/**
 * Reads an export of the cloud's device list. Records that are no devices with a model are left out.
 * @throws JiaError `invalid-file`
 */
export function parseCloudDevices(content: string, file: string): CloudDevice[] {
  let data: unknown;
  try {
    data = JSON.parse(content);
  } catch {
    throw invalidFile(file, [homeMessage("notJson", { detail: null })]);
  }
  const list = Export.safeParse(data);
  if (!list.success) throw invalidFile(file, [homeMessage("noDeviceList", {})]);
  return list.data.flatMap((raw) => {
    const record = Record.safeParse(raw);
    if (!record.success || !isTopicLevel(record.data.did) || !/^\S{1,64}$/.test(record.data.did)) return [];
    const { did, name, model, urn, spec_type, room, room_name } = record.data;
    return [
      {
        did,
        name: cleanText(name ?? "") || cleanText(model),
        model: cleanText(model),
        urn: urn ?? spec_type ?? "",
        room: cleanText(room ?? room_name ?? "") || null,
      },
    ];
  });
}
