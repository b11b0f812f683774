import { messages, nameIn } from "../../../language/index.ts";
import type { HomeIndex } from "../../../understanding/names/home-index.ts";
import { segmentText } from "../../../understanding/parse/segment.ts";
import { ownerlessRoomIn } from "../../../understanding/presence/own-rooms.ts";
import { normalise } from "../../../understanding/text/tokens.ts";
import { understand } from "../../../understanding/understand.ts";
import type { LocalRequest, LocalResult } from "../../contract.ts";
import { localReply } from "../execution/undo.ts";
import { type PeopleList, roomOwner } from "../memory/personal-names.ts";
import { deferToModel } from "../plain.ts";
import type { ReaderContext, SentenceReader } from "../readers/reader.ts";

/** Reads "the light in my room" without a known room: asks which room, and runs the sentence with the answer. */
export function ownRoomReader(people: PeopleList, { contextOf, understood }: ReaderContext): SentenceReader {
  return async (request) => {
    const meant = named(request, people, contextOf(request).index);
    if (meant !== null) return await understood({ ...request, text: meant });
    return asked(request, people, contextOf);
  };
}

/** The question which room is meant, where the sentence parses with any room. Null for any other sentence. */
function asked(request: LocalRequest, people: PeopleList, contextOf: ReaderContext["contextOf"]): LocalResult | null {
  const dialogue = contextOf(request);
  const found = ownerlessRoomIn(request.text, people.list().map(roomOwner), dialogue.index);
  const [any] = dialogue.index.rooms;
  if (found === null || !any) return null;
  const meant = understand(found.instead(nameIn(request.language, any)), dialogue, null);
  if (meant.kind === "unknown") return null;
  // Facts told in a conversation are known to a model alone.
  if (request.plainOnly) return deferToModel(request, dialogue);
  return localReply(messages(request.language).presence.whichRoom({ owner: found.owner }), [], [], true);
}

/** The sentence of before with the room that the answer names; null where no room was asked for, or none or several are named. */
function named({ conversation, text, language }: LocalRequest, people: PeopleList, index: HomeIndex): string | null {
  const last = conversation.exchanges.at(-1);
  const before = last && ownerlessRoomIn(last.text, people.list().map(roomOwner), index);
  if (!last || !before || last.reply !== messages(language).presence.whichRoom({ owner: before.owner })) return null;
  const rooms = segmentText(normalise(text), index).flatMap(({ home, lex }) => [
    ...(home?.rooms ?? []),
    ...(home?.rooms.length ? [] : (lex?.rooms ?? []).flatMap((kind) => index.roomsOfKind(kind))),
  ]);
  const [room, ...others] = new Set(rooms);
  const name = room === undefined || others.length > 0 ? undefined : index.room(room);
  return name ? before.instead(nameIn(language, name)) : null;
}
