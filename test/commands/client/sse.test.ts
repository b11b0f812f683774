import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type SentEvent, sentEvents } from "../../../src/commands/client/sse.ts";

async function read(bytes: Uint8Array<ArrayBuffer>, cuts: readonly number[]): Promise<SentEvent[]> {
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
    start(controller) {
      let from = 0;
      for (const to of [...places, bytes.length]) {
        controller.enqueue(bytes.slice(from, to));
        from = to;
      }
      controller.close();
    },
  });
  const events: SentEvent[] = [];
  for await (const event of sentEvents(body)) events.push(event);
  return events;
}

describe("sentEvents", () => {
  it("reads events with any division of the bytes, and leaves comments out", async () => {
    const text =
      ': open\n\nevent: text\ndata: {"text":"你好 👋"}\n\n: still here\n\ndata: a\ndata: b\n\nevent: done\r\ndata: 1\r\n\r\n';
    const bytes = new TextEncoder().encode(text);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat()), async (cuts) => {
        expect(await read(bytes, cuts)).toEqual([
          { event: "text", data: '{"text":"你好 👋"}' },
          { event: "message", data: "a\nb" },
          { event: "done", data: "1" },
        ]);
      }),
    );
  });

  it("refuses an endless event, with any division of the bytes", async () => {
    let sent = 0;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      pull(controller) {
        sent += 100_000;
        controller.enqueue(new Uint8Array(100_000).fill(sent === 100_000 ? 10 : 120));
      },
    });
    const reading = (async () => {
      for await (const event of sentEvents(body)) expect.unreachable(event.data);
    })();
    await expect(reading).rejects.toThrow("exceeded max buffer size");
    expect(sent).toBeLessThan(10_500_000);
  });
});
