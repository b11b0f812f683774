export { MIOT_CODE, statusOfCode } from "./codes.ts";
export { MiotDialect, type MiotOptions } from "./dialect.ts";
