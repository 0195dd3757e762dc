import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { snapshotContext } from '@/lib/applications/domain/application-seals';
import type { Snapshot } from '@/lib/applications/domain/snapshot';
import type { ConnectorName } from '@/lib/back-office/connectors/connector';
import { type Scope, scopes } from '@/lib/back-office/domain/scopes';
import { webhookSecretContext } from '@/lib/back-office/domain/system-secrets';
import { openCaseInTx } from '@/lib/cases/api';
import { personContext, personLookupContext } from '@/lib/identity/domain/person-seals';
import { newCaseNumber, newId } from '@/lib/kernel/ids';
import { lookupHash, newToken, seal, sealJson, sha256 } from '@/lib/platform/crypto';
import { type Prisma, write } from '@/lib/platform/db';
import { storeFileInTx } from '@/lib/platform/storage';

/** What tests of the back office build on: persons, submitted applications, systems, and a system's own end of the line. */

export const webhookSecret = `whsec_${Buffer.from('a secret of thirty-two bytes …!').toString('base64')}`;

export interface TestSystem {
  id: string;
  clientId: string;
  clientSecret: string;
}

export async function createSystem(
  tenantId: string,
  options: {
    services?: string[];
    scopes?: Scope[];
    webhookUrl?: string;
    connector?: ConnectorName;
    connectorSettings?: Prisma.InputJsonObject;
    active?: boolean;
  } = {},
): Promise<TestSystem> {
  const system = { id: newId(), clientId: `client-${newId()}`, clientSecret: newToken() };
  await write({ tenantId }, (tx) =>
    tx.backOfficeSystem.create({
      data: {
        tenantId,
        id: system.id,
        name: 'Testsystemet',
        clientId: system.clientId,
        clientSecretHash: sha256(system.clientSecret),
        scopes: options.scopes ?? Object.keys(scopes),
        services: options.services ?? [],
        active: options.active ?? true,
        connector: options.connector ?? 'reference',
        connectorSettings: options.connectorSettings ?? {},
        ...(options.webhookUrl && {
          webhookUrl: options.webhookUrl,
          webhookSecretSealed: seal(webhookSecret, webhookSecretContext(tenantId, system.id)),
        }),
      },
    }),
  );
  return system;
}

/** `mark`: a word that stands in everything that is the person's own. */
export async function createPerson(tenantId: string, nationalId?: string, mark = ''): Promise<string> {
  const id = newId();
  // Nothing here reads it as a number: each must only be another.
  const number = nationalId ?? newId();
  await write({ tenantId }, (tx) =>
    tx.person.create({
      data: {
        tenantId,
        id,
        nationalIdSealed: seal(number, personContext('national-id', tenantId, id)),
        nationalIdLookup: lookupHash(number, personLookupContext(tenantId)),
        nameSealed: sealJson(
          { givenName: `Astrid${mark}`, surname: `Lindqvist${mark}` },
          personContext('name', tenantId, id),
        ),
        language: 'sv',
        emailSealed: seal(`astrid${mark}@example.test`, personContext('email', tenantId, id)),
      },
    }),
  );
  return id;
}

export interface TestApplication {
  tenantId: string;
  personId: string;
  applicationId: string;
  caseId: string;
  fileId: string;
  number: string;
}

/** A submitted application to the service with the slug, with one file and its case. Nothing is told to anybody. */
export async function createSubmitted(
  tenantId: string,
  slug = 'sarskilt-boende',
  { language = 'sv', mark = '' }: { language?: keyof typeof reasons; mark?: string } = {},
): Promise<TestApplication> {
  const personId = await createPerson(tenantId, undefined, mark);
  const applicationId = newId();
  const fileId = newId();
  const number = newCaseNumber(tenantId, 2026);
  const submittedAt = new Date();
  return write({ tenantId }, async (tx) => {
    const service = await tx.service.findFirstOrThrow({ where: { tenantId, slug } });
    const version = service.publishedVersion ?? 1;
    await tx.application.create({
      data: {
        tenantId,
        id: applicationId,
        personId,
        serviceId: service.id,
        serviceVersion: version,
        status: 'submitted',
        language,
        number,
        submittedAt,
      },
    });
    const snapshot = snapshotOf(slug, version, language, mark);
    await tx.applicationSnapshot.create({
      data: {
        tenantId,
        applicationId,
        sealed: sealJson(snapshot, snapshotContext(tenantId, applicationId)),
        hash: sha256(JSON.stringify(snapshot)),
        language,
      },
    });
    await storeFileInTx(tx, fileId, {
      tenantId,
      ownerId: personId,
      name: `Läkarintyg${mark}.pdf`,
      mediaType: 'application/pdf',
      bytes: Buffer.from(`%PDF-1.7 ett intyg${mark}`),
      from: 'outside',
    });
    await tx.applicationFile.create({ data: { tenantId, applicationId, fileId, field: 'certificate' } });
    const actor = { kind: 'resident', tenantId, personId, sessionId: newId() } as const;
    const { caseId } = await openCaseInTx(tx, actor, {
      applicationId,
      serviceId: service.id,
      serviceVersion: version,
      number,
      title: { sv: `Särskilt boende${mark}` },
      receivedAt: submittedAt,
    });
    return { tenantId, personId, applicationId, caseId, fileId, number };
  });
}

/** A question of the form, as it is asked in two languages. */
const reasons = {
  sv: {
    page: 'Hjälp som du har i dag',
    question: 'Varför räcker inte hjälpen hemma?',
    answer: 'Jag ramlar ofta',
  },
  ar: {
    page: 'المساعدة التي تحصل عليها اليوم',
    question: 'لماذا لا تكفي المساعدة في المنزل؟',
    answer: 'أسقط كثيرا',
  },
};

const snapshotOf = (
  slug: string,
  version: number,
  language: keyof typeof reasons,
  mark: string,
): Snapshot => ({
  format: 1,
  service: { slug, version, name: 'Särskilt boende', applicationType: 'sarskilt-boende' },
  municipality: 'Granvik',
  language,
  applicant: { name: `Astrid${mark} Lindqvist${mark}`, nationalId: '194207099146' },
  madeAt: new Date().toISOString(),
  pages: [
    {
      slug: 'help',
      title: reasons[language].page,
      groups: [
        {
          id: 'help-group',
          questions: [
            {
              id: 'not-enough',
              kind: 'long-text',
              question: reasons[language].question,
              value: reasons[language].answer + mark,
              answer: [reasons[language].answer + mark],
              prefilled: { source: 'earlier', on: '2026-03-02' },
            },
          ],
        },
      ],
    },
  ],
});

export interface HeardWebhook {
  at: number;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Receiver {
  url: string;
  heard: HeardWebhook[];
  /** what it answers from now on */
  answer(status: number): void;
  close(): Promise<void>;
}

/** A system's end of the line: notes what it is told. */
export async function startReceiver(): Promise<Receiver> {
  const heard: HeardWebhook[] = [];
  let status = 204;
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
    heard.push({ at: performance.now(), headers: req.headers, body: Buffer.concat(chunks).toString('utf8') });
    res.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`,
    heard,
    answer: (next) => {
      status = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
