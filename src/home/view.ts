import type { Home } from "./home.ts";
import type { Layout } from "./layout.ts";

/** The readable part of a layout. */
export type LayoutView = Pick<Layout, "rooms" | "floors" | "room" | "floor" | "findRoom">;

/** The part of a home that a user may see and command. The home itself is the view that shows everything. */
export type HomeView = Pick<
  Home,
  "name" | "language" | "timezone" | "location" | "revision" | "devices" | "device" | "execute" | "assess"
> & {
  readonly layout: LayoutView;
};
