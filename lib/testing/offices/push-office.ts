// A case system that is brought everything (lib/back-office/connectors/bundle-push/README.md).
import { answerAboutCases, caseDeeds } from './case-list.ts';
import { type Answer, type Call, listen } from './http-office.ts';
import { answerTheTest, keep, ownId } from './in-the-office.ts';
import { say } from './portal-client.ts';

const files = new Map<string, string>();

async function answer(call: Call): Promise<Answer> {
  const [, kind, id = ''] = /^\/(files|deliveries)\/([^/]+)$/.exec(call.path) ?? [];
  if (call.method === 'PUT' && kind === 'files') {
    files.set(id, call.body.toString('base64'));
    return { json: {} };
  }
  if (call.method === 'PUT' && kind === 'deliveries') {
    const content = JSON.parse(call.body.toString('utf8'));
    keep({ deliveryId: id, content, files: Object.fromEntries(files) });
    return { json: { externalId: ownId(content) } };
  }
  return answerAboutCases(call) ?? { status: 404 };
}

const address = await listen(process.env.WEBHOOK_SECRET ?? '', answer);
answerTheTest({ address: () => address, say, ...caseDeeds });
