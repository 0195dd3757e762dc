import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { newId } from '@/lib/kernel/ids';
import { texts } from '@/lib/platform/i18n';
import { tenants } from '@/prisma/seed/tenants';
import { WriteMessage } from './write-message';

vi.mock('./actions', () => ({
  postMessage: async (state: object) => state,
  autosaveMessage: async () => ({ status: 'failed' }),
}));

const [granvik] = tenants;
const threadId = newId();
const draft = { messageId: newId(), version: 3, subject: '', text: 'Påbörjat', files: [] };
const shown = (more: Partial<Parameters<typeof WriteMessage>[0]> = {}) =>
  renderToStaticMarkup(
    <WriteMessage
      place={{ kind: 'thread', threadId }}
      openness={{ closed: null, lastOn: null }}
      officer={null}
      draft={null}
      profile={granvik?.profile as Parameters<typeof WriteMessage>[0]['profile']}
      lang="sv"
      t={texts('sv')}
      {...more}
    />,
  );

describe('where she writes', () => {
  it('says to whom it goes and who may read it', () => {
    expect(shown()).toContain('Det går till handläggarna.');
    expect(shown({ officer: { unit: 'Biståndsenheten' } })).toContain('Det går till Biståndsenheten.');
    expect(shown({ officer: { name: 'Maria Öberg', unit: 'Biståndsenheten' } })).toContain(
      'Det går till Maria Öberg, Biståndsenheten. Bara de som arbetar med ditt ärende där får läsa det.',
    );
  });

  it('carries the draft’s id and version, or a new id; a subject is asked for only of a new thread in a case', () => {
    const going = shown({ draft });
    expect(going).toContain(`name="message" value="${draft.messageId}"`);
    expect(going).toContain('name="version" value="3"');
    expect(going).toMatch(/<textarea[^>]*>Påbörjat<\/textarea>/);
    expect(going).not.toContain('name="subject"');
    const ids = [shown(), shown()].map((html) => /name="message" value="([^"]+)"/.exec(html)?.[1]);
    expect(new Set(ids).size).toBe(2);
    expect(shown({ place: { kind: 'case', caseId: newId() } })).toContain('name="subject"');
  });

  it('says until when, before it is too late', () => {
    const lastOn = calendarDate('2026-12-21');
    expect(shown({ openness: { closed: null, lastOn } })).toContain('till och med 21\u00a0december 2026');
  });
});

describe('where she can’t write any more', () => {
  it('there is no form: why, whom to reach instead, and what she had begun', () => {
    const ended = shown({
      openness: { closed: 'case-ended', lastOn: calendarDate('2026-12-21') },
      officer: {
        name: 'Maria Öberg',
        unit: 'Biståndsenheten',
        phone: '0000-12 34 50',
        email: 'm@example.test',
      },
      draft,
    });
    expect(ended).not.toContain('<form');
    expect(ended).toContain('Sista dagen att skriva om det här var 21\u00a0december 2026.');
    expect(ended).toContain('0000-12 34 50');
    expect(ended).toContain('mailto:m@example.test');
    expect(ended).toContain('Påbörjat');
    const status = shown({ openness: { closed: 'status', lastOn: null } });
    expect(status).toContain('medan ärendet är i det här läget');
    expect(status).toContain(granvik?.profile.contact.name.sv);
  });
});
