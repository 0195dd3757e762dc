import { describe, expect, it } from 'vitest';
import { changeContactWays } from '@/lib/identity/commands/change-contact-ways';
import { confirmContactChange } from '@/lib/identity/commands/confirm-contact-change';
import { forgetOldContactChanges } from '@/lib/identity/commands/forget-old-contact-changes';
import { sendNewCode } from '@/lib/identity/commands/send-new-code';
import { CODE_LIFE, MOST_ATTEMPTS, MOST_CODES } from '@/lib/identity/domain/contact-change';
import { getContactChange } from '@/lib/identity/queries/get-contact-change';
import { getMyProfile } from '@/lib/identity/queries/get-my-profile';
import type { ResidentActor } from '@/lib/platform/actor';
import { read } from '@/lib/platform/db';
import { aJob, createResident } from '@/lib/testing/builders';
import { auditOf } from '@/lib/testing/cases-world';
import { asOwner, dumpEverything } from '@/lib/testing/test-database';
import { AddressRefused } from './channels/channel';
import { sendContactCode } from './commands/send-contact-code';
import { tellFormerAddress } from './commands/tell-former-address';
import type { ServiceSenders } from './service-messages';

const tenantId = 'granvik';
const job = aJob(tenantId);
let number = 0;
const newAddress = () => `vera${++number}@example.test`;

/** A log-in of somebody who wants her mail somewhere, and what waits for its code. */
async function asked(address = newAddress(), actor?: ResidentActor) {
  const resident = actor ?? (await createResident(tenantId));
  const { waiting } = await changeContactWays(resident, { email: address, phone: '' });
  return { resident, address, changeId: waiting[0] ?? '' };
}

interface Sent {
  to: string;
  text: string;
  reference: string;
}
function outbox() {
  const sent: Sent[] = [];
  const senders: ServiceSenders = {
    email: async ({ to, text, messageId }) => void sent.push({ to, text, reference: messageId }),
    sms: async ({ to, text, reference }) => void sent.push({ to, text, reference }),
  };
  return { sent, senders };
}

async function codeOf(changeId: string): Promise<string> {
  const { sent, senders } = outbox();
  await sendContactCode(job, changeId, senders);
  return /\d{6}/.exec(sent[0]?.text ?? '')?.[0] ?? '';
}
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0');
const emailOf = async (resident: ResidentActor) => (await getMyProfile(resident)).email;

const changesThatTell = (resident: ResidentActor) =>
  read(job, async (tx) =>
    (
      await tx.domainEvent.findMany({
        where: {
          tenantId,
          type: 'identity.contact-way-replaced',
          payload: { path: ['personId'], equals: resident.personId },
        },
        orderBy: { at: 'asc' },
      })
    ).map(({ payload }) => (payload as { changeId: string }).changeId),
  );

describe('a new address', () => {
  it('comes into use when its code is told, and the one before is used until then and told', async () => {
    const first = await asked();
    expect(await emailOf(first.resident)).toBeNull();
    const code = await codeOf(first.changeId);
    await confirmContactChange(first.resident, {
      changeId: first.changeId,
      code: `${code.slice(0, 3)} ${code.slice(3)}`,
    });
    expect(await emailOf(first.resident)).toBe(first.address);
    // There was none before: nobody to tell.
    expect(await changesThatTell(first.resident)).toEqual([]);

    const second = await asked(undefined, first.resident);
    expect(await emailOf(first.resident)).toBe(first.address);
    await confirmContactChange(first.resident, {
      changeId: second.changeId,
      code: await codeOf(second.changeId),
    });
    expect(await emailOf(first.resident)).toBe(second.address);
    const { sent, senders } = outbox();
    for (const changeId of await changesThatTell(first.resident)) {
      await tellFormerAddress(job, changeId, senders);
      await tellFormerAddress(job, changeId, senders);
    }
    expect(sent.map(({ to }) => to)).toEqual([first.address]);
    expect(sent[0]?.text).toContain('skickas inte längre hit');
    expect(sent[0]?.text).not.toContain(second.address);
  });

  it('is told its code and nothing else, with the way to the page', async () => {
    const { changeId, address } = await asked();
    const { sent, senders } = outbox();
    await sendContactCode(job, changeId, senders);
    expect(sent).toMatchObject([{ to: address, reference: `<${changeId}@granvik.localhost>` }]);
    expect(sent[0]?.text).toContain(`http://granvik.localhost:3000/settings/contact/${changeId}`);
    for (const secret of ['Vera', 'Provsson']) expect(sent[0]?.text).not.toContain(secret);
    const dump = await dumpEverything();
    expect(dump).not.toContain(address);
  });

  it('that is a telephone gets a text message; it is confirmed from another log-in too', async () => {
    const resident = await createResident(tenantId);
    const { waiting } = await changeContactWays(resident, { email: '', phone: '070-174 06 99' });
    const changeId = waiting[0] ?? '';
    const { sent, senders } = outbox();
    await sendContactCode(job, changeId, senders);
    expect(sent).toMatchObject([{ to: '070-174 06 99', reference: changeId }]);
    const code = /\d{6}/.exec(sent[0]?.text ?? '')?.[0] ?? '';
    const elsewhere = { ...resident, sessionId: (await createResident(tenantId)).sessionId };
    await confirmContactChange(elsewhere, { changeId, code });
    await confirmContactChange(elsewhere, { changeId, code });
    expect((await getMyProfile(resident)).phone).toBe('070-174 06 99');
  });

  it('is not reached by guessing, also many at once', async () => {
    const { resident, changeId } = await asked();
    const code = await codeOf(changeId);
    const tries = Array.from({ length: MOST_ATTEMPTS + 2 }, () =>
      confirmContactChange(resident, { changeId, code: wrong(code) }).catch(({ fields }) => fields.code),
    );
    const said = await Promise.all(tries);
    expect(said.filter((text) => text === 'settings:errors.wrong-code')).toHaveLength(MOST_ATTEMPTS - 1);
    expect(said.filter((text) => text === 'settings:errors.too-many-wrong')).toHaveLength(1);
    await expect(confirmContactChange(resident, { changeId, code })).rejects.toMatchObject({
      fields: { code: 'settings:errors.code-over' },
    });
    expect(await getContactChange(resident, changeId)).toMatchObject({ state: 'over' });
    expect(await emailOf(resident)).toBeNull();
  });

  it('waits a day and a night for its code, and a new code makes the old one useless', async () => {
    const { resident, changeId } = await asked();
    const code = await codeOf(changeId);
    const late = () => new Date(Date.now() + CODE_LIFE);
    await expect(confirmContactChange(resident, { changeId, code }, { now: late })).rejects.toMatchObject({
      fields: { code: 'settings:errors.code-over' },
    });
    const again = await sendNewCode(resident, changeId);
    await expect(confirmContactChange(resident, { changeId, code })).rejects.toMatchObject({
      code: 'Invalid',
    });
    await confirmContactChange(resident, { changeId: again, code: await codeOf(again) });
    expect(await emailOf(resident)).toMatch(/^vera/);
    await expect(sendNewCode(resident, again)).rejects.toMatchObject({ code: 'AlreadyDone' });
  });

  it('is one at a time: the last that was asked for counts, and asking for what is in use ends it', async () => {
    const { resident, changeId } = await asked();
    const code = await codeOf(changeId);
    const other = await asked(undefined, resident);
    await expect(confirmContactChange(resident, { changeId, code })).rejects.toMatchObject({
      code: 'Invalid',
    });
    expect((await getMyProfile(resident)).waiting.map(({ id }) => id)).toEqual([other.changeId]);
    await changeContactWays(resident, { email: '', phone: '' });
    expect((await getMyProfile(resident)).waiting).toEqual([]);
    expect(await codeOf(other.changeId)).toBe('');
    // Two at once: one of them waits, the other is over.
    await Promise.all([asked(undefined, resident), asked(undefined, resident)]);
    expect((await getMyProfile(resident)).waiting).toHaveLength(1);
  });

  it('is sent no more codes than a few a day, whoever asks for them', async () => {
    const address = newAddress();
    for (let count = 0; count < MOST_CODES; count++) await asked(address);
    await expect(asked(address)).rejects.toMatchObject({
      fields: { email: 'settings:errors.too-many-codes' },
    });
    const { resident } = await asked();
    for (let count = 1; count < MOST_CODES; count++) await asked(undefined, resident);
    await expect(asked(undefined, resident)).rejects.toMatchObject({ code: 'Invalid' });
  });

  it('that takes nothing never comes into use, and says so; a server that is away is asked again', async () => {
    const { resident, changeId } = await asked();
    const { senders } = outbox();
    const away: ServiceSenders = { ...senders, email: () => Promise.reject(new Error('away')) };
    await expect(sendContactCode(job, changeId, away)).rejects.toThrow('away');
    expect(await getContactChange(resident, changeId)).toMatchObject({ state: 'open' });
    const gone = Object.assign(new Error(), { responseCode: 550, command: 'RCPT TO' });
    await sendContactCode(job, changeId, { ...senders, email: () => Promise.reject(gone) });
    expect(await getContactChange(resident, changeId)).toMatchObject({ state: 'refused' });

    const { waiting } = await changeContactWays(resident, { email: '', phone: '08-123 45 67' });
    const refuse = () => Promise.reject(new AddressRefused('sms-bad-number'));
    await sendContactCode(job, waiting[0] ?? '', { ...senders, sms: refuse });
    expect(await getContactChange(resident, waiting[0] ?? '')).toMatchObject({ state: 'refused' });
  });

  it('is nobody else’s to see, confirm or have sent again', async () => {
    const { changeId } = await asked();
    const code = await codeOf(changeId);
    const stranger = await createResident(tenantId);
    await expect(getContactChange(stranger, changeId)).rejects.toThrow('NotFound');
    await expect(confirmContactChange(stranger, { changeId, code })).rejects.toThrow('NotFound');
    await expect(sendNewCode(stranger, changeId)).rejects.toThrow('NotFound');
    expect((await auditOf(tenantId, changeId)).map(({ action, outcome }) => `${action} ${outcome}`)).toEqual([
      'identity.get-contact-change refused',
      'identity.confirm-contact-change refused',
      'identity.send-new-code refused',
    ]);
  });
});

describe('an address', () => {
  it('that is taken away is gone at once, and told so', async () => {
    const { resident, changeId, address } = await asked();
    await confirmContactChange(resident, { changeId, code: await codeOf(changeId) });
    await changeContactWays(resident, { email: '', phone: '' });
    expect(await emailOf(resident)).toBeNull();
    const { sent, senders } = outbox();
    for (const id of await changesThatTell(resident)) await tellFormerAddress(job, id, senders);
    expect(sent.map(({ to }) => to)).toEqual([address]);
  });

  it('is kept in no old change', async () => {
    const { changeId } = await asked();
    await asOwner((client) =>
      client.query(`update contact_change set created_at = now() - interval '8 days' where id = $1`, [
        changeId,
      ]),
    );
    await forgetOldContactChanges(job);
    const left = await read(job, (tx) => tx.contactChange.count({ where: { tenantId, id: changeId } }));
    expect(left).toBe(0);
  });
});
