import { describe, expect, it } from 'vitest';
import { personLookupContext } from '@/lib/identity/domain/person-seals';
import { createPersonInTx } from '@/lib/testing/builders';
import { lookupHash } from './crypto';
import { Prisma, type Tx, write, writeOrFind } from './db';
import { isDeadlock, isUniqueViolation } from './errors';

const tenantId = 'granvik';
const scope = { tenantId };

/** Lets nobody on until as many have come; who comes later goes right through. */
function meetingOf(many: number): () => Promise<void> {
  let come = 0;
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return () => {
    come += 1;
    if (come >= many) open();
    return opened;
  };
}

describe('a write', () => {
  it('is run once more where the database gave it up for another that waited for it', async () => {
    const bothHaveOne = meetingOf(2);
    const runs: string[] = [];
    const lockInTx = (tx: Tx, which: number) =>
      tx.$queryRaw`select 1 as locked from pg_advisory_xact_lock(${which})`;
    const inOrder = (name: string, first: number, then: number) =>
      write(scope, async (tx) => {
        runs.push(name);
        await lockInTx(tx, first);
        await bothHaveOne();
        await lockInTx(tx, then);
        return name;
      });
    expect(await Promise.all([inOrder('one', 71, 72), inOrder('other', 72, 71)])).toEqual(['one', 'other']);
    expect(runs).toHaveLength(3);
  });

  it('tells any other failure at once', async () => {
    let runs = 0;
    const failing = write(scope, async (tx) => {
      runs += 1;
      await tx.$queryRaw`select 1 / 0 as never`;
    });
    const error = await failing.catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(Prisma.PrismaClientKnownRequestError);
    expect([runs, isDeadlock(error), isUniqueViolation(error)]).toEqual([1, false, false]);
  });

  it.each([null, undefined, 'text', new Error('other'), { meta: null }])(
    'has no code to read in %s',
    (error) => {
      expect([isDeadlock(error), isUniqueViolation(error)]).toEqual([false, false]);
    },
  );
});

describe('a write that makes what it does not find', () => {
  it('finds what another made at the same moment', async () => {
    const bothLooked = meetingOf(2);
    const nationalId = '199001012384';
    const nationalIdLookup = lookupHash(nationalId, personLookupContext(tenantId));
    const findOrMake = () =>
      writeOrFind(scope, async (tx) => {
        const found = await tx.person.findFirst({
          where: { tenantId, nationalIdLookup },
          select: { id: true },
        });
        await bothLooked();
        return found?.id ?? createPersonInTx(tx, tenantId, { nationalId });
      });
    const [one, other] = await Promise.all([findOrMake(), findOrMake()]);
    expect(one).toBe(other);
  });
});
