import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Puts a folder where it belongs, whole: it is built beside, and then renamed. Two processes may do it at once; the first
 * to rename wins, and the other goes on with what is there.
 */
export async function putFolder(dir: string, build: (building: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(dir), { recursive: true });
  const building = await mkdtemp(`${dir}-`);
  await build(building);
  await rm(dir, { recursive: true, force: true });
  try {
    await rename(building, dir);
  } catch (error) {
    await rm(building, { recursive: true, force: true });
    if (!existsSync(dir)) throw error;
  }
}
