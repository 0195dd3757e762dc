// npm run pictures: every page on phone and desktop, in Swedish, Finnish and Arabic, as PNG files in pictures/.
import { spawn } from 'node:child_process';
import { readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { startBrowserWorld } from './lib/browser-world';
import { explain, PlainError, say } from './lib/progress';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopping.abort());
process.on('disconnect', () => stopping.abort());

async function main(): Promise<void> {
  rmSync('pictures', { recursive: true, force: true });
  const dataDir = resolve(process.env.DATA_DIR ?? '.data', 'pictures');
  // Begun afresh each time: the pictures are then of the same cases.
  rmSync(dataDir, { recursive: true, force: true });
  const world = await startBrowserWorld({ dataDir, signal: stopping.signal });
  try {
    const args = ['test', '-c', 'e2e/playwright.config.ts', '--project', 'pictures', '--workers=1'];
    const child = spawn(process.execPath, ['node_modules/@playwright/test/cli.js', ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        ...world.env,
        PLAYWRIGHT_JSON_OUTPUT_FILE: resolve('test-results/pictures.json'),
      },
      signal: stopping.signal,
    });
    const code = await new Promise((done) => {
      child.once('error', () => done(1));
      child.once('exit', done);
    });
    if (code !== 0) throw new PlainError('Not every picture could be taken.');
    say(`${readdirSync('pictures').length} pictures in pictures/`);
  } finally {
    await world.stop();
  }
}

main().then(
  () => process.exit(0),
  (error) => {
    process.stderr.write(`\n${explain(error)}\n`);
    process.exit(1);
  },
);
