import { prepareSigning } from '@/lib/applications/commands/prepare-signing';
import { saveAnswers } from '@/lib/applications/commands/save-answers';
import { startApplication } from '@/lib/applications/commands/start-application';
import { submitApplication } from '@/lib/applications/commands/submit-application';
import type { Posted } from '@/lib/applications/domain/answers';
import { type ApplicationPage, getApplicationPage } from '@/lib/applications/queries/get-application-page';
import { getDocumentToSign } from '@/lib/applications/queries/get-document-to-sign';
import { type Answers, isRows } from '@/lib/catalogue/domain/answers-shape';
import { checksOf, type FormPage } from '@/lib/catalogue/domain/form-page';
import { isAsked } from '@/lib/catalogue/domain/form-shape';
import { inputValues, rowCount, SHOWN } from '@/lib/catalogue/domain/input-names';
import type { BankIdClient, OrderRequest } from '@/lib/identity/bankid/client';
import { advanceBankIdOrder } from '@/lib/identity/commands/advance-bank-id-order';
import { startBankIdOrder } from '@/lib/identity/commands/start-bank-id-order';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { newToken } from '@/lib/platform/crypto';
import { rightAnswer } from './right-answers';

/** What tests of applications build on: a form that is filled in as a browser would, and a BankID that says yes. */
export const SERVICE = 'sarskilt-boende';

/** A page as its form posts it. */
export function posted(page: FormPage, answers: Answers): FormData {
  const data = new FormData();
  data.set(SHOWN, page.shown.join(' '));
  for (const field of page.groups.flatMap((group) => group.fields)) {
    const answer = answers[field.id];
    if (isRows(answer)) data.set(rowCount(field), String(answer.rows.length));
    for (const [name, value] of Object.entries(inputValues(field, answer))) {
      for (const one of Array.isArray(value) ? value : [value]) data.append(name, one);
    }
  }
  return data;
}

export async function openPage(
  actor: ResidentActor,
  applicationId: string,
  slug: string,
): Promise<Extract<ApplicationPage, { kind: 'page' }>> {
  const found = await getApplicationPage(actor, { applicationId, slug, language: 'sv' });
  if (found.kind !== 'page') throw new Error(`${slug} is not on the way`);
  return found;
}

export const save = (
  actor: ResidentActor,
  applicationId: string,
  page: string,
  version: number,
  data: Posted,
  more: { files?: { field: string; file: File }[]; keepMine?: boolean } = {},
) => saveAnswers(actor, { applicationId, page, version, posted: data, language: 'sv', goOn: true, ...more });

/** Answers every page on the way rightly, as somebody who applies for herself. `own` answers go before. */
export async function fillIn(actor: ResidentActor, applicationId: string, own: Answers = {}): Promise<void> {
  let slug = 'for-whom';
  while (slug !== 'check') {
    slug = await fillInPage(actor, applicationId, slug, own);
  }
}

async function fillInPage(
  actor: ResidentActor,
  applicationId: string,
  slug: string,
  own: Answers,
): Promise<string> {
  // An answer may open further questions on the same page: those are answered in the next round.
  for (let round = 0; round < 5; round += 1) {
    const { page, version } = await openPage(actor, applicationId, slug);
    const [, context] = checksOf(page);
    const answers = Object.fromEntries(
      page.groups
        .flatMap((group) => group.fields)
        .filter(isAsked)
        .filter((field) => page.shown.includes(field.id))
        .map((field) => [field.id, own[field.id] ?? page.answers[field.id] ?? rightAnswer(field, context)]),
    );
    const saved = await save(actor, applicationId, slug, version, posted(page, answers));
    if (saved.outcome === 'saved' && saved.submission?.outcome === 'complete') return saved.next;
  }
  throw new Error(`${slug} could not be filled in`);
}

export async function createFilledIn(actor: ResidentActor, own: Answers = {}): Promise<string> {
  const { applicationId } = await startApplication(actor, { slug: SERVICE, language: 'sv' });
  await fillIn(actor, applicationId, own);
  return applicationId;
}

export interface TestSignature {
  orderId: string;
  browserToken: string;
}

/** Begins to sign the document that is prepared; `approve` is what the person does in the app. */
export async function beginSigning(
  actor: ResidentActor,
  applicationId: string,
): Promise<TestSignature & { approve(): Promise<void> }> {
  const document = await getDocumentToSign(actor, { applicationId, language: 'sv' });
  if (document.kind !== 'document') throw new Error(`Nothing to sign: ${document.kind}`);
  return beginSigningOf(actor, applicationId, document);
}

/** The same of a text and a document, whoever is asked to sign them. */
export async function beginSigningOf(
  actor: ResidentActor,
  subjectId: string,
  document: { visibleText: string; hash: Uint8Array },
  subjectType = 'application',
): Promise<TestSignature & { approve(): Promise<void> }> {
  const client = yesSaying();
  const browserToken = newToken();
  const { orderId } = await startBankIdOrder(
    actor,
    {
      kind: 'sign',
      flow: 'qr',
      returnTo: '/overview',
      browserToken,
      previousBrowserToken: '',
      deviceToken: newToken(),
      // An address of its own, or many tests at once would look like one impatient person.
      ip: `10.${newId().slice(0, 2)}.0.1`,
      userAgent: 'Firefox',
      host: 'granvik.localhost',
      scheme: 'http',
      sign: {
        subjectType,
        subjectId,
        visibleText: document.visibleText,
        documentHash: document.hash,
      },
    },
    { client },
  );
  const approve = async () => {
    const later = () => new Date(Date.now() + 5_000);
    const order = await advanceBankIdOrder(actor, { orderId, browserToken }, { client, now: later });
    if (order.status !== 'complete') throw new Error(`The signature is ${order.status}`);
  };
  return { orderId, browserToken, approve };
}

/** Prepared, and signed in the app; not yet sent in. */
export async function sign(actor: ResidentActor, applicationId: string): Promise<TestSignature> {
  const { ready } = await prepareSigning(actor, { applicationId, language: 'sv' });
  if (!ready) throw new Error('Something is still missing');
  const { approve, ...signature } = await beginSigning(actor, applicationId);
  await approve();
  return signature;
}

/** All the way to the receipt, by the same commands as a person's. */
export async function createSubmittedApplication(
  actor: ResidentActor,
  own: Answers = {},
): Promise<{ applicationId: string; number: string }> {
  const applicationId = await createFilledIn(actor, own);
  const signature = await sign(actor, applicationId);
  const { number } = await submitApplication(actor, { applicationId, ...signature });
  if (number === null) throw new Error('Somebody else is to sign it too');
  return { applicationId, number };
}

/** A BankID whose user signs whatever she is asked to. */
function yesSaying(): BankIdClient {
  let asked: OrderRequest | undefined;
  const start: BankIdClient['sign'] = async (order) => {
    asked = order;
    return {
      ok: true,
      value: { orderRef: newId(), autoStartToken: newId(), qrStartToken: newId(), qrStartSecret: newId() },
    };
  };
  return {
    auth: start,
    sign: start,
    cancel: async () => ({ ok: true, value: {} }),
    close: () => undefined,
    collect: async () => ({
      ok: true,
      value: {
        status: 'complete',
        completionData: {
          user: {
            personalNumber: asked?.personalNumber ?? '',
            name: 'Vera Provsson',
            givenName: 'Vera',
            surname: 'Provsson',
          },
          device: { ipAddress: asked?.endUserIp ?? '' },
          signature: signedXml(asked),
          ocspResponse: 'AAAA',
        },
      },
    }),
  };
}

const base64 = (value: string | Uint8Array | undefined) => Buffer.from(value ?? '').toString('base64');

const signedXml = (order: OrderRequest | undefined) =>
  base64(
    `<Signature><Object><bankIdSignedData><usrVisibleData>${base64(order?.visibleText)}</usrVisibleData>` +
      `<usrNonVisibleData>${base64(order?.nonVisibleData)}</usrNonVisibleData>` +
      '<clientInfo><funcId>Signature</funcId></clientInfo></bankIdSignedData></Object></Signature>',
  );

/** A small file that really is what it says. */
export const pdfFile = (name = 'intyg.pdf', words = 'intyg'): File =>
  new File([`%PDF-1.7\n% ${words}\n%%EOF\n`], name, { type: 'application/pdf' });
