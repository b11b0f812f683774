/** The public face of the metrics. */
export { MetricsCollector, type MetricsSources } from "./collector.ts";
export { metricsResource } from "./resource.ts";
