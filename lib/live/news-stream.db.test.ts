import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { recordDecision } from '@/lib/cases/commands/record-decision';
import { recordPhase } from '@/lib/cases/commands/record-phase';
import { createReceivedCase, decision, type TestCase } from '@/lib/testing/cases-world';
import { asAppRole, asOwner } from '@/lib/testing/test-database';
import { MOST_PER_SESSION } from './domain/open-pages';
import { type Listener, newsStream } from './news-stream';
import { findNewsSince } from './queries/find-news-since';
import { followNews, stopFollowing } from './queries/follow-news';

let theCase: TestCase;
beforeEach(async () => {
  theCase = await createReceivedCase();
  // What the case went through to begin with lies a while back.
  await asOwner((client) => client.query("update domain_event set at = at - interval '1 minute'"));
});
afterEach(stopFollowing);

/** A page as a browser has it: what it was told so far, as "event data". */
async function openPage(more: Partial<Listener> = {}) {
  const stream = newsStream({
    actor: theCase.resident,
    mark: String(Date.now()),
    endsAt: new Date(Date.now() + 60_000),
    isLoggedIn: async () => true,
    ...more,
  });
  const page = { told: [] as string[], text: '', isOver: false, leave: () => reader.cancel() };
  const reader = stream.getReader();
  const decoder = new TextDecoder();
  void (async () => {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      page.text += decoder.decode(piece.value);
      page.told = [...page.text.matchAll(/^event: (.*)\n(?:id: \d+\n)?data: (.*)$/gm)].map(
        ([, event, data]) => (event === 'news' ? `news ${data}` : (event ?? '')),
      );
    }
    page.isOver = true;
  })();
  await vi.waitFor(() => expect(page.told.length).toBeGreaterThan(0));
  return page;
}

const lookInto = (one: TestCase) =>
  recordPhase(one.system, {
    caseId: one.caseId,
    phase: 'being_looked_into',
    occurredAt: new Date(),
  });

const newest = (caseId: string): Promise<string> =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ id: string }>(
      "select id from domain_event where payload ->> 'caseId' = $1 order by at desc, id desc limit 1",
      [caseId],
    );
    return rows[0]?.id ?? '';
  });

describe('an open page', () => {
  it('is told of a new status and of a decision, as they come', async () => {
    const page = await openPage();
    expect(page.told).toEqual(['beat']);
    await lookInto(theCase);
    const status = await newest(theCase.caseId);
    await vi.waitFor(() => expect(page.told).toEqual(['beat', `news ${status}`]));
    await recordDecision(theCase.system, { caseId: theCase.caseId, ...decision() });
    const decided = await newest(theCase.caseId);
    await vi.waitFor(() => expect(page.told).toEqual(['beat', `news ${status}`, `news ${decided}`]));
  });

  it('is told nothing of another’s, nor of another municipality’s', async () => {
    const page = await openPage();
    const [other, elsewhere] = [await createReceivedCase(), await createReceivedCase('ekhamn')];
    const mine = await openPage({ actor: other.resident });
    await lookInto(elsewhere);
    await lookInto(other);
    await vi.waitFor(() => expect(mine.told).toHaveLength(2));
    expect(page.told).toEqual(['beat']);
  });

  it('is told nothing when she has logged out, and does not come back by itself', async () => {
    const page = await openPage({ isLoggedIn: async () => false });
    await lookInto(theCase);
    await vi.waitFor(() => expect(page.isOver).toBe(true));
    expect(page.told).toEqual(['beat', 'end']);
  });

  it('is let go when it can’t be found out whether she is logged in: it comes back, and misses nothing', async () => {
    const page = await openPage({ isLoggedIn: () => Promise.reject(new Error('no database')) });
    await lookInto(theCase);
    await vi.waitFor(() => expect(page.isOver).toBe(true));
    expect(page.told).toEqual(['beat']);
  });

  it('ends when the log-in runs out, and comes back at once to say who it is', async () => {
    const page = await openPage({ endsAt: new Date(Date.now() + 200) });
    await vi.waitFor(() => expect(page.isOver).toBe(true), 3_000);
    expect(page.text).toMatch(/retry: \d{2,3}\n\n$/);
  });

  it('is one of four in a log-in; a fifth ends the first', async () => {
    const pages: Awaited<ReturnType<typeof openPage>>[] = [];
    for (let n = 0; n <= MOST_PER_SESSION; n++) pages.push(await openPage());
    await vi.waitFor(() => expect(pages[0]?.told).toEqual(['beat', 'end']));
    await lookInto(theCase);
    for (const page of pages.slice(1)) await vi.waitFor(() => expect(page.told).toHaveLength(2));
  });

  it('that was closed is told nothing more', async () => {
    const page = await openPage();
    const isLoggedIn = vi.fn(async () => true);
    const closed = await openPage({ isLoggedIn });
    await closed.leave();
    await lookInto(theCase);
    await vi.waitFor(() => expect(page.told).toHaveLength(2));
    expect(isLoggedIn).not.toHaveBeenCalled();
  });
});

describe('a page that comes back', () => {
  it('is told at once of what happened since the moment it names', async () => {
    const page = await openPage({ mark: String(Date.now() - 90_000) });
    expect(page.told).toEqual([`news ${await newest(theCase.caseId)}`]);
  });

  it('looks again when it has been away for long, or says nothing', async () => {
    expect((await openPage({ mark: String(Date.now() - 200_000) })).told).toEqual(['news again']);
    expect((await openPage({ mark: null })).told).toEqual(['news again']);
  });

  it('looks again after the line to the database was down', async () => {
    const page = await openPage();
    await asAppRole((client) =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'mina-sidor-listens'`,
      ),
    );
    await vi.waitFor(() => expect(page.told).toEqual(['beat', 'news again']), 10_000);
  });

  it('however many are open, holds one connection to the database between them', async () => {
    for (let n = 0; n < 6; n++) await openPage({ actor: { ...theCase.resident, sessionId: String(n) } });
    const { rows } = await asOwner((client) =>
      client.query(
        `select from pg_stat_activity
          where datname = current_database() and application_name = 'mina-sidor-listens'`,
      ),
    );
    expect(rows).toHaveLength(1);
  });
});

it('nobody but a resident follows news or asks for them', async () => {
  const page = { tell: vi.fn(), lookAgain: vi.fn(), tick: vi.fn(), end: vi.fn() };
  for (const actor of [theCase.system, { kind: 'nobody', tenantId: 'granvik' } as const]) {
    await expect(followNews(actor, page)).rejects.toThrow('NotFound');
    await expect(findNewsSince(actor, new Date(0))).rejects.toThrow('NotFound');
  }
});
