/** What is read from disk about devices and homes: the devices/ folder and home files. */
export { readHomeFile } from "./home-files.ts";
export { SpecLibrary } from "./spec-library.ts";
export { SpecSite } from "./spec-site.ts";
export { UserSpecs, type UserSpecsOptions } from "./user-specs.ts";
