import { portsFrom } from './lib/ports';
import { startStack } from './lib/stack';

const stack = await startStack({
  appEnv: 'demo',
  ports: portsFrom(4700),
  dataDir: '/tmp/bo/data',
  databaseUrl: undefined,
  isDev: true,
  parts: ['portal', 'worker', 'back-office'],
});
console.log('READY', stack.settings.DATABASE_APP_URL);
process.on('SIGTERM', async () => {
  await stack.stop();
  process.exit(0);
});
await stack.broken;
