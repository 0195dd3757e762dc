import { afterEach, expect, it, vi } from 'vitest';
import { newId } from '@/lib/kernel/ids';
import { asAppRole } from '@/lib/testing/test-database';
import { write } from './db';
import { type Listening, listen } from './listen';
import { NEWS_CHANNEL, readNews, tellNewsInTx } from './news';

const scope = { tenantId: 'granvik' };
const news = () => ({ ...scope, personId: newId(), eventId: newId() });
let listening: Listening | undefined;

afterEach(() => listening?.stop());

async function ears() {
  const heard = { told: vi.fn(), mayHaveMissed: vi.fn() };
  listening = listen(NEWS_CHANNEL, heard);
  await listening.ready;
  return heard;
}

it('hears what a transaction tells when it commits, and nothing of one that is rolled back', async () => {
  const heard = await ears();
  const [undone, done] = [news(), news()];
  await write(scope, async (tx) => {
    tellNewsInTx(tx, undone);
    throw new Error('undone');
  }).catch(() => {});
  await write(scope, async (tx) => {
    tellNewsInTx(tx, done);
    expect(heard.told).not.toHaveBeenCalled();
  });
  await vi.waitFor(() => expect(heard.told).toHaveBeenCalledOnce());
  expect(readNews(heard.told.mock.calls[0]?.[0])).toEqual(done);
});

it('listens again after the line was cut, and says that there was a gap', async () => {
  const heard = await ears();
  expect(heard.mayHaveMissed).not.toHaveBeenCalled();
  await asAppRole((client) =>
    client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'mina-sidor-listens'`,
    ),
  );
  await vi.waitFor(() => expect(heard.mayHaveMissed).toHaveBeenCalledOnce(), 5_000);
  await write(scope, async (tx) => tellNewsInTx(tx, news()));
  await vi.waitFor(() => expect(heard.told).toHaveBeenCalledOnce());
});

it('knows what is news and what anybody else has written in the channel', () => {
  const one = news();
  expect(readNews(JSON.stringify(one))).toEqual(one);
  for (const text of ['', 'x', '{}', '[]', JSON.stringify({ ...one, personId: 'x' })]) {
    expect(readNews(text), text).toBeNull();
  }
});
