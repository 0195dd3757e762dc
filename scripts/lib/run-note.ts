import { existsSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { commandOf } from './processes';
import { PlainError } from './progress';

const noteFile = (dataDir: string) => join(dataDir, 'running.json');

/** The portal's port in the run that has this data folder now; undefined where there is none. */
export async function runningPort(dataDir: string): Promise<number | undefined> {
  const file = noteFile(dataDir);
  if (!existsSync(file)) return undefined;
  const note = JSON.parse((await readFile(file, 'utf8')) || '{}') as { pid?: number; port?: number };
  return note.pid && commandOf(note.pid)?.includes('scripts/start.ts') ? note.port : undefined;
}

/** One run per data folder: two would each hold the database to be theirs. Returns how to give the folder back. */
export async function claimDataFolder(dataDir: string, port: number): Promise<() => Promise<void>> {
  const file = noteFile(dataDir);
  if (existsSync(file)) {
    const note = JSON.parse((await readFile(file, 'utf8')) || '{}') as { pid?: number; port?: number };
    // A number alone proves nothing: after a restart of the machine it is somebody else's.
    if (note.pid && note.pid !== process.pid && commandOf(note.pid)?.includes('scripts/start.ts')) {
      throw new PlainError(
        `Mina sidor already runs from ${dataDir}: http://localhost:${note.port} (process ${note.pid}).\n` +
          `Stop it there with Ctrl-C (or: kill ${note.pid}), or start a second one beside it with a data folder and a\n` +
          `port of its own: DATA_DIR=.data-2 PORT=${port + 100} npm start`,
      );
    }
  }
  try {
    await mkdir(dataDir, { recursive: true });
    await writeFile(file, JSON.stringify({ pid: process.pid, port }));
  } catch (error) {
    throw new PlainError(`Nothing can be written in DATA_DIR: ${(error as Error).message}`);
  }
  return () => rm(file, { force: true });
}
