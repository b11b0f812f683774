import type { Publication } from "../bridge/dialect.ts";
import { MIOT_CODE } from "../bridge/miot/codes.ts";
import { actionByIid, type Property, propertyByIid, type Spec, tryCoerce, type Value } from "../home/index.ts";
import type { MiotDevice } from "./miot-device.ts";
import type { PublishedValues } from "./published-values.ts";
import type { AnswerItem, DownRequest, MiotPropertyValue, MiotWire } from "./wire.ts";

type RequestOf<Method extends DownRequest["method"]> = Extract<DownRequest, { readonly method: Method }>;

/** A device that can be asked now. */
interface Reached {
  readonly device: MiotDevice;
  readonly spec: Spec;
}

/** How long a command may take with all its repetitions, milliseconds: longer, and nobody waits for it any more. */
const COMMAND_MS = 4500;

/** Carries out the requests of controllers to one device and answers them. */
export class DownRequestHandler {
  readonly #wire: MiotWire;
  readonly #values: PublishedValues;
  readonly #publish: (publications: readonly Publication[]) => void;

  constructor(wire: MiotWire, values: PublishedValues, publish: (publications: readonly Publication[]) => void) {
    this.#wire = wire;
    this.#values = values;
    this.#publish = publish;
  }

  /** @param reached null: the device was not reached so far */
  async handle(request: DownRequest, reached: Reached | null, signal: AbortSignal): Promise<void> {
    if (!reached) {
      this.#publish([this.#wire.failed(request.id, MIOT_CODE.offline, "not reached yet")]);
      return;
    }
    const limit = AbortSignal.any([signal, AbortSignal.timeout(COMMAND_MS)]);
    switch (request.method) {
      case "get_properties":
        return await this.#get(request, reached, limit);
      case "set_properties":
        return await this.#set(request, reached, limit);
      case "action":
        return await this.#act(request, reached, limit);
      default:
        return request satisfies never;
    }
  }

  async #get(request: RequestOf<"get_properties">, { device, spec }: Reached, signal: AbortSignal): Promise<void> {
    const wanted = request.params.map(({ siid, piid }) => propertyByIid(spec, siid, piid) ?? null);
    const read = await device.read(wanted.filter(isReadable), signal);
    if (read.status === "silent") return this.#unanswered(request, read.greeted);
    const values = read.status === "ok" ? read.values : [];
    this.#values.take(values);
    const items = request.params.map(({ siid, piid }, index): AnswerItem => {
      const value = values.find(({ property }) => property === wanted[index])?.value;
      if (value !== undefined) return { siid, piid, code: MIOT_CODE.ok, value };
      return { siid, piid, code: wanted[index] ? MIOT_CODE.notReadable : MIOT_CODE.unknownProperty };
    });
    this.#publish([this.#wire.items(request.id, items)]);
  }

  async #set(request: RequestOf<"set_properties">, { device, spec }: Reached, signal: AbortSignal): Promise<void> {
    const checked = request.params.map((item) => checkWrite(spec, item));
    const writes = checked.filter((write) => typeof write !== "number");
    if (writes.length > 0) {
      const written = await device.write(writes, signal);
      if (written.status === "silent") return this.#unanswered(request, written.greeted);
      const codes = [...written.codes];
      // The codes of the sent writes, in order, between those of refused ones.
      const items = request.params.map(({ siid, piid }, index) => {
        const write = checked[index];
        return { siid, piid, code: typeof write === "number" ? write : (codes.shift() ?? MIOT_CODE.ok) };
      });
      this.#publish([this.#wire.items(request.id, items)]);
      const done = writes.filter((_, index) => written.codes[index] === MIOT_CODE.ok);
      await this.#show(done, device, signal);
      return;
    }
    const items = request.params.map(({ siid, piid }, index) => ({ siid, piid, code: Number(checked[index]) }));
    this.#publish([this.#wire.items(request.id, items)]);
  }

  async #act(request: RequestOf<"action">, { device, spec }: Reached, signal: AbortSignal): Promise<void> {
    const { siid, aiid, in: given } = request.params;
    const action = actionByIid(spec, siid, aiid);
    if (!action) return this.#publish([this.#wire.done(request.id, MIOT_CODE.unknownAction, [])]);
    const values = action.in.flatMap((property, index) => tryCoerce(property, plain(given[index])) ?? []);
    if (values.length !== action.in.length || given.length !== action.in.length) {
      return this.#publish([this.#wire.done(request.id, MIOT_CODE.wrongArguments, [])]);
    }
    const done = await device.invoke(action, values, signal);
    if (done.status === "silent") return this.#unanswered(request, done.greeted);
    this.#publish([this.#wire.done(request.id, done.codes[0] ?? MIOT_CODE.ok, done.out)]);
  }

  /** Reads written properties back and reports them. For one that cannot be read, the device's answer counts. */
  async #show(done: readonly MiotPropertyValue[], device: MiotDevice, signal: AbortSignal): Promise<void> {
    const shown = await device.read(done.map(({ property }) => property).filter(isReadable), signal);
    const unreadable = done.filter(({ property: { access } }) => access.notify && !access.read);
    this.#values.show([...(shown.status === "ok" ? shown.values : []), ...unreadable]);
  }

  /** A device that greets but does not answer may still have done it; a report decides. */
  #unanswered(request: DownRequest, greeted: boolean): void {
    if (!greeted) this.#publish([this.#wire.failed(request.id, MIOT_CODE.offline, "not reached")]);
  }
}

/** A write that fits its property. */
interface PropertyWrite {
  readonly property: Property;
  readonly value: Value;
}

export function isReadable(property: Property | null): property is Property {
  return property?.access.read === true;
}

/** The write, or the code of its mistake. */
function checkWrite(
  spec: Spec,
  { siid, piid, value: given }: { siid: number; piid: number; value: Value },
): PropertyWrite | number {
  const property = propertyByIid(spec, siid, piid);
  if (!property) return MIOT_CODE.unknownProperty;
  if (!property.access.write) return MIOT_CODE.notWritable;
  const value = tryCoerce(property, given);
  return value === null ? MIOT_CODE.wrongValue : { property, value };
}

/** An action's argument by itself, or in an object with its piid. */
function plain(argument: unknown): unknown {
  return typeof argument === "object" && argument !== null && "value" in argument ? argument.value : argument;
}
