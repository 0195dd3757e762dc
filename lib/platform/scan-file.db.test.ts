import { afterAll, describe, expect, it } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { aJob, createResident } from '@/lib/testing/builders';
import { HARMLESS_WORDS, hasClamd, SIGNATURE, startClamd } from '@/lib/testing/clamd';
import { asOwner } from '@/lib/testing/test-database';
import { read, write } from './db';
import { scanFile } from './scan-file';
import { ScannerDown } from './scanner';
import { readFileInTx, storeFileInTx } from './storage';

const clamd = hasClamd ? await startClamd() : undefined;
afterAll(() => clamd?.stop());
// Read when the settings are first asked for. Without a clamd: an address where nobody answers.
process.env.CLAMD_SOCKET = clamd?.socket ?? '127.0.0.1:9';

const job = aJob('granvik');
const going = new AbortController().signal;
const scan = (id: string) => scanFile(job, id, { signal: going });

async function stored(text: string, from: 'outside' | 'us' = 'outside'): Promise<string> {
  const { tenantId, personId } = await createResident('granvik');
  const id = newId();
  const file = { tenantId, ownerId: personId, name: 'intyg.pdf', mediaType: 'application/pdf', from };
  await write(job, (tx) => storeFileInTx(tx, id, { ...file, bytes: Buffer.from(`%PDF-1.7\n${text}`) }));
  return id;
}
const opened = (id: string) => read(job, (tx) => readFileInTx(tx, 'granvik', id));
const rows = (sql: string, ...values: unknown[]) =>
  asOwner(async (client) => (await client.query(sql, values)).rows);
const row = async (id: string) => (await rows('select * from stored_file where id = $1', id))[0];
const jobsOf = (id: string) =>
  rows(
    "select run_at - now() > interval '2 seconds' as later from graphile_worker._private_jobs where payload->>'fileId' = $1",
    id,
  );
const eventsOf = (id: string) => rows("select type from domain_event where payload->>'fileId' = $1", id);

describe('a file from outside', () => {
  it('waits, with its job, and nobody can open it meanwhile', async () => {
    const id = await stored('intyg');
    expect(await row(id)).toMatchObject({ scan_state: 'waiting' });
    expect(await jobsOf(id)).toEqual([{ later: false }]);
    await expect(opened(id)).rejects.toMatchObject({ code: 'NotNow', reason: 'errors:file-waiting' });
  });

  it('does not wait when it is rolled back', async () => {
    const { personId } = await createResident('granvik');
    const id = newId();
    const rolledBack = write(job, async (tx) => {
      await storeFileInTx(tx, id, {
        tenantId: 'granvik',
        ownerId: personId,
        name: 'a.pdf',
        mediaType: 'application/pdf',
        bytes: Buffer.from('%PDF-1.7'),
        from: 'outside',
      });
      throw new Error('no');
    });
    await expect(rolledBack).rejects.toThrow('no');
    expect(await jobsOf(id)).toEqual([]);
  });

  it('that we made ourselves waits for nobody', async () => {
    const id = await stored('kvitto', 'us');
    expect(await row(id)).toMatchObject({ scan_state: 'made-here' });
    expect((await opened(id)).toString()).toContain('kvitto');
  });
});

describe.skipIf(!hasClamd)('a real clamd', () => {
  it('finds nothing: the file can be opened, and it is told of once', async () => {
    const id = await stored('intyg');
    await Promise.all([scan(id), scan(id)]);
    await scan(id);
    expect(await row(id)).toMatchObject({ scan_state: 'clean', scan_finding: null });
    expect((await opened(id)).toString()).toContain('intyg');
    expect(await eventsOf(id)).toEqual([{ type: 'files.clean' }]);
  });

  it('finds something: the bytes are gone, and what the file was is still known', async () => {
    const id = await stored(HARMLESS_WORDS);
    await Promise.all([scan(id), scan(id)]);
    expect(await row(id)).toMatchObject({
      scan_state: 'infected',
      scan_finding: `${SIGNATURE}.UNOFFICIAL`,
    });
    expect(await rows('select from stored_file_content where file_id = $1', id)).toEqual([]);
    await expect(opened(id)).rejects.toMatchObject({ code: 'NotNow', reason: 'errors:file-infected' });
    expect(await eventsOf(id)).toEqual([{ type: 'files.infected' }]);
    expect(await rows('select action, reason from audit_entry where object_id = $1', id)).toEqual([
      { action: 'files.remove-infected', reason: `${SIGNATURE}.UNOFFICIAL` },
    ]);
  });

  it('takes a file as big as we do', async () => {
    const id = await stored(`${'x'.repeat(10 * 1024 * 1024 - 9)}`);
    await scan(id);
    expect(await row(id)).toMatchObject({ scan_state: 'clean' });
  });
});

describe('no verdict', () => {
  it('leaves the file waiting, and it is tried again with growing pauses', async () => {
    const id = await stored('intyg');
    const down = { signal: going, scan: () => Promise.reject(new ScannerDown('unreachable')) };
    await scanFile(job, id, down);
    await scanFile(job, id, down);
    expect(await row(id)).toMatchObject({ scan_state: 'waiting', scan_attempts: 2 });
    expect(await jobsOf(id)).toEqual([{ later: true }]);
    await expect(opened(id)).rejects.toMatchObject({ code: 'NotNow' });
    // Back again: it is let through, and nothing had to be sent anew.
    await scanFile(job, id, { signal: going, scan: async () => ({ state: 'clean' }) });
    expect((await opened(id)).toString()).toContain('intyg');
  });

  it('of a file that was taken away meanwhile is no error', async () => {
    const id = await stored('intyg');
    await rows('delete from stored_file_content where file_id = $1', id);
    await rows('delete from stored_file where id = $1', id);
    await scan(id);
    expect(await eventsOf(id)).toEqual([]);
  });
});
