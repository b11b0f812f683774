import { type Home, JiaError } from "../home/index.ts";
import type { Channels, Notices } from "../people/notices/index.ts";
import type { ApiPeople } from "./asker.ts";
import type { Routes } from "./plugin.ts";
import { channelRoutes } from "./routes/channels.ts";
import { noticeRoutes } from "./routes/notices.ts";
import { type PushIdentity, pushRoutes } from "./routes/push.ts";
import { quietRoutes } from "./routes/quiet.ts";

/** The feed with the ways to send it. */
export interface ToldParts {
  readonly notices: Notices;
  readonly channels: Channels;
  readonly push: PushIdentity;
  readonly people: ApiPeople;
}

/** Everything about notices over HTTP. An instance that stands by knows nothing of it. */
export function toldRoutes(home: Home, { notices, channels, push, people }: ToldParts): Routes {
  const routes = [
    noticeRoutes(home, notices, people),
    quietRoutes(channels, people),
    channelRoutes(home, channels, people),
    pushRoutes(home, channels, push, people),
  ];
  return (app) => {
    app.register((scope, _options, done) => {
      scope.addHook("onRequest", (_request, _reply, next) => {
        next(notices.standsBy ? new JiaError("stands-by") : undefined);
      });
      for (const add of routes) add(scope as typeof app);
      done();
    });
  };
}
