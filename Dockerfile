# Jia in a container: Node 26 runs the TypeScript as it is, so there is no build step, only packages without their tools.
FROM node:26-slim AS packages
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY web/package.json ./web/
# The image brings its own Node.js: the packaged ones (optional dependencies) stay out.
RUN npm ci --omit=dev --omit=optional

FROM node:26-slim
ENV NODE_ENV=production \
    JIA_HOST=0.0.0.0 \
    JIA_DATA=/data
WORKDIR /app
RUN mkdir /data && chown node:node /data
COPY --from=packages /app/node_modules ./node_modules
COPY package.json launch.cjs LICENSE ./
COPY devices ./devices
COPY prompts ./prompts
COPY src ./src
USER node
VOLUME /data
EXPOSE 8480
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + (Number(process.env.JIA_PORT) || 8480) + '/health').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
ENTRYPOINT ["node", "src/cli.ts"]
CMD ["start"]
