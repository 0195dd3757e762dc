import 'server-only';
import { newId } from '@/lib/kernel/ids';
import type { NationalId } from '@/lib/kernel/national-id';
import { cleanLine } from '@/lib/kernel/plain-text';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { lookupHash, newToken, openJson, seal, sealJson, sha256 } from '@/lib/platform/crypto';
import type { Tx } from '@/lib/platform/db';
import { type PersonName, personContext, personLookupContext } from '../domain/person-seals';
import { newSessionTimes, type SessionLimits } from '../domain/session-limits';
import type { RegisterFacts } from '../register-client';

/** What an e-ID has vouched for, whichever it is. */
export interface ProvenIdentity {
  method: 'bankid' | 'broker';
  issuer: string;
  /** the issuer's own name for the person; BankID has none but the number */
  subject: string | null;
  levelOfAssurance: string;
  nationalId: NationalId;
  name: PersonName;
}

export interface LogInBrowser {
  /** "Firefox, Windows" */
  device: string;
  /** the session token this browser had, whose session ends */
  previousSessionToken: string | undefined;
}

/**
 * Makes a proven identity a person of this municipality, if she isn't one, and a new session. The session this browser
 * had ends, so that a token that somebody else may have seen is worth nothing after a log-in.
 * `register` is null when the population register didn't answer: what is known then stays, and somebody new is treated
 * as protected until the register has said otherwise.
 */
export async function logInPersonInTx(
  tx: Tx,
  actor: Actor,
  identity: ProvenIdentity,
  {
    browser,
    register,
    language,
    limits,
    at,
  }: {
    browser: LogInBrowser;
    register: RegisterFacts | null;
    language: string;
    /** the municipality's */
    limits: SessionLimits;
    at: Date;
  },
): Promise<{ sessionToken: string; personId: string }> {
  const { tenantId } = actor;
  const personId = await findOrCreateInTx(tx, tenantId, identity, register, language);
  if (identity.subject !== null)
    await rememberInTx(tx, tenantId, personId, identity.issuer, identity.subject);
  if (browser.previousSessionToken) {
    await tx.authSession.updateMany({
      where: { tenantId, tokenHash: sha256(browser.previousSessionToken), endedAt: null },
      data: { endedAt: at, endReason: 'replaced' },
    });
  }
  const sessionToken = newToken();
  const sessionId = newId();
  await tx.authSession.create({
    data: {
      tenantId,
      id: sessionId,
      tokenHash: sha256(sessionToken),
      personId,
      method: identity.method,
      levelOfAssurance: identity.levelOfAssurance,
      issuer: identity.issuer,
      subject: identity.subject,
      device: browser.device,
      ...newSessionTimes(at, limits),
    },
    select: { id: true },
  });
  const resident: ResidentActor = { kind: 'resident', tenantId, personId, sessionId };
  await auditInTx(tx, resident, {
    action: 'identity.log-in',
    subjectPersonId: personId,
    objectType: 'session',
    objectId: sessionId,
    reason: identity.method,
  });
  return { sessionToken, personId };
}

async function findOrCreateInTx(
  tx: Tx,
  tenantId: string,
  { nationalId, name }: ProvenIdentity,
  register: RegisterFacts | null,
  language: string,
): Promise<string> {
  const nationalIdLookup = lookupHash(nationalId, personLookupContext(tenantId));
  const { givenName, surname } = register?.name ?? name;
  const current: PersonName = { givenName: cleanLine(givenName), surname: cleanLine(surname) };
  const fresh = newId();
  // Two log-ins of somebody new at once: the unique index lets one row in, and both go on with that.
  await tx.person.createMany({
    data: {
      tenantId,
      id: fresh,
      nationalIdSealed: seal(nationalId, personContext('national-id', tenantId, fresh)),
      nationalIdLookup,
      nameSealed: sealJson(current, personContext('name', tenantId, fresh)),
      protectedIdentity: register?.protectedIdentity ?? true,
      language,
    },
    skipDuplicates: true,
  });
  const person = await tx.person.findUniqueOrThrow({
    where: { tenantId_nationalIdLookup: { tenantId, nationalIdLookup } },
    select: { id: true, nameSealed: true, protectedIdentity: true, language: true },
  });
  const context = personContext('name', tenantId, person.id);
  const known = openJson<PersonName>(person.nameSealed, context);
  const renamed = known.givenName !== current.givenName || known.surname !== current.surname;
  const protectedIdentity = register?.protectedIdentity ?? person.protectedIdentity;
  // A back office may have told of her before: then this is the first that is heard of her language.
  const isFirst = person.language === null;
  if (renamed || isFirst || protectedIdentity !== person.protectedIdentity) {
    await tx.person.update({
      where: { tenantId_id: { tenantId, id: person.id } },
      data: {
        nameSealed: sealJson(current, context),
        protectedIdentity,
        ...(isFirst && { language }),
      },
    });
  }
  return person.id;
}

/** (issuer, subject) belongs to one person for good; an issuer that gives it to another has made a grave mistake. */
async function rememberInTx(
  tx: Tx,
  tenantId: string,
  personId: string,
  issuer: string,
  subject: string,
): Promise<void> {
  await tx.externalIdentity.createMany({
    data: { tenantId, issuer, subject, personId },
    skipDuplicates: true,
  });
  const known = await tx.externalIdentity.findUniqueOrThrow({
    where: { tenantId_issuer_subject: { tenantId, issuer, subject } },
    select: { personId: true },
  });
  if (known.personId !== personId) throw new Error('An issuer named two persons alike');
}
