import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commandOf, keepRunning, outcomeOf, runNode } from './processes';
import { PlainError } from './progress';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'processes-'));
  vi.spyOn(process.stdout, 'write').mockReturnValue(true);
});
afterEach(() => rmSync(folder, { recursive: true }));

const plan = (code: string) => {
  const script = join(folder, 'script.mjs');
  writeFileSync(script, code);
  return { name: 'part', args: [script], env: { PATH: '' }, logFile: join(folder, 'part.log') };
};
const isAlive = (pid: number) => commandOf(pid) !== undefined && !commandOf(pid)?.trim().match(/^$/);
const until = (condition: () => boolean) => vi.waitFor(() => expect(condition()).toBe(true), 10_000);

describe('a kept process', () => {
  it('is started again when it dies, and not when it is stopped', async () => {
    const kept = await keepRunning(plan('setInterval(() => {}, 1000)'));
    const first = kept.pid;
    kept.kill();
    await until(() => kept.pid !== undefined && kept.pid !== first);
    const second = kept.pid as number;
    await kept.stop();
    expect(isAlive(second)).toBe(false);
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(kept.pid).toBeUndefined();
  });

  it('is given up after some quick deaths, with its last words', async () => {
    const kept = await keepRunning(plan("console.error('no bread'); process.exit(3)"));
    const reason = await new Promise<PlainError>((resolve) => kept.onGivenUp(resolve));
    expect(reason).toBeInstanceOf(PlainError);
    expect(reason.message).toMatch(/part ended with code 3, 4 times in a row/);
    expect(reason.message).toContain('no bread');
  }, 20_000);

  it('is made to end when it does not by itself, with what it started', async () => {
    const stubborn = `import { spawn } from 'node:child_process';
      process.on('SIGTERM', () => process.exit(0));
      const child = spawn(process.execPath, ['-e', 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000)']);
      console.log('child ' + child.pid); setInterval(() => {}, 1000);`;
    const kept = await keepRunning(plan(stubborn));
    const log = () => readFileSync(join(folder, 'part.log'), 'utf8');
    await until(() => /child \d+/.test(log()));
    await kept.stop();
    const grandchild = Number(/child (\d+)/.exec(log())?.[1]);
    await until(() => !isAlive(grandchild));
  });

  it('ends with the one that started it, however that ended', async () => {
    const parent = join(folder, 'parent.mts');
    const { args, logFile } = plan("console.log('pid ' + process.pid); setInterval(() => {}, 1000)");
    const source = new URL('./processes.ts', import.meta.url).href;
    writeFileSync(
      parent,
      `import { keepRunning } from ${JSON.stringify(source)};
       await keepRunning({ name: 'part', args: ${JSON.stringify(args)}, env: {}, logFile: ${JSON.stringify(logFile)} });`,
    );
    const starter = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), parent]);
    const pid = () => Number(/pid (\d+)/.exec(readFileSync(logFile, { encoding: 'utf8', flag: 'a+' }))?.[1]);
    await until(() => pid() > 0);
    starter.kill('SIGKILL');
    await until(() => !isAlive(pid()));
  }, 20_000);
});

describe('a program run to its end', () => {
  it('tells how it went', async () => {
    expect(await runNode(['-e', 'console.log("done")'])).toBe('done\n');
    await expect(runNode(['-e', 'console.error("why"); process.exit(2)'])).rejects.toThrow(
      /failed \(2\):\nwhy/,
    );
    expect((await outcomeOf('/no/such/program', [])).code).toContain('ENOENT');
  });

  it('may start others that have channels of their own', async () => {
    // Next's build does: its helpers once lost their channel, ended early, and left half a build that looked whole.
    const helper = join(folder, 'helper.mjs');
    writeFileSync(
      helper,
      "process.on('message', (text) => setTimeout(() => process.send(text + '!'), 300));",
    );
    const script = join(folder, 'main.mjs');
    writeFileSync(
      script,
      `import { fork } from 'node:child_process';
       const child = fork(${JSON.stringify(helper)});
       child.on('message', (text) => { console.log(text); child.kill(); });
       child.send('hello');`,
    );
    expect(await runNode([script])).toBe('hello!\n');
  });
});
