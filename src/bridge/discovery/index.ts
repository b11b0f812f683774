export { PLATFORMS } from "./components/index.ts";
export { DiscoveryDialect, type DiscoveryOptions } from "./dialect.ts";
export { Template, TemplateCache } from "./template/template.ts";
