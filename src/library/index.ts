/** Specs and home files: the devices/ folder, the user's own specs, and the public spec site. */
export { readHomeFile } from "./home-files.ts";
export { SpecLibrary } from "./spec-library.ts";
export { SpecSite } from "./spec-site.ts";
export { UserSpecs, type UserSpecsOptions } from "./user-specs.ts";
