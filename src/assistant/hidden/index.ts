/** What is kept from models altogether. */
export { Hidden } from "./hidden.ts";
export { type HiddenSettings, NOTHING_HIDDEN } from "./hidden-home.ts";
