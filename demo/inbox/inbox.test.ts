import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Mailbox } from '@/demo/inbox/mailbox';
import { inboxRoutes } from '@/demo/inbox/pages';
import { openSmsBox, smsRoutes } from '@/demo/inbox/sms';
import { startSmtp } from '@/demo/inbox/smtp';
import { type DemoPerson, demoPeople } from '@/demo/people';
import { listen, type Running, routesHandler } from '@/demo/web/http';
import { notFoundPage } from '@/demo/web/page';

const [astrid, , karin] = demoPeople as [DemoPerson, DemoPerson, DemoPerson];
const now = () => Date.parse('2026-11-24T13:15:00+01:00');

let dir: string;
let file: string;
let smtp: Running;
let pages: Running;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'inbox-'));
  file = join(dir, 'inbox', 'mails.json');
  const mailbox = await Mailbox.open(file, now);
  smtp = await startSmtp({ port: 0, host: '127.0.0.1', mailbox });
  const box = await openSmsBox(join(dir, 'inbox', 'sms.json'));
  const routes = [
    ...inboxRoutes({ mailbox, people: demoPeople }),
    ...smsRoutes({ box, people: demoPeople, token: 'the-gateway-token', now }),
  ];
  const server = createServer(routesHandler(routes, notFoundPage));
  pages = await listen(server, 0, '127.0.0.1', 'the inbox');
});

afterAll(async () => {
  await smtp.close();
  await pages.close();
  await rm(dir, { recursive: true });
});

const get = async (path: string) => (await fetch(`http://127.0.0.1:${pages.port}${path}`)).text();

async function mails(query = ''): Promise<{ id: string; subject: string }[]> {
  return JSON.parse(await get(`/control/inbox${query}`)).mails;
}

test('mail is received, kept over a restart, shown safely and thrown away', async () => {
  const transport = createTransport({ host: '127.0.0.1', port: smtp.port, secure: false, ignoreTLS: true });
  const from = 'Mina sidor <mina-sidor@example.test>';
  await transport.sendMail({ from, to: astrid.email ?? '', subject: 'Första', text: 'Något väntar på dig.' });
  await transport.sendMail({
    from,
    to: karin.email ?? '',
    subject: 'Andra <b>',
    text: 'Å, ä och ö: http://granvik.localhost:3000/cases.',
    html: '<p style="color:red">Hej "Karin"</p><script>alert(1)</script>',
  });

  expect((await mails()).map(({ subject }) => subject)).toEqual(['Andra <b>', 'Första']);
  expect(await mails(`?to=${astrid.email}`)).toMatchObject([{ subject: 'Första', to: [astrid.email] }]);
  const reopened = await Mailbox.open(file, now);
  expect(reopened.list().map(({ subject }) => subject)).toEqual(['Andra <b>', 'Första']);

  const list = await get('/inbox?to=astrid-lindqvist');
  expect(list).toContain('Första');
  expect(list).not.toContain('Andra');

  const response = await fetch(`http://127.0.0.1:${pages.port}/inbox/${(await mails())[0]?.id}`);
  const shown = await response.text();
  expect(shown).toContain('Andra &lt;b&gt;');
  expect(shown).toContain('Å, ä och ö: <a href="http://granvik.localhost:3000/cases">');
  // The mail's own HTML stands escaped in a frame without any rights, and the page allows no foreign script or picture.
  expect(shown).toContain('<iframe sandbox title');
  expect(shown).not.toContain('<script>alert');
  expect(response.headers.get('content-security-policy')).toContain(
    "script-src 'self'; connect-src 'self'; img-src data:",
  );

  await fetch(`http://127.0.0.1:${pages.port}/control/inbox`, { method: 'DELETE' });
  expect(await mails()).toEqual([]);
  expect((await Mailbox.open(file, now)).list()).toEqual([]);
});

test('the SMS gateway takes each message once, from who has the token, to numbers that can read', async () => {
  const hand = async (more: object, token = 'the-gateway-token') =>
    (
      await fetch(`http://127.0.0.1:${pages.port}/sms-gateway/messages`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({
          reference: 'r1',
          to: '+46701740605',
          from: 'Granvik',
          text: 'Något <b> nytt: http://granvik.localhost:3000/notices/1',
          ...more,
        }),
      })
    ).status;
  expect(await hand({}, 'another-token')).toBe(401);
  expect(await hand({ to: '070-174 06 05' })).toBe(400);
  expect(await hand({ to: '+46317000000' })).toBe(422);
  expect([await hand({}), await hand({})]).toEqual([202, 202]);
  expect(JSON.parse(await get('/control/sms?to=%2B46701740605')).messages).toHaveLength(1);
  const list = await get('/sms');
  expect(list).toContain('Astrid Lindqvist, +46701740605');
  expect(list).toContain('Något &lt;b&gt; nytt: <a href="http://granvik.localhost:3000/notices/1">');
});
