import { Writable } from "node:stream";

/** A terminal's output that can be muted while a secret is typed. */
export class MutableScreen extends Writable {
  muted = false;
  readonly isTTY = true;
  readonly #out: Writable & { readonly columns?: number };

  constructor(out: Writable & { readonly columns?: number }) {
    super();
    this.#out = out;
  }

  get columns(): number {
    return this.#out.columns ?? 80;
  }

  override _write(piece: Buffer, _encoding: BufferEncoding, done: (error?: Error | null) => void): void {
    // Written at once, because a later change of `muted` must not affect it.
    if (!this.muted) this.#out.write(piece);
    done();
  }
}
