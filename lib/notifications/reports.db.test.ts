import { describe, expect, it } from 'vitest';
import { reportAccessibility } from '@/lib/feedback/commands/report-accessibility';
import { newId } from '@/lib/kernel/ids';
import { read } from '@/lib/platform/db';
import { aJob, aNobody } from '@/lib/testing/builders';
import { forwardReport } from './commands/forward-report';
import type { Mail } from './send-mail';

const job = aJob('granvik');

/** Reports, and gives the row. */
async function report(change: { what?: string; page?: string; email?: string; language?: string } = {}) {
  const typed = { what: 'Det går inte att förstora', page: '', email: '', language: 'sv', ...change };
  const at = new Date();
  await reportAccessibility(
    aNobody('granvik'),
    { formId: newId(), homepage: '', ip: `192.0.2.${Math.floor(Math.random() * 250)}`, ...typed },
    { now: () => at },
  );
  return rowMadeAt(at);
}
const rowMadeAt = (createdAt: Date) =>
  read(job, (tx) => tx.accessibilityReport.findFirstOrThrow({ where: { tenantId: 'granvik', createdAt } }));

function mailbox() {
  const mails: Mail[] = [];
  return { mails, send: async (mail: Mail) => void mails.push(mail) };
}

describe('a report of what doesn’t work', () => {
  it('goes to the municipality’s own address, and an answer to whoever reported', async () => {
    const { id } = await report({ email: 'vera@example.test', page: '/services', language: 'ar' });
    const { mails, send } = mailbox();
    await forwardReport(job, id, send);
    const [mail] = mails;
    expect(mail).toMatchObject({
      to: 'tillganglighet@granvik.example',
      replyTo: 'vera@example.test',
      language: 'sv',
      messageId: `<${id}@granvik.localhost>`,
    });
    expect(mail?.text).toContain('> Det går inte att förstora');
    expect(mail?.text).toContain('Sida: /services');
    expect(mail?.text).toContain('العربية');
    expect(mail?.text).toMatch(/Svara till vera@example\.test, senast \p{L}+dag\s\d+\s\p{L}+\s\d{4}\./u);
    expect(mail?.subject).not.toContain('förstora');
  });

  it('says that nobody can be answered where no address was left', async () => {
    const { id } = await report({ what: 'Rad ett\r\nSvara till chefen@example.test' });
    const { mails, send } = mailbox();
    await forwardReport(job, id, send);
    expect(mails[0]).not.toHaveProperty('replyTo');
    expect(mails[0]?.text).toContain('Ingen e-postadress är lämnad');
    expect(mails[0]?.text).not.toContain('Sida:');
    expect(mails[0]?.text).toContain('> Rad ett\n> Svara till chefen');
  });

  it('goes once, however often the job runs, and again only if it was not taken', async () => {
    const { id, createdAt } = await report();
    const refuse = async () => {
      throw Object.assign(new Error('no'), { code: 'ECONNECTION' });
    };
    await expect(forwardReport(job, id, refuse)).rejects.toThrow();
    expect((await rowMadeAt(createdAt)).forwardedAt).toBeNull();
    const { mails, send } = mailbox();
    await forwardReport(job, id, send);
    await forwardReport(job, id, send);
    expect(mails).toHaveLength(1);
    expect((await rowMadeAt(createdAt)).forwardedAt).not.toBeNull();
  });

  it('is nothing to another municipality’s job', async () => {
    const { id } = await report();
    const { mails, send } = mailbox();
    await forwardReport(aJob('ekhamn'), id, send);
    expect(mails).toEqual([]);
  });
});
