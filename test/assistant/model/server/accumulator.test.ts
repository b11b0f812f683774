import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Completion } from "../../../../src/assistant/model/messages.ts";
import { CompletionAccumulator } from "../../../../src/assistant/model/server/accumulator.ts";

function gathered(chunks: readonly unknown[]): Completion {
  const accumulator = new CompletionAccumulator();
  for (const chunk of chunks) accumulator.push(chunk);
  return accumulator.completion();
}

const delta = (content: object, finish: string | null = null) => ({
  choices: [{ delta: content, finish_reason: finish }],
});

/** A text cut into pieces, some of them empty. */
const cut = (text: string) =>
  fc.array(fc.nat(text.length), { maxLength: 8 }).map((places) => {
    const sorted = [0, ...[...places].sort((a, b) => a - b), text.length];
    return sorted.slice(1).map((end, index) => text.slice(sorted[index], end));
  });

const text = fc.string({ unit: "grapheme", maxLength: 40 });

/** An answer and one way to stream it. */
const streamed = fc
  .record({
    content: text,
    reasoning: fc.array(
      fc.record({ type: fc.constantFrom("reasoning.text", "reasoning.summary", "reasoning.encrypted"), text }),
      { maxLength: 3 },
    ),
    calls: fc.array(fc.record({ name: fc.constantFrom("get_state", "set_properties"), args: text }), { maxLength: 3 }),
  })
  .chain((answer) =>
    fc
      .record({
        content: cut(answer.content),
        reasoning: fc.tuple(...answer.reasoning.map((detail) => cut(detail.text))),
        calls: fc.tuple(...answer.calls.map((call) => cut(call.args))),
      })
      .map((pieces) => ({ answer, pieces })),
  );

const KEYS: Readonly<Record<string, string>> = {
  "reasoning.text": "text",
  "reasoning.summary": "summary",
  "reasoning.encrypted": "data",
};

describe("the accumulator", () => {
  it("builds the same answer however the stream is cut", () => {
    fc.assert(
      fc.property(streamed, ({ answer, pieces }) => {
        const details = answer.reasoning.map(({ type }, index) => ({ type, index, key: KEYS[type] ?? "text" }));
        const chunks = [
          ...details.flatMap(({ type, index, key }) =>
            (pieces.reasoning[index] ?? []).map((piece) =>
              delta({ reasoning_details: [{ type, index, [key]: piece }] }),
            ),
          ),
          ...pieces.content.map((content) => delta({ content })),
          // Pieces of several calls may alternate.
          ...answer.calls.map(({ name }, index) =>
            delta({ tool_calls: [{ index, id: `c${index}`, function: { name } }] }),
          ),
          ...inTurn(
            pieces.calls.map((parts, index) =>
              parts.map((args) => delta({ tool_calls: [{ index, function: { arguments: args } }] })),
            ),
          ),
          delta({}, answer.calls.length > 0 ? "tool_calls" : "stop"),
          { choices: [], usage: { prompt_tokens: 3, completion_tokens: 4, cost: 0.5 } },
        ];
        expect(gathered(chunks)).toEqual({
          content: answer.content,
          calls: answer.calls.map(({ name, args }, index) => ({ index, id: `c${index}`, name, arguments: args })),
          reasoning:
            details.length > 0
              ? {
                  reasoning_details: details.map(({ type, index, key }) => ({
                    type,
                    index,
                    [key]: answer.reasoning[index]?.text,
                  })),
                }
              : {},
          finish: answer.calls.length > 0 ? "tool_calls" : "stop",
          usage: { promptTokens: 3, completionTokens: 4, cachedTokens: 0, cost: 0.5 },
          model: null,
        });
      }),
    );
  });

  it("survives chunks of any form", () => {
    const anyChunk = fc.record({ choices: fc.array(fc.record({ delta: fc.anything() })), usage: fc.anything() });
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.anything(), anyChunk)), (chunks) => {
        const { content, calls } = gathered(chunks);
        expect(typeof content).toBe("string");
        for (const call of calls) expect(typeof call.arguments).toBe("string");
      }),
    );
  });

  it("keeps the last signature and format of a reasoning detail, and separates details without an index by type", () => {
    const { reasoning } = gathered([
      delta({ reasoning_details: [{ type: "reasoning.text", text: "a", format: null }] }),
      delta({ reasoning_details: [{ type: "reasoning.text", text: "b", format: "v1", signature: "s1" }] }),
      delta({ reasoning_details: [{ type: "reasoning.encrypted", data: "x" }] }),
      delta({ reasoning_details: [{ type: "reasoning.text", text: "c", signature: null }] }),
    ]);
    expect(reasoning.reasoning_details).toEqual([
      { type: "reasoning.text", text: "ab", format: "v1", signature: "s1" },
      { type: "reasoning.encrypted", data: "x" },
      { type: "reasoning.text", text: "c", signature: null },
    ]);
  });

  it("separates calls with equal indexes, and does not join a repeated name", () => {
    const { calls } = gathered([
      delta({ tool_calls: [{ index: 0, id: "a", function: { name: "get_state", arguments: "" } }] }),
      delta({ tool_calls: [{ index: 0, id: "a", function: { name: "get_state", arguments: "{}" } }] }),
      delta({ tool_calls: [{ index: 0, id: "b", function: { name: "find_devices", arguments: "{}" } }] }),
    ]);
    expect(calls.map(({ id, name, arguments: args }) => [id, name, args])).toEqual([
      ["a", "get_state", "{}"],
      ["b", "find_devices", "{}"],
    ]);
  });

  it.each<readonly [string, readonly object[]]>([
    [
      "the second head is numbered like the first, its tail one further",
      [
        { index: 0, id: "a", function: { name: "get_state", arguments: '{"devices":' } },
        { index: 0, function: { arguments: '["x"]}' } },
        { index: 0, id: "b", function: { name: "find_devices", arguments: "" } },
        { index: 1, function: { arguments: '{"query":' } },
        { index: 1, function: { arguments: '"y"}' } },
      ],
    ],
    [
      "heads are counted from one, tails from zero",
      [
        { index: 1, id: "a", function: { name: "get_state", arguments: '{"devices":["x"]}' } },
        { index: 2, id: "b", function: { name: "find_devices", arguments: "" } },
        { index: 1, function: { arguments: '{"query":' } },
        { index: 1, function: { arguments: '"y"}' } },
      ],
    ],
    [
      "tails have an empty id and an empty name",
      [
        { index: 0, id: "a", function: { name: "get_state", arguments: '{"devices":["x"]}' } },
        { index: 0, id: "b", function: { name: "find_devices", arguments: '{"query":' } },
        { index: 7, id: "", function: { name: "", arguments: '"y"}' } },
      ],
    ],
  ])("adds the rest of a call to the open call: %s", (_, pieces) => {
    const { calls } = gathered(pieces.map((piece) => delta({ tool_calls: [piece] })));
    expect(calls.map(({ id, name, arguments: args }) => [id, name, args])).toEqual([
      ["a", "get_state", '{"devices":["x"]}'],
      ["b", "find_devices", '{"query":"y"}'],
    ]);
  });

  it("reports an answer that exceeds its bounds", () => {
    const accumulator = new CompletionAccumulator();
    for (let n = 0; n < 300 && !accumulator.excessive; n += 1) accumulator.push(delta({ content: "x".repeat(1000) }));
    expect(accumulator.excessive).toBe(true);
  });
});

/** Alternates between lists until all are used up. */
function inTurn<Item>(lists: readonly (readonly Item[])[]): Item[] {
  const longest = Math.max(0, ...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, index) => lists.flatMap((list) => list.slice(index, index + 1))).flat();
}
