/** The rights of requests on notices and channels. */
import type { FastifyRequest } from "fastify";
import { cleanText, JiaError } from "../home/index.ts";
import { message } from "../language/index.ts";
import { mayManage } from "../people/index.ts";
import type { ChannelInfo, Reader } from "../people/notices/index.ts";
import { type ApiPeople, resolveAsker } from "./asker.ts";

/**
 * The reader of a request about notices: the person that it names, otherwise the asker; null: everybody.
 * @param called id, name or alias; undefined where nobody is named
 * @throws JiaError `forbidden` for a person's token that names somebody else, `not-found`
 */
export function noticeReader(request: FastifyRequest, called: string | undefined, people: ApiPeople): Reader {
  const asker = called === undefined ? request.asker : resolveAsker(request, called, people);
  return asker.person ?? null;
}

/** Checks which channels a request may see and change: all for adults, their own for others. */
export class ChannelRights {
  readonly #people: ApiPeople;

  constructor(people: ApiPeople) {
    this.#people = people;
  }

  /**
   * The owner of a channel: the named person, otherwise the asker; null: everybody. Only adults may name others.
   * @throws JiaError `forbidden`, `not-found`
   */
  personOf(request: FastifyRequest, called: string | null | undefined): string | null {
    const person = called === undefined ? (request.asker.person ?? null) : called && this.#known(called);
    this.check(request, { person });
    return person;
  }

  #known(called: string): string {
    const found = this.#people.named(called);
    if (!found) throw new JiaError("not-found", { what: message("people.named", { name: cleanText(called) }) });
    return found.id;
  }

  /** Whether the asker may see and change a channel. */
  has({ asker }: FastifyRequest, { person }: Pick<ChannelInfo, "person">): boolean {
    return mayManage(asker, this.#people) || (person !== null && person === asker.person);
  }

  /**
   * Checks that a request may change a channel.
   * @throws JiaError `forbidden`
   */
  check(request: FastifyRequest, channel: Pick<ChannelInfo, "person">): void {
    if (!this.has(request, channel)) throw new JiaError("forbidden", { detail: message("channels.onlyOwn") });
  }
}
