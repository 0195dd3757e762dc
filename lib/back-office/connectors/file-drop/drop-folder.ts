import 'server-only';
import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { lstat, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { holdsNationalId } from '@/lib/kernel/national-id';
import { now } from '@/lib/platform/clock';
import { limits } from '../../contract/limits';
import type { OfficeMessage, Settled } from '../connector';
import { readXml, writeXml } from './json-as-xml';

// The folders of one system. README.md tells those at the other end what lies where.
const FROM_SYSTEM = 'from-system';
export const TO_SYSTEM = 'to-system';
const ANSWERS = 'answers';
const REFUSED = 'refused';

/** A file that was written to so recently may not be whole. */
const SETTLED_AFTER_MS = 2_000;
/** One that can't be read may still be being written, by a system that takes its time. */
const HOPELESS_AFTER_MS = 60_000;
const ANSWERS_KEPT_MS = 30 * 24 * 60 * 60_000;
/** Far more than a look's worth; the rest comes at the next. */
const AT_ONCE = 200;

export type Format = 'json' | 'xml';

const message = z.strictObject({
  operation: z.string(),
  params: z.record(z.string(), z.string()).default({}),
  body: z.unknown().optional(),
});

/** Names end up in logs and answers: plain ones, and none that holds a personal number. */
const isGoodName = (name: string): boolean =>
  /^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.(json|xml)$/.test(name) && !holdsNationalId(name, now());
/** Hidden, or named as what is still being written. */
const isUnfinished = (name: string): boolean => name.startsWith('.') || /\.(tmp|part|filepart)$/i.test(name);

/**
 * Makes the folders where they are not there yet. Whoever writes in them could put a link in a folder's place, and have us
 * move a message into another system's.
 * @throws where one is no folder
 */
export async function prepareFolder(place: string): Promise<void> {
  for (const name of [TO_SYSTEM, FROM_SYSTEM, ANSWERS, REFUSED]) {
    await mkdir(join(place, name), { recursive: true });
    if (!(await lstat(join(place, name))).isDirectory()) throw new Error('A link in the place of a folder');
  }
}

/** What the system has laid there, in order of names. What can't be read is moved aside, with an answer that says why. */
export async function readMessages(place: string): Promise<OfficeMessage[]> {
  const names = (await readdir(join(place, FROM_SYSTEM))).filter((name) => !isUnfinished(name)).sort();
  const found: OfficeMessage[] = [];
  for (const name of names.slice(0, AT_ONCE)) {
    const read = await readOne(place, name);
    if (read) found.push(read);
  }
  return found;
}

async function readOne(place: string, name: string): Promise<OfficeMessage | null> {
  const file = join(place, FROM_SYSTEM, name);
  const facts = await lstat(file).catch(() => null);
  const age = facts ? now().getTime() - facts.mtimeMs : 0;
  if (!facts || age < SETTLED_AFTER_MS) return null;
  const problem = !isGoodName(name) ? 'bad-name' : !facts.isFile() ? 'no-file' : tooLarge(facts.size);
  if (problem) {
    await putAside(place, name, { state: 'refused', reason: problem });
    return null;
  }
  // A link that has taken the file's place meanwhile is not followed.
  const bytes = await readFile(file, { flag: constants.O_RDONLY | constants.O_NOFOLLOW });
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    const content = name.endsWith('.xml') ? readXml(text) : JSON.parse(text);
    const { operation, params, body } = message.parse(content);
    const hash = createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
    // Laid there again, whole and unchanged, it is the same message.
    return { messageId: `${name}:${hash}`, operation, params, body };
  } catch {
    if (age > HOPELESS_AFTER_MS) {
      await putAside(place, name, { state: 'refused', reason: 'not-understood' });
    }
    return null;
  }
}

const tooLarge = (bytes: number): string | null => (bytes > limits.bodyBytes ? 'too-large' : null);

/** What became of a message: its answer is written, and it is taken away; refused, it is kept for those who correct it. */
export async function settleMessage(
  place: string,
  { messageId, operation, params }: OfficeMessage,
  outcome: Settled,
): Promise<void> {
  const name = messageId.slice(0, messageId.lastIndexOf(':'));
  if (outcome.state === 'refused') return putAside(place, name, outcome);
  if (outcome.state === 'done' && operation === 'record-receipt') {
    await removeDelivered(place, params.deliveryId ?? '');
  }
  await answer(place, name, outcome);
  await rm(join(place, FROM_SYSTEM, name), { force: true });
}

async function putAside(place: string, name: string, outcome: Settled): Promise<void> {
  // A name that may be about somebody is kept where the file is, and said nowhere else.
  const known = isGoodName(name) ? name : 'unnamed.json';
  await answer(place, known, outcome);
  await rename(join(place, FROM_SYSTEM, name), join(place, REFUSED, name));
}

async function answer(place: string, name: string, outcome: Settled): Promise<void> {
  const [, stem = '', format = 'json'] = /^(.*)\.(json|xml)$/.exec(name) ?? [];
  await writeWhole(join(place, ANSWERS), `${stem}.answer`, format as Format, {
    at: now().toISOString(),
    file: name,
    ...outcome,
  });
}

/** The system has it safe. It is about people, and lies here no longer than it must. */
async function removeDelivered(place: string, deliveryId: string): Promise<void> {
  const folder = join(place, TO_SYSTEM);
  for (const name of await readdir(folder)) {
    if (name.endsWith(`-${deliveryId}`)) await rm(join(folder, name), { recursive: true, force: true });
  }
}

/** Under its name it stands whole, or not at all. */
export async function writeWhole(
  folder: string,
  stem: string,
  format: Format,
  content: unknown,
): Promise<void> {
  const text = format === 'xml' ? writeXml(content) : `${JSON.stringify(content, null, 2)}\n`;
  const making = join(folder, `.${stem}.${format}`);
  await writeFile(making, text, { flush: true });
  await rename(making, join(folder, `${stem}.${format}`));
}

/** Answers hold no more than ids; those that nobody has taken for a month are taken away. */
export async function forgetOldAnswers(place: string): Promise<void> {
  const folder = join(place, ANSWERS);
  const before = now().getTime() - ANSWERS_KEPT_MS;
  for (const name of await readdir(folder)) {
    const facts = await lstat(join(folder, name)).catch(() => null);
    if (facts && facts.mtimeMs < before) await rm(join(folder, name), { force: true });
  }
}
