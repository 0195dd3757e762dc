/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  typedRoutes: false,
  agentRules: false,
  serverExternalPackages: ['pino', 'pg', '@myriaddreamin/typst-ts-node-compiler', 'nodemailer', 'file-type'],
  experimental: { authInterrupts: true },
  // Any host name that the tenants table knows may be used; in development Next asks for them by name.
  allowedDevOrigins: ['*.localhost'],
};

export default config;
