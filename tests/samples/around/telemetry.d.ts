/** The OpenTelemetry SDK of a service, as the page on telemetry starts it. */
export declare const telemetry: import('@opentelemetry/sdk-node').NodeSDK;
