import { brokerDialect, byPattern } from "../descriptor.ts";

export const miot = brokerDialect({
  name: "miot",
  settings: {},
  recognise: byPattern(/^miot\/([^/]+)\//),
  ambiguous: true,
  async create(_settings, { specs }) {
    const { MiotDialect } = await import("./dialect.ts");
    return new MiotDialect({ specs });
  },
});
