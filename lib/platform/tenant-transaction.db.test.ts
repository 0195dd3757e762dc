import { Client } from 'pg';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { aJob, createPersonInTx } from '@/lib/testing/builders';
import { asOwner } from '@/lib/testing/test-database';
import { auditInTx } from './audit';
import { Prisma, read, rowsInTx, type Tx, write } from './db';
import { env } from './env';
import { isUniqueViolation } from './errors';
import { writeLastInTx } from './trail';

const tenantId = 'granvik';
const scope = { tenantId };
const actor = aJob(tenantId);

const languageOf = (id: string) =>
  Prisma.sql`select language from person where tenant_id = ${tenantId} and id = ${id}::uuid`;
const speaks = (id: string, language: string) =>
  Prisma.sql`update person set language = ${language} where tenant_id = ${tenantId} and id = ${id}::uuid`;
const aPerson = () => write(scope, (tx) => createPersonInTx(tx, tenantId));
const readLanguage = (id: string) =>
  read(scope, async (tx) => (await rowsInTx<[{ language: string }]>(tx, languageOf(id)))[0][0]?.language);

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

describe('a transaction', () => {
  it('begins with its first statements and ends with its last, in two journeys', async () => {
    const id = await aPerson();
    const work = () =>
      write(actor, async (tx) => {
        const [was] = await rowsInTx<[{ language: string }, object]>(tx, languageOf(id), speaks(id, 'en'));
        await auditInTx(tx, actor, { action: 'test.journeys', subjectPersonId: id });
        return was;
      });
    // Each connection prepares the first time.
    for (let nth = 0; nth < 20; nth++) await work();
    const journeys = vi.spyOn(Client.prototype, 'query');
    expect(await work()).toEqual([{ language: 'en' }]);
    expect(journeys).toHaveBeenCalledTimes(2);
  });

  it('has each statement see what the one before it wrote, and what others committed while that one waited', async () => {
    const id = await aPerson();
    const lock = Prisma.sql`select id from person where tenant_id = ${tenantId} and id = ${id}::uuid for update`;
    let others: Promise<string | undefined> | undefined;
    await write(scope, async (tx) => {
      await rowsInTx(tx, lock);
      others = write(scope, async (tx) => {
        const [, , [found]] = await rowsInTx<[object, object, { language: string }]>(
          tx,
          Prisma.sql`select 1 as one`,
          lock,
          languageOf(id),
        );
        return found?.language;
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      const [, [mine]] = await rowsInTx<[object, { language: string }]>(tx, speaks(id, 'fi'), languageOf(id));
      expect(mine?.language).toBe('fi');
    });
    expect(await others).toBe('fi');
  });

  it('begins once, whoever asks first, the client or several at once', async () => {
    const id = await aPerson();
    const found = await read(scope, (tx) =>
      Promise.all([
        tx.person.findUnique({ where: { tenantId_id: { tenantId, id } }, select: { id: true } }),
        rowsInTx<[{ language: string }]>(tx, languageOf(id)),
        rowsInTx<[{ one: number }]>(tx, Prisma.sql`select ${1}::int as one`),
        rowsInTx<[{ one: number }]>(tx, Prisma.sql`select ${1}::int as one`),
        tx.$queryRaw`select current_setting('transaction_read_only') as is_read_only`,
      ]),
    );
    expect(found).toEqual([
      { id },
      [[{ language: 'sv' }]],
      [[{ one: 1 }]],
      [[{ one: 1 }]],
      [{ is_read_only: 'on' }],
    ]);
  });

  it('that is begun within another has a connection of its own', async () => {
    const id = await aPerson();
    const inner = await write(scope, async (tx) => {
      await rowsInTx(tx, speaks(id, 'ar'));
      return readLanguage(id);
    });
    expect([inner, await readLanguage(id)]).toEqual(['sv', 'ar']);
  });

  it('is of its municipality alone', async () => {
    const id = await aPerson();
    const elsewhere = read({ tenantId: 'ekhamn' }, (tx) => rowsInTx(tx, languageOf(id)));
    expect(await elsewhere).toEqual([[]]);
  });

  it('that fails with its last statement says why, leaves nothing, and its connection as it was', async () => {
    const id = await aPerson();
    const failing = write(actor, async (tx) => {
      await rowsInTx(tx, speaks(id, 'en'));
      writeLastInTx(
        tx,
        Prisma.sql`insert into person select * from person where tenant_id = ${tenantId} and id = ${id}::uuid`,
      );
    });
    expect(isUniqueViolation(await failing.catch((error: unknown) => error))).toBe(true);
    // More than there are connections.
    for (let nth = 0; nth < 20; nth++) expect(await readLanguage(id)).toBe('sv');
  });

  it('that goes on after a statement that failed is told that nothing of it stands', async () => {
    const id = await aPerson();
    const failing = write(scope, async (tx) => {
      await rowsInTx(tx, speaks(id, 'en'));
      await rowsInTx(tx, Prisma.sql`select 1 / ${0}::int`).catch(() => {});
    });
    await expect(failing).rejects.toThrow('taken back');
    expect(await readLanguage(id)).toBe('sv');
  });

  it.each<[string, string, (value: Prisma.Sql) => Promise<unknown>]>([
    [
      'asked on the way',
      'on_the_way',
      (value) => read(scope, async (tx) => (await rowsInTx<[object]>(tx, value))[0]),
    ],
    ['that travels last', 'last', (value) => write(scope, async (tx) => writeLastInTx(tx, value))],
  ])(
    'leaves a connection behind on which a statement %s fails for ever, as where a column has changed',
    async (_which, table, ask) => {
      await asOwner((client) =>
        client.query(`create table ${table} as select 1 as value; grant select on ${table} to minasidor_app`),
      );
      const value = Prisma.sql`select value from ${Prisma.raw(table)}`;
      await ask(value);
      await asOwner((client) => client.query(`alter table ${table} alter value type text`));
      await expect(ask(value)).rejects.toThrow('cached plan');
      await ask(value);
    },
  );

  it('by the client alone takes two journeys beside its statements', async () => {
    const id = await aPerson();
    const asked = { where: { tenantId_id: { tenantId, id } }, select: { id: true } };
    const journeys = vi.spyOn(Client.prototype, 'query');
    await read(scope, (tx) => tx.person.findUnique(asked));
    expect(journeys).toHaveBeenCalledTimes(3);
  });

  it('that took too long asks nothing outside of it when its answer comes at last', async () => {
    const id = await aPerson();
    const lock = Prisma.sql`select id from person where tenant_id = ${tenantId} and id = ${id}::uuid for update`;
    const holder = new Client({ connectionString: env().DATABASE_APP_URL });
    await holder.connect();
    await holder.query(`begin; select set_config('app.tenant_id', '${tenantId}', true)`);
    await holder.query(`select from person where id = '${id}' for update`);
    let after: unknown;
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const late = write(scope, async (tx) => {
      await rowsInTx(tx, lock);
      after = await rowsInTx(tx, Prisma.sql`select 1 as one`).catch((error: Error) => error.message);
    });
    const failed = expect(late).rejects.toThrow();
    await vi.waitFor(async () => {
      const { rowCount } = await holder.query('select from pg_locks where not granted');
      expect(rowCount).toBeGreaterThan(0);
    });
    // As long as a transaction may take, and the answer comes only then.
    await vi.advanceTimersByTimeAsync(15_500);
    await holder.query('commit');
    await holder.end();
    await failed;
    await vi.waitFor(() => expect(after).toBe('This transaction is over'));
  });

  it('that is over is asked nothing more', async () => {
    let over: Tx | undefined;
    await read(scope, async (tx) => {
      over = tx;
    });
    await expect(rowsInTx(over as Tx, languageOf(newId()))).rejects.toThrow('over');
  });
});

describe('values of a statement', () => {
  it('are what they were', async () => {
    const ids = [newId(), newId()];
    const odd = [`a"b`, 'c\\d', '{e,f}', "g'h", ''];
    const at = new Date('2026-03-29T00:59:59.999Z');
    const said = await read(scope, (tx) =>
      rowsInTx(
        tx,
        Prisma.sql`select ${ids}::uuid[] as ids, ${odd}::text[] as odd, ${[]}::uuid[] as none, ${at}::timestamptz as at,
          ${null}::int as nothing, ${true}::boolean as yes, ${-1.5}::float8 as number`,
      ),
    );
    expect(said).toEqual([[{ ids, odd, none: [], at, nothing: null, yes: true, number: -1.5 }]]);
  });

  it('that no statement can be given are refused', async () => {
    const asked = (value: unknown) =>
      read(scope, (tx) => rowsInTx(tx, Prisma.sql`select ${value}::text as x`));
    await expect(asked({})).rejects.toThrow('object');
    await expect(asked(Number.NaN)).rejects.toThrow('number');
    await expect(asked('a\0b')).rejects.toThrow('null character');
    await expect(asked([1])).rejects.toThrow('list');
  });
});
