/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  agentRules: false,
  // Types are a part of their own of `npm test`: checking them again would tell nothing new.
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'pino',
    'pg',
    '@myriaddreamin/typst-ts-node-compiler',
    'nodemailer',
    'file-type',
    // Loaded only where spans are sent; all of Next's bundles must then have the same.
    '@opentelemetry/api',
    '@opentelemetry/context-async-hooks',
    '@opentelemetry/core',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-trace',
  ],
  experimental: {
    authInterrupts: true,
    // A form may bring five files of ten megabytes at once. Both limits: what passes proxy.ts, and what an action takes.
    // scripts/lib/front-door.ts says which pages take that much.
    serverActions: { bodySizeLimit: '55mb' },
    proxyClientMaxBodySize: '55mb',
  },
  // Any host name that the tenants table knows may be used; in development Next asks for them by name.
  allowedDevOrigins: ['*.localhost'],
};

export default config;
