import { beforeAll, expect, it, vi } from 'vitest';
import { publishServiceVersion } from '@/lib/catalogue/commands/publish-service-version';
import { isFiles } from '@/lib/catalogue/domain/answers-shape';
import { openPage, posted, save, sign } from '@/lib/testing/applications-world';
import { aJob } from '@/lib/testing/builders';
import { paths } from '@/lib/testing/paths/all-paths';
import type { Path } from '@/lib/testing/paths/path';
import { coSign, createSigner, invitationOf, type Person } from '@/lib/testing/signers-world';
import { asOwner } from '@/lib/testing/test-database';
import { services } from '@/prisma/seed/services/all';
import { coSignApplication } from './commands/co-sign-application';
import { makeReceipt } from './commands/make-receipt';
import { startApplication } from './commands/start-application';
import { submitApplication } from './commands/submit-application';

/*
 * The catalogue's services that two people sign, from the first page to the receipt: filled in by one, signed by both,
 * sent in by the last signature.
 */
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

/** The one whom the paths name as co-applicant, co-owner and guardian. */
let other: Person;

beforeAll(async () => {
  for (const document of services.granvik ?? []) {
    const published = await publishServiceVersion(aJob('granvik'), document);
    expect(published.outcome).not.toBe('refused');
  }
  other = await createSigner({ nationalId: '193812038895' });
});

async function walk(actor: Person, slug: string, path: Path): Promise<string> {
  const { applicationId } = await startApplication(actor, { slug, language: 'sv' });
  for (const { page: at, answers } of path) {
    // No file is sent here: what the path sends is promised for later.
    const sent = Object.fromEntries(
      Object.entries(answers).map(([id, value]) => [id, isFiles(value) ? { files: [], later: true } : value]),
    );
    // An answer opens further questions on the page; they are there when it comes back.
    for (let round = 0; round < 5; round += 1) {
      const { page, version } = await openPage(actor, applicationId, at);
      const saved = await save(actor, applicationId, at, version, posted(page, sent));
      if (saved.outcome === 'saved' && saved.submission?.outcome === 'complete') break;
      if (round === 4) throw new Error(`${at} is never complete: ${JSON.stringify(saved)}`);
    }
  }
  return applicationId;
}

it.each([
  ['ekonomiskt-bistand', 'firstCouple', 'co-applicant'],
  ['ekonomiskt-bistand-ny-manad', 'monthCouple', 'co-applicant'],
  ['bygglov', 'newHouse', 'co-owner'],
  ['skolskjuts', 'twoHomes', 'named-guardian'],
])('%s is sent in when both have signed', async (slug, name, role) => {
  const path = paths[`granvik/${slug}`]?.[name] ?? [];
  const applicant = await createSigner();
  const applicationId = await walk(applicant, slug, path);
  const waiting = await submitApplication(applicant, {
    applicationId,
    ...(await sign(applicant, applicationId)),
  });
  expect(waiting.number).toBeNull();

  const invitationId = await invitationOf(applicationId, role);
  await coSignApplication(other, { invitationId, ...(await coSign(other, invitationId)) });
  await makeReceipt(aJob('granvik'), applicationId);
  const { rows } = await asOwner((client) =>
    client.query(
      `select a.status, a.number, s.receipt_file_id as receipt from application a
         join application_snapshot s on s.application_id = a.id where a.id = $1`,
      [applicationId],
    ),
  );
  expect(rows).toEqual([
    { status: 'submitted', number: expect.stringMatching(/^GRA-/), receipt: expect.any(String) },
  ]);
});
