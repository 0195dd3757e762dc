import { describe, expect, it, vi } from 'vitest';
import type { ResidentActor } from '@/lib/platform/actor';
import { createFilledIn, openPage } from '@/lib/testing/applications-world';
import { aJob, aNobody, createResident } from '@/lib/testing/builders';
import { asOwner } from '@/lib/testing/test-database';
import { answerUpload } from './answer-upload';
import { addUploadPiece } from './commands/add-upload-piece';
import { createUpload } from './commands/create-upload';
import { forgetOldUploads } from './commands/forget-old-uploads';

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const text = `%PDF-1.7\n${'x'.repeat(2_000)}\n%%EOF\n`;
const file = Buffer.from(text);
const base64 = (value: string) => Buffer.from(value).toString('base64');

function ask(
  actor: Parameters<typeof answerUpload>[0],
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Uint8Array<ArrayBuffer>,
): Promise<Response> {
  const request = new Request(`http://granvik.localhost/api/uploads${path}`, {
    method,
    headers: { 'tus-resumable': '1.0.0', ...headers },
    ...(body && { body }),
  });
  return answerUpload(actor, request);
}

async function begun(size = file.length, name = 'läkarintyg.pdf') {
  const actor = await createResident('granvik');
  const applicationId = await createFilledIn(actor);
  const answer = await ask(actor, 'POST', '', {
    'upload-length': String(size),
    'upload-metadata': `applicationId ${base64(applicationId)},field ${base64('attachments')},filename ${base64(name)}`,
  });
  return {
    actor,
    applicationId,
    answer,
    path: (answer.headers.get('location') ?? '').slice('/api/uploads'.length),
  };
}

const send = (actor: ResidentActor, path: string, from: number, to = file.length, bytes = file) =>
  ask(
    actor,
    'PATCH',
    path,
    { 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' },
    new Uint8Array(bytes.subarray(from, to)),
  );
const offset = async (actor: ResidentActor, path: string) =>
  Number((await ask(actor, 'HEAD', path)).headers.get('upload-offset'));
const filesOf = async (actor: ResidentActor, applicationId: string) =>
  (await openPage(actor, applicationId, 'attachments')).page.answers.attachments as
    | { files: { name: string; size: number }[] }
    | undefined;
const count = async (sql: string) =>
  asOwner(async (client) => Number((await client.query(`select count(*) from ${sql}`)).rows[0].count));

describe('a file in pieces', () => {
  it('goes on where it was cut, and is stored with its last piece', async () => {
    const { actor, applicationId, answer, path } = await begun();
    expect(answer.status).toBe(201);
    expect((await send(actor, path, 0, 500)).status).toBe(204);
    expect(await offset(actor, path)).toBe(500);
    // The line was cut after the server had it: the same piece again is told how far it is.
    expect((await send(actor, path, 0, 500)).status).toBe(409);
    expect((await filesOf(actor, applicationId))?.files ?? []).toEqual([]);
    const last = await send(actor, path, 500);
    expect([last.status, await last.json()]).toEqual([200, { refused: [] }]);
    expect(await filesOf(actor, applicationId)).toMatchObject({
      files: [{ name: 'läkarintyg.pdf', size: file.length }],
    });
    // That answer may be lost too: asked again, all has come, and nothing is left lying.
    expect(await offset(actor, path)).toBe(file.length);
    expect(await count('upload_piece')).toBe(0);
  });

  it('two at once are one', async () => {
    const { actor, applicationId, path } = await begun();
    const id = path.slice(1);
    await addUploadPiece(actor, { uploadId: id, start: 0, bytes: file.subarray(0, 500) });
    const rest = { uploadId: id, start: 500, bytes: file.subarray(500) };
    const both = await Promise.allSettled([1, 2, 3].map(() => addUploadPiece(actor, rest)));
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect((await filesOf(actor, applicationId))?.files).toHaveLength(1);
  });

  it('is looked at when it is whole, and refused in the form’s own words', async () => {
    const program = Buffer.concat([Buffer.from('MZ\u0090\u0000'), Buffer.alloc(600)]);
    const { actor, applicationId, path } = await begun(program.length, 'intyg.pdf');
    await send(actor, path, 0, 300, program);
    const last = await send(actor, path, 300, program.length, program);
    expect(await last.json()).toMatchObject({
      refused: [{ field: 'attachments', key: 'fileKind', params: { name: 'intyg.pdf' } }],
    });
    expect((await filesOf(actor, applicationId))?.files ?? []).toEqual([]);
  });

  it('too big, empty, or more than was said, is refused at once', async () => {
    expect((await begun(11_000_000)).answer.status).toBe(413);
    expect((await begun(0)).answer.status).toBe(422);
    const { actor, path } = await begun(100);
    expect((await send(actor, path, 0)).status).toBe(413);
    expect(await offset(actor, path)).toBe(0);
  });

  it('is hers alone, for a draft of hers', async () => {
    const { actor, applicationId, path } = await begun();
    for (const other of [
      await createResident('granvik'),
      { ...actor, tenantId: 'ekhamn' },
      aNobody('granvik'),
      aJob('granvik'),
    ]) {
      expect((await ask(other, 'HEAD', path)).status).toBe(404);
      expect((await send(other as ResidentActor, path, 0)).status).toBe(404);
      await ask(other, 'DELETE', path);
      await expect(
        createUpload(other, { applicationId, field: 'attachments', name: 'a', size: 1 }),
      ).rejects.toMatchObject({ code: 'NotFound' });
    }
    expect(await offset(actor, path)).toBe(0);
    await expect(
      createUpload(actor, { applicationId, field: 'contact-wanted', name: 'a', size: 1 }),
    ).rejects.toMatchObject({ code: 'NotFound' });
  });

  it('can be let be: taken away by her, or forgotten after a day', async () => {
    const { actor, path } = await begun();
    await send(actor, path, 0, 500);
    expect((await ask(actor, 'DELETE', path)).status).toBe(204);
    expect((await ask(actor, 'HEAD', path)).status).toBe(404);

    const old = await begun();
    await send(old.actor, old.path, 0, 500);
    const young = await begun();
    await asOwner((client) =>
      client.query("update upload set touched_at = now() - interval '25 hours' where id = $1", [
        old.path.slice(1),
      ]),
    );
    await forgetOldUploads(aJob('granvik'));
    expect((await ask(old.actor, 'HEAD', old.path)).status).toBe(404);
    expect(await offset(young.actor, young.path)).toBe(0);
  });

  it('lies sealed while it comes', async () => {
    const { actor, path } = await begun();
    await send(actor, path, 0, 500);
    const { rows } = await asOwner((client) => client.query('select sealed from upload_piece'));
    expect(rows.map(({ sealed }) => sealed.toString('latin1')).join()).not.toContain('xxxx');
  });
});
