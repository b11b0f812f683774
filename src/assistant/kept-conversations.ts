/** Conversations that are over or go on, as people look them up, take them with them and delete them. */
import type { Exchange } from "./contract.ts";
import type { Conversations } from "./conversations.ts";

/** A conversation in a list. Times in milliseconds since the epoch. */
export interface KeptConversation {
  readonly id: string;
  /** Its first exchange of those that are asked for; null when that cannot be read. */
  readonly first: Exchange | null;
  readonly turns: number;
  /** When the first and the last of them ended. */
  readonly from: number;
  readonly to: number;
}

/** An exchange with its number, which grows within a conversation. */
export interface NumberedExchange {
  readonly number: number;
  readonly exchange: Exchange;
}

/** Where exchanges are kept. Everywhere a person of null means everybody's. */
export interface ExchangeArchive {
  list(
    person: string | null,
    limit: number,
    before?: { readonly to: number; readonly id: string } | null,
  ): Promise<readonly KeptConversation[]>;
  of(
    conversation: string,
    person: string | null,
    limit: number,
    before?: number | null,
  ): Promise<readonly NumberedExchange[]>;
  remove(conversation: string, person: string | null): Promise<number>;
}

/** The conversations that are kept, in the store and in memory. */
export class KeptConversations implements ExchangeArchive {
  readonly #archive: ExchangeArchive;
  readonly #conversations: Conversations;

  constructor(archive: ExchangeArchive, conversations: Conversations) {
    this.#archive = archive;
    this.#conversations = conversations;
  }

  /** Conversations with exchanges of a person, the last used first. @param before the last of the page before */
  list(...asked: Parameters<ExchangeArchive["list"]>): Promise<readonly KeptConversation[]> {
    return this.#archive.list(...asked);
  }

  /** A person's exchanges of a conversation, the newest `limit` of those with a number below `before`, in order of time. */
  of(...asked: Parameters<ExchangeArchive["of"]>): Promise<readonly NumberedExchange[]> {
    return this.#archive.of(...asked);
  }

  /** Deletes a person's exchanges of a conversation, after the turn that runs. @returns their number */
  async remove(id: string, person: string | null): Promise<number> {
    return await this.#conversations.inTurn(id, async () => {
      if (person === null) this.#conversations.drop(id);
      else this.#conversations.forgetPerson(person, id);
      return await this.#archive.remove(id, person);
    });
  }
}
