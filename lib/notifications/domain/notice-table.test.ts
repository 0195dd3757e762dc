import { describe, expect, it } from 'vitest';
import { placesToReturnTo, returnPath } from '@/lib/identity/domain/return-path';
import { newId } from '@/lib/kernel/ids';
import { texts } from '@/lib/platform/i18n';
import { subscriptions } from '@/lib/platform/jobs/subscriptions';
import { type NotTold, noticeTable, type Told, tellingOf } from './notice-table';

const rows = Object.entries(noticeTable) as [string, Told | NotTold][];

describe('the table of notices', () => {
  it('has a row for every event: how it is told of, or why it isn’t', () => {
    expect(Object.keys(noticeTable).sort()).toEqual(Object.keys(subscriptions).sort());
    for (const [event, row] of rows) {
      if ('notTold' in row) expect(row.notTold.length, event).toBeGreaterThan(10);
    }
  });

  it('and the subscriptions agree on what is told of', () => {
    const told = rows.filter(([, row]) => 'kind' in row).map(([event]) => event);
    const subscribed = Object.entries(subscriptions)
      .filter(([, tasks]) => (tasks as readonly string[]).includes('make-notice'))
      .map(([event]) => event);
    expect(told.sort()).toEqual(subscribed.sort());
  });

  it('leads to pages that one comes back to after log-in', () => {
    const ids = new Proxy({}, { get: () => newId() });
    for (const [event, row] of rows) {
      if ('notTold' in row) continue;
      const place = row.place(ids);
      expect(returnPath(place), event).toBe(place);
      expect(place).not.toContain('undefined');
      expect(placesToReturnTo).toContain(place.split('/')[1]);
    }
  });

  it.each([
    ['sv', 'drar tillbaka en plats'],
    ['en', 'takes back a place'],
    ['fi', 'peruu asumispaikan'],
    ['ar', 'تسحب مكانًا'],
  ] as const)('has what her settings say can’t be turned off, a place taken back too (%s)', (lang, words) => {
    expect(noticeTable['care-home-queue.yes-taken-back'].kind).toBe('asked');
    expect(texts(lang)('settings:notices.about.asked')).toContain(words);
  });

  it('knows nothing of other events', () => {
    expect(tellingOf('cases.decision-opened')).toBeNull();
    expect(tellingOf('toString')).toBeNull();
    expect(tellingOf('cases.decision-arrived')?.kind).toBe('decision');
  });
});
