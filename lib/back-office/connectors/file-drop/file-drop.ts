import 'server-only';
import { access, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { env } from '@/lib/platform/env';
import type { Connector, Handover, Parcel, SystemAccess } from '../connector';
import { parcelFiles } from '../parcel-files';
import {
  type Format,
  forgetOldAnswers,
  prepareFolder,
  readMessages,
  settleMessage,
  TO_SYSTEM,
  writeWhole,
} from './drop-folder';

export const fileDropSettings = z.strictObject({
  /** the system's own folder below FILE_DROP_DIR */
  folder: z.string().regex(/^[a-z0-9][a-z0-9-]{0,63}$/),
  /** what we write is in; either is read */
  format: z.enum(['json', 'xml']).default('json'),
});

/**
 * An old system that reads and writes files. README.md says what they hold. What is written stands complete under its
 * name, or not at all; what has been taken is taken away, since it is about people.
 */
export function fileDrop({ settings }: SystemAccess): Connector {
  const { folder, format } = fileDropSettings.parse(settings);
  const root = env().FILE_DROP_DIR;
  if (!root) return {};
  const place = join(root, folder);
  const drop = (parcel: Parcel) => layThere(place, format, parcel);
  return {
    submitApplication: drop,
    supplement: drop,
    listChanges: async () => {
      if (!(await isThere(place))) return { ok: false, error: 'unreachable' };
      await forgetOldAnswers(place);
      return { ok: true, value: { messages: await readMessages(place), cursor: null } };
    },
    settle: (message, outcome) => settleMessage(place, message, outcome),
    health: async () =>
      (await isThere(place)) ? { ok: true, state: 'told' } : { ok: false, error: 'unreachable' },
  };
}

/** A folder for the delivery, with the files that came with it; it gets its name when all of it is written. */
async function layThere(place: string, format: Format, parcel: Parcel): Promise<Handover> {
  if (!(await isThere(place))) return { ok: false, error: 'unreachable' };
  const { deliveryId, kind, createdAt } = parcel;
  // By name they come in the order that things happened.
  const name = `${createdAt.toISOString().replace(/[-:.]/g, '')}-${kind}-${deliveryId}`;
  const done = join(place, TO_SYSTEM, name);
  if (await exists(done)) return { ok: true, state: 'told' };
  const content = await parcel.open();
  const making = join(place, TO_SYSTEM, `.${name}`);
  await rm(making, { recursive: true, force: true });
  await mkdir(making);
  for await (const { id, bytes } of parcelFiles(parcel, content)) {
    await writeFile(join(making, id), bytes, { flush: true });
  }
  await writeWhole(making, 'delivery', format, content);
  await rename(making, done);
  return { ok: true, state: 'told' };
}

/**
 * The operator makes the system's own folder: one that we made ourselves, when a disk was not mounted, would swallow what
 * is laid in it.
 */
async function isThere(place: string): Promise<boolean> {
  if (!(await exists(place))) return false;
  return prepareFolder(place).then(
    () => true,
    () => false,
  );
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
