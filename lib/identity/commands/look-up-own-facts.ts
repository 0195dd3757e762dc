import 'server-only';
import type { NationalId } from '@/lib/kernel/national-id';
import type { Actor, ResidentActor } from '@/lib/platform/actor';
import { auditInTx } from '@/lib/platform/audit';
import { lookupHash } from '@/lib/platform/crypto';
import { read, write } from '@/lib/platform/db';
import { notFound } from '@/lib/platform/errors';
import { may } from '../access';
import {
  type ChildInCare,
  type Named,
  type OwnFact,
  type OwnFacts,
  registerOwnFacts,
} from '../domain/own-facts';
import { getPersonInTx, type PersonFacts } from '../queries/get-person-in-tx';
import { askRegisterFor, type RegisterAnswer } from '../register-client';

export interface OwnFactsAnswer {
  facts: OwnFacts;
  /** what the population register was asked for and did not answer: worth asking again */
  silent: OwnFact[];
}

/**
 * What a form needs to know about the one who fills it in, so that she need not write it. Her own contact ways, and
 * from the population register just what is wanted; that is audited, since it may be about others too. A silent
 * register is no error. Of somebody with protected identity the register is asked nothing.
 */
export async function lookUpOwnFacts(
  actor: Actor,
  wanted: readonly OwnFact[],
  { register = askRegisterFor }: { register?: typeof askRegisterFor } = {},
): Promise<OwnFactsAnswer> {
  if (!may(actor, 'see-profile') || actor.kind !== 'resident') throw notFound();
  const person = await read(actor, (tx) => getPersonInTx(tx, actor.tenantId, actor.personId));
  const facts = pick(ours(person), wanted);
  const toAsk = registerOwnFacts.filter((fact) => wanted.includes(fact));
  if (toAsk.length === 0 || person.protectedIdentity) return { facts, silent: [] };

  // Outside any transaction: it may be slow, and nobody must wait for it with a lock.
  const answer = await register(person.nationalId, toAsk);
  if (!answer) return { facts, silent: toAsk };
  await write(actor, async (tx) => {
    if (answer.protectedIdentity) {
      await tx.person.update({
        where: { tenantId_id: { tenantId: actor.tenantId, id: actor.personId } },
        data: { protectedIdentity: true },
        select: { id: true },
      });
    }
    await auditInTx(tx, actor, {
      action: 'identity.look-up-own-facts',
      subjectPersonId: actor.personId,
      reason: toAsk.join(' '),
    });
  });
  // The register keeps such a person's facts back itself; were it ever to forget, they stop here.
  if (answer.protectedIdentity) return { facts, silent: [] };
  return { facts: { ...facts, ...pick(theirs(actor, answer), toAsk) }, silent: [] };
}

const pick = (facts: OwnFacts, wanted: readonly OwnFact[]): OwnFacts =>
  Object.fromEntries(
    Object.entries(facts).filter(([fact, value]) => value != null && wanted.includes(fact as OwnFact)),
  );

const ours = ({ givenName, surname, nationalId, phone, email }: PersonFacts): OwnFacts => ({
  name: `${givenName} ${surname}`,
  'national-id': nationalId,
  ...(phone !== null && { phone }),
  ...(email !== null && { email }),
});

const theirs = (actor: ResidentActor, answer: RegisterAnswer): OwnFacts => ({
  ...(answer.address && { address: answer.address }),
  ...(answer.civilStatus && { 'civil-status': answer.civilStatus }),
  ...(answer.spouse && { spouse: named(answer.spouse) }),
  ...(answer.childrenInCare && {
    'children-in-care': answer.childrenInCare.map(
      (child): ChildInCare => ({
        key: keyOf(actor, child.nationalId),
        ...named(child),
        guardians: child.custodians.map(named),
      }),
    ),
  }),
});

const named = (one: { givenName: string; surname: string; nationalId: string }): Named => ({
  name: `${one.givenName} ${one.surname}`,
  nationalId: one.nationalId as NationalId,
});

const keyOf = ({ tenantId, personId }: ResidentActor, nationalId: string): string =>
  Buffer.from(lookupHash(nationalId, `child-in-care:${tenantId}:${personId}`)).toString('hex', 0, 8);
