import { writeFileSync } from 'node:fs';
import { portsFrom } from './lib/ports';
import { startStack } from './lib/stack';
import { offerControl } from './lib/stack-control';

const stack = await startStack({
  appEnv: 'demo',
  ports: portsFrom(4700),
  dataDir: '/tmp/bo/data',
  databaseUrl: undefined,
  isDev: true,
});
const control = await offerControl(stack as never).catch((e) => e);
writeFileSync(
  '/tmp/bo/stack.json',
  JSON.stringify({ stack: { urls: stack.urls, databaseUrl: stack.databaseUrl }, control }),
);
console.log('READY', control);
process.on('SIGTERM', async () => {
  await stack.stop();
  process.exit(0);
});
await stack.broken;
