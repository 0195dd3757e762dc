import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { outcomeOf } from './processes';
import { say, step } from './progress';

// Daemons live where a person's PATH doesn't look.
const OUTSIDE_PATH = ['/usr/sbin/clamd', '/usr/local/sbin/clamd', '/opt/homebrew/sbin/clamd'];

export function findClamd(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'clamd'));
  return [...onPath, ...OUTSIDE_PATH].find((path) => existsSync(path));
}

/**
 * ClamAV's daemon for the tests that ask a real one: one that is here, else the distribution's. Where there is none
 * those tests are skipped, and counted as such; nobody needs to become root to run the others.
 */
export async function ensureClamd(signal?: AbortSignal): Promise<void> {
  if (findClamd()) return;
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    await step("Installing the distribution's clamd (half a minute)", () => installByApt(signal));
    if (findClamd()) return;
  }
  say('No clamd was found: the tests that scan files with a real one are skipped. Install clamav-daemon.');
}

async function installByApt(signal?: AbortSignal): Promise<void> {
  // Installed, not started: the tests run one of their own, with one signature and no downloads.
  const env = { DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  await outcomeOf('apt-get', ['update', '-qq'], { env, signal });
  const install = ['install', '-y', '-qq', '--no-install-recommends'];
  await outcomeOf('apt-get', [...install, 'clamav-daemon'], { env, signal });
}
