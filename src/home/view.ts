import type { Home } from "./home.ts";
import type { Layout } from "./layout.ts";

/** Rooms and floors, to look at. */
export type LayoutView = Pick<Layout, "rooms" | "floors" | "room" | "floor" | "findRoom">;

/** A home as somebody sees and commands it who may not see all of it. The home itself is one that shows everything. */
export type HomeView = Pick<
  Home,
  "name" | "language" | "timezone" | "location" | "revision" | "devices" | "device" | "execute" | "assess"
> & {
  readonly layout: LayoutView;
};
