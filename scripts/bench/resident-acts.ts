import { submitInTx } from '@/lib/applications/commands/submit-in-tx';
import type { Snapshot } from '@/lib/applications/domain/snapshot';
import { personContext, personLookupContext } from '@/lib/identity/domain/person-seals';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { lookupHash, seal, sealJson, sha256 } from '@/lib/platform/crypto';
import { read, write } from '@/lib/platform/db';

// What residents do in measurements, by the portal's own commands. Each may be done again until it is known to be done.

export const TENANT = 'granvik';

export const resident = (personId: string): ResidentActor => ({
  kind: 'resident',
  tenantId: TENANT,
  personId,
  sessionId: newId(),
});

/** Somebody invented, who has been here before. */
export async function putPerson(id: string): Promise<void> {
  await write({ tenantId: TENANT }, (tx) =>
    tx.person.createMany({
      data: {
        tenantId: TENANT,
        id,
        nationalIdSealed: seal(id, personContext('national-id', TENANT, id)),
        nationalIdLookup: lookupHash(id, personLookupContext(TENANT)),
        nameSealed: sealJson(
          { givenName: 'Astrid', surname: `Exempel ${id.slice(-4)}` },
          personContext('name', TENANT, id),
        ),
        language: 'sv',
      },
      skipDuplicates: true,
    }),
  );
}

export interface Applied {
  caseId: string;
  /** milliseconds by the machine's clock: just before the commit */
  at: number;
}

/** An application as it is when everybody has signed it, sent in. The same id again is the same application. */
export async function apply(
  applicationId: string,
  personId: string,
  { slug, text }: { slug: string; text: string },
): Promise<Applied> {
  const actor = resident(personId);
  return write(actor, async (tx) => {
    const where = { tenantId: TENANT, applicationId };
    const known = await tx.case.findFirst({ where, select: { id: true } });
    if (known) return { caseId: known.id, at: Date.now() };
    const service = await tx.service.findFirstOrThrow({ where: { tenantId: TENANT, slug } });
    const facts = {
      tenantId: TENANT,
      id: applicationId,
      personId,
      serviceId: service.id,
      serviceVersion: service.publishedVersion ?? 1,
    };
    await tx.application.create({ data: { ...facts, language: 'sv' }, select: { id: true } });
    const snapshot = snapshotOf(slug, facts.serviceVersion, text);
    const hash = sha256(JSON.stringify(snapshot));
    await submitInTx(tx, actor, { ...facts, snapshot, hash }, new Date());
    const { id: caseId } = await tx.case.findFirstOrThrow({ where, select: { id: true } });
    return { caseId, at: Date.now() };
  });
}

/** How far a case has come, as the portal's own rows say. */
export const caseOf = (applicationId: string) =>
  read({ tenantId: TENANT }, (tx) => tx.case.findFirst({ where: { tenantId: TENANT, applicationId } }));

const snapshotOf = (slug: string, version: number, text: string): Snapshot => ({
  format: 1,
  service: { slug, version, name: 'Ansökan', applicationType: slug },
  municipality: 'Granvik',
  language: 'sv',
  applicant: { name: 'Astrid Exempel', nationalId: '194207099146' },
  madeAt: new Date().toISOString(),
  pages: [
    {
      slug: 'help',
      title: 'Hjälp som du har i dag',
      groups: [
        {
          id: 'help-group',
          questions: [
            {
              id: 'not-enough',
              kind: 'long-text',
              question: 'Varför räcker inte hjälpen hemma?',
              value: text,
              answer: [text],
            },
          ],
        },
      ],
    },
  ],
});
