import { cleanText, JiaError, keepNewest } from "../home/index.ts";

/** Most responses that a client may go on from. */
const MAX_RESPONSES = 2_000;

/** The responses that were given, so that a client can go on from one by its id. A restart forgets them. */
export class GivenResponses {
  /** Keyed by the id of the response, oldest first. */
  readonly #given = new Map<string, { readonly asker: string; readonly conversation: string }>();

  /** Notes a response that was given, with who asked for it. */
  note(id: string, asker: string, conversation: string): void {
    this.#given.set(id, { asker, conversation });
    keepNewest(this.#given, MAX_RESPONSES);
  }

  /**
   * The conversation of a response.
   * @param asker whoever goes on from it: nobody goes on from a response to somebody else
   * @throws JiaError `unknown-response`
   */
  conversationOf(id: string, asker: string): string {
    const given = this.#given.get(id);
    if (given === undefined || given.asker !== asker) {
      throw new JiaError("unknown-response", { id: cleanText(id), param: "previous_response_id" });
    }
    return given.conversation;
  }
}
