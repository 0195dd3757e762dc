// A case system that follows our own API: it hears a webhook, fetches, stores and acknowledges (docs/back-office-api.md).
import { answerAboutCases, caseDeeds } from './case-list.ts';
import { type Answer, type Call, listen } from './http-office.ts';
import { answerTheTest, keep, office, ownId } from './in-the-office.ts';
import { call, say } from './portal-client.ts';

async function fetchOne(deliveryId: string): Promise<void> {
  const content = await (await call('GET', `/deliveries/${deliveryId}`)).json();
  const named = [content.application, content.supplement, content.comment, content.appeal, content.message];
  const files: Record<string, string> = {};
  for (const { id, state } of [
    ...named.flatMap((one) => one?.files ?? []),
    ...(content.file ? [content.file] : []),
  ]) {
    if (state === 'waiting' || state === 'infected') continue;
    const bytes = await (await call('GET', `/files/${id}`)).arrayBuffer();
    files[id] = Buffer.from(bytes).toString('base64');
  }
  keep({ deliveryId, content, files });
  const receipt = { externalId: ownId(content), occurredAt: new Date().toISOString() };
  await call('POST', `/deliveries/${deliveryId}/receipt`, receipt);
}

async function hear({ method, path, body }: Call): Promise<Answer | null> {
  if (method !== 'POST' || path !== '/webhooks') return null;
  const { data } = JSON.parse(body.toString('utf8'));
  if (office.behaviour === 'well') await fetchOne(data.deliveryId);
  return { status: 204 };
}

const address = await listen(
  process.env.WEBHOOK_SECRET ?? '',
  async (heard) => (await hear(heard)) ?? answerAboutCases(heard) ?? { status: 404 },
);
answerTheTest({
  address: () => address,
  say,
  ...caseDeeds,
});
