/** The public face of the endpoint for programs that speak the protocol of OpenAI. */
export { openAiErrors } from "./errors.ts";
export { openAiResource } from "./resource.ts";
