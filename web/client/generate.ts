/** Makes the types of the API's client from the OpenAPI document of a running Jia. */
import openapiTS, { astToString } from "openapi-typescript";

const HEAD = [
  "/**",
  " * The types of Jia's HTTP API. `npm run client` writes this file from the OpenAPI document, and a test compares it:",
  " * do not edit it.",
  " */",
  "",
].join("\n");

/** The source of `web/src/api/schema.ts`. @param document as `/openapi.json` gives it */
export async function clientTypes(document: string): Promise<string> {
  return HEAD + astToString(await openapiTS(document, { alphabetize: true, defaultNonNullable: false }));
}
