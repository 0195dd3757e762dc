import { startApplication } from '@/lib/applications/commands/start-application';
import { submitApplication } from '@/lib/applications/commands/submit-application';
import { getInvitationToSign } from '@/lib/applications/queries/get-invitation-to-sign';
import { publishServiceVersion } from '@/lib/catalogue/commands/publish-service-version';
import type { Answers } from '@/lib/catalogue/domain/answers-shape';
import { newId } from '@/lib/kernel/ids';
import type { ResidentActor } from '@/lib/platform/actor';
import { beginSigningOf, openPage, posted, save, sign, type TestSignature } from './applications-world';
import { createResident, type NewPerson } from './builders';
import { type SignedByMany, signedByMany } from './signed-by-many';
import { asOwner } from './test-database';

/** What tests of several signers build on: a form that two or three sign, and people who do. */

export type SignersOptions = SignedByMany;

/** Each call publishes another service. */
export async function publishSignedByMany(options: SignersOptions = {}): Promise<string> {
  const slug = `gemensamt-${newId().slice(-12)}`;
  const publication = await publishServiceVersion(
    { kind: 'job', tenantId: 'granvik', job: 'test' },
    signedByMany(slug, options),
  );
  if (publication.outcome === 'refused') throw new Error(JSON.stringify(publication.problems));
  return slug;
}

/** A valid number of the series that the Tax Agency keeps for tests. */
export function aNationalId(born = 1950 + Math.floor(Math.random() * 50)): string {
  const two = (number: number) => String(number).padStart(2, '0');
  const day = `${born}${two(1 + Math.floor(Math.random() * 12))}${two(1 + Math.floor(Math.random() * 28))}`;
  const nine = `${day.slice(2)}${980 + Math.floor(Math.random() * 20)}`;
  const sum = [...nine].reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${day}${nine.slice(6)}${(10 - (sum % 10)) % 10}`;
}

export interface Person extends ResidentActor {
  nationalId: string;
}

/** Somebody with a real number, who has logged in. */
export async function createSigner(person: NewPerson = {}): Promise<Person> {
  const nationalId = person.nationalId ?? aNationalId();
  return { ...(await createResident('granvik', { ...person, nationalId })), nationalId };
}

/** A draft in which the page with the people is answered so; the rest is filled in. */
export async function createFilledInTogether(
  actor: ResidentActor,
  slug: string,
  people: Answers,
  why = 'Vi vill det båda två',
): Promise<string> {
  const { applicationId } = await startApplication(actor, { slug, language: 'sv' });
  await answerPeople(actor, applicationId, people);
  const { page, version } = await openPage(actor, applicationId, 'why');
  await save(actor, applicationId, 'why', version, posted(page, { why }));
  return applicationId;
}

/** As a browser does it: an answer that opens another question is followed by that one's. */
export async function answerPeople(actor: ResidentActor, applicationId: string, people: Answers) {
  const answers = { three: 'no', ...people };
  const first = await openPage(actor, applicationId, 'people');
  await save(actor, applicationId, 'people', first.version, posted(first.page, answers));
  const { page, version } = await openPage(actor, applicationId, 'people');
  return save(actor, applicationId, 'people', version, posted(page, answers));
}

/** Filled in, and signed by the applicant: the others are asked. */
export async function createAwaiting(
  applicant: ResidentActor,
  others: readonly { nationalId: string }[],
  options: SignersOptions & { slug?: string } = {},
): Promise<string> {
  const slug = options.slug ?? (await publishSignedByMany(options));
  const [partner, third] = others;
  const applicationId = await createFilledInTogether(applicant, slug, {
    'partner-number': partner?.nationalId ?? '',
    'partner-name': 'Kim Partner',
    ...(third && { three: 'yes', 'third-number': third.nationalId }),
  });
  const signature = await sign(applicant, applicationId);
  await submitApplication(applicant, { applicationId, ...signature });
  return applicationId;
}

/** The invitation of somebody in an application's present or latest round, whatever has become of it. */
export async function invitationOf(applicationId: string, role = 'partner'): Promise<string> {
  const { rows } = await asOwner((client) =>
    client.query<{ id: string }>(
      `select id from application_signer where application_id = $1 and role = $2
        order by coalesce(invited_at, now()) desc limit 1`,
      [applicationId, role],
    ),
  );
  if (!rows[0]) throw new Error(`Nobody is asked as ${role}`);
  return rows[0].id;
}

/** What somebody who is asked does in her app; not yet used. */
export async function coSign(actor: ResidentActor, invitationId: string): Promise<TestSignature> {
  const document = await getInvitationToSign(actor, { invitationId, language: 'sv' });
  if (document.kind !== 'document') throw new Error('Nothing to sign');
  const { approve, ...signature } = await beginSigningOf(actor, document.applicationId, document);
  await approve();
  return signature;
}
