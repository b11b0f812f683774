import { CONFIRMATION_MS, JiaError, type Origin } from "../../../home/index.ts";
import { errorText, messages, turnText } from "../../../language/index.ts";
import type { LocalReply, LocalRequest } from "../../contract.ts";
import { failureReason } from "../../replies/failure-reason.ts";
import { OPEN_VERSION, take } from "../items.ts";
import type { SettleContext } from "../run-held.ts";
import { settleWithPin } from "../settle-open-items.ts";
import type { PinDetection } from "./detect-pin.ts";
import { devicesOfItems, requiresPin } from "./requires-pin.ts";

/** With a lock no longer than this, open items stay open, in seconds. */
const SOON_S = 10;

/** Handles PINs that are said in a conversation. */
export class PinHandler {
  readonly #parts: SettleContext;

  constructor(parts: SettleContext) {
    this.#parts = parts;
  }

  /** The reply to a text that was a PIN, or may have been one. */
  async answer(
    heard: Extract<PinDetection, { kind: "pin" | "unclear" | "unasked" | "secret" }>,
    request: LocalRequest,
  ): Promise<LocalReply> {
    const { turn } = messages(request.language);
    switch (heard.kind) {
      case "unasked":
        return failedOpenReply(turn.noPinAsked, request);
      case "secret":
        return failedOpenReply(errorText({ code: "memory-secret" }, request.language), request);
      case "unclear":
        return failedOpenReply(turn.onlyDigits, request);
      case "pin":
        return await this.#checked(heard.pin, request);
      default:
        return heard satisfies never;
    }
  }

  /**
   * Uses the PIN that came with a sentence for the items that require one.
   * @returns the reply, and the questions that were answered; null where no item requires a PIN
   */
  async offered(
    pin: string,
    request: LocalRequest,
  ): Promise<{ readonly settled: LocalReply; readonly questions: readonly string[] } | null> {
    const { home } = this.#parts;
    const wanting = request.conversation.open.items.filter((item) => requiresPin(item, home, request.origin));
    if (wanting.length === 0) return null;
    return { questions: wanting.map(({ question }) => question), settled: await this.#checked(pin, request) };
  }

  async #checked(pin: string, request: LocalRequest): Promise<LocalReply> {
    const { home, clock, onError } = this.#parts;
    const { conversation, language, signal } = request;
    const { turn } = messages(language);
    const { items } = conversation.open;
    const wanting = items.filter((item) => requiresPin(item, home, request.origin));
    // For expired items the PIN is not checked.
    if (wanting.every(({ expiresAt }) => expiresAt < clock.now())) return await settleWithPin(request, this.#parts);
    let origin: Origin;
    try {
      origin = await home.provePin(pin, request.origin, devicesOfItems(wanting));
    } catch (error) {
      const code = error instanceof JiaError ? error.code : null;
      const details = error instanceof JiaError ? error.details : {};
      if (code === "pin-locked" && Number(details["seconds"]) > SOON_S) {
        this.#drop(request);
        return failedOpenReply(turnText("pinLocked", language, { wait: details["wait"] ?? "" }), request);
      }
      this.#waitOn(request);
      if (code === "wrong-pin") return failedOpenReply(turn.wrongPin, request);
      if (code === "pin-locked")
        return failedOpenReply(turnText("pinSoon", language, { wait: details["wait"] ?? "" }), request);
      return failedOpenReply(
        turnText("internal", language, { why: failureReason(error, language, signal, onError) }),
        request,
      );
    }
    return await settleWithPin({ ...request, origin }, this.#parts);
  }

  /** Gives all open items a new minute. */
  #waitOn({ conversation }: LocalRequest): void {
    const expiresAt = this.#parts.clock.now() + CONFIRMATION_MS;
    const items = conversation.open.items.map((item) => ({ ...item, expiresAt: Math.max(item.expiresAt, expiresAt) }));
    conversation.open = { version: OPEN_VERSION, items };
  }

  #drop({ conversation }: LocalRequest): void {
    for (const item of take(conversation)) if (item.kind === "commands") this.#parts.home.withdraw(item.confirmation);
  }
}

/** A reply where nothing was done. */
function failedOpenReply(reply: string, { conversation: { open } }: LocalRequest): LocalReply {
  return {
    handled: true,
    reply,
    expectsReply: open.items.length > 0,
    outcomes: [],
    calls: [],
    refused: 0,
    failed: true,
  };
}
