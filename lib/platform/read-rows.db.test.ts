import type { Pool } from 'pg';
import { describe, expect, it, vi } from 'vitest';
import { Prisma, readRows } from './db';

const scope = { tenantId: 'granvik' };

describe('rows of one statement', () => {
  it('gets each value as it is, whatever signs are in it', async () => {
    const odd = `O'Brien \\ "å" ; -- ' || $1`;
    const bytes = new Uint8Array([0, 39, 92, 255]);
    const [row] = await readRows(
      scope,
      Prisma.sql`select ${odd}::text as odd, ${bytes}::bytea as bytes, ${-4}::int - ${-2}::int as number`,
    );
    expect(row).toEqual({ odd, bytes: Buffer.from(bytes), number: -2 });
  });

  it('runs the same statement for another value and another municipality', async () => {
    const asked = async (tenantId: string, text: string) =>
      readRows(
        { tenantId },
        Prisma.sql`select current_setting('app.tenant_id') as tenant, ${text}::text as text`,
      );
    expect(await asked('granvik', 'a')).toEqual([{ tenant: 'granvik', text: 'a' }]);
    expect(await asked('ekhamn', 'b')).toEqual([{ tenant: 'ekhamn', text: 'b' }]);
    expect(await asked("x', true); commit; --", 'c')).toEqual([
      { tenant: "x', true); commit; --", text: 'c' },
    ]);
  });

  it('reads only, and what fails leaves nothing behind for the next', async () => {
    const writing = readRows(
      scope,
      Prisma.sql`with gone as (delete from case_event returning id) select id from gone`,
    );
    await expect(writing).rejects.toThrow(/read-only/);
    expect(await readRows(scope, Prisma.sql`select 1 as one`)).toEqual([{ one: 1 }]);
  });

  it('is asked over the same connections by the pages and by the routes, which have this file each', async () => {
    const statement = Prisma.sql`select ${'both'}::text as asked`;
    expect(await readRows(scope, statement)).toEqual([{ asked: 'both' }]);
    vi.resetModules();
    const { readRows: again } = await import('./db');
    expect(again).not.toBe(readRows);
    expect(await again(scope, statement)).toEqual([{ asked: 'both' }]);
  });

  it('refuses a value it has no way of writing', async () => {
    await expect(readRows(scope, Prisma.sql`select ${{}}::jsonb`)).rejects.toThrow(/object/);
  });

  it('survives a connection that breaks while somebody has it and asks nothing of it', async () => {
    expect(await readRows(scope, Prisma.sql`select 1 as one`)).toEqual([{ one: 1 }]);
    const { pool } = (globalThis as unknown as { __minaSidorDb: { pool: Pool } }).__minaSidorDb;
    const connection = await pool.connect();
    // What pg does when the server says goodbye between two statements; without a listener it ends the process.
    expect(connection.emit('error', new Error('terminating connection'))).toBe(true);
    connection.release(true);
    expect(await readRows(scope, Prisma.sql`select 2 as two`)).toEqual([{ two: 2 }]);
  });
});
