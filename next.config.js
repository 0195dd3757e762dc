/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  agentRules: false,
  serverExternalPackages: ['pino', 'pg', '@myriaddreamin/typst-ts-node-compiler', 'nodemailer', 'file-type'],
  experimental: {
    authInterrupts: true,
    // A form may bring five files of ten megabytes at once. Both limits: what passes proxy.ts, and what an action takes.
    serverActions: { bodySizeLimit: '55mb' },
    proxyClientMaxBodySize: '55mb',
  },
  // A theme's file is named after its content; a picture may be drawn again, so it is asked for once a day.
  headers: async () => [
    {
      source: '/themes/:file',
      headers: [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }],
    },
    { source: '/icons/:file', headers: [{ key: 'cache-control', value: 'public, max-age=86400' }] },
  ],
  // Any host name that the tenants table knows may be used; in development Next asks for them by name.
  allowedDevOrigins: ['*.localhost'],
};

export default config;
