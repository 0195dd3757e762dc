import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { languages } from '@/lib/platform/i18n';
import { MessageList } from './message-list';

type Message = Parameters<typeof MessageList>[0]['messages'][number];
type Own = Extract<Message, { author: 'resident' }>;

const at = new Date('2026-11-24T12:15:00Z');
const own = (more: Partial<Own> = {}): Own => ({
  id: 'a',
  author: 'resident',
  text: 'Har ni fått intyget?',
  at,
  files: [],
  to: { name: 'Maria Öberg', unit: 'Biståndsenheten' },
  progress: 'sent',
  receivedAt: null,
  readAt: null,
  reader: null,
  ...more,
});
const office = (more: object = {}): Message => ({
  id: 'b',
  author: 'office',
  text: 'Ja, i går.',
  at,
  files: [],
  officer: { name: 'Maria Öberg', unit: 'Biståndsenheten' },
  isNew: true,
  ...more,
});
const help = { name: 'Kontaktcenter', phone: '0000-12 34 56' };
const shown = (message: Message, lang: (typeof languages)[number] = 'sv') =>
  renderToStaticMarkup(<MessageList messages={[message]} lang={lang} help={help} />);

describe('how far a message has come, in words', () => {
  it.each([
    [own(), 'Skickat. Vi lämnar det till handläggarna'],
    [
      own({ progress: 'delivered', receivedAt: at }),
      'Framme hos Biståndsenheten tisdag 24\u00a0november 2026 kl.\u00a013.15',
    ],
    [
      own({ progress: 'delivered', receivedAt: at, to: {} }),
      'Framme hos handläggarna tisdag 24\u00a0november',
    ],
    [
      own({ progress: 'read', readAt: at, reader: { name: 'Jonas Ek', unit: 'Biståndsenheten' } }),
      'Läst av Jonas Ek',
    ],
    [own({ progress: 'read', readAt: at }), 'Läst av handläggarna tisdag'],
  ])('%#', (message, words) => {
    expect(shown(message)).toContain(words);
  });

  it('says of what could not be delivered what she can do, in every language', () => {
    for (const lang of languages) {
      const text = shown(own({ progress: 'undelivered' }), lang);
      expect(text, lang).toContain(help.phone);
      expect(text, lang).toContain(help.name);
    }
  });
});

describe('an office’s message', () => {
  it('is marked while it is new, and its words are Swedish on a page in another language', () => {
    expect(shown(office())).toContain('Nytt');
    expect(shown(office({ isNew: false }))).not.toContain('Nytt');
    const arabic = shown(office(), 'ar');
    expect(arabic).toMatch(/<p[^>]*lang="sv"[^>]*>Ja, i går\./);
    expect(arabic).toContain('<span lang="sv" dir="ltr">Maria Öberg, Biståndsenheten</span>');
  });

  it('of nobody named is the office’s', () => {
    expect(shown(office({ officer: null }))).toContain('Handläggarna');
  });
});

describe('a file of a message', () => {
  it('is a link once it may be opened; infected, it says what to do', () => {
    const file = (state: 'clean' | 'waiting' | 'infected') => [{ id: 'f', name: 'intyg.pdf', state }];
    expect(shown(own({ files: file('clean') }))).toContain('href="/api/files/f"');
    expect(shown(own({ files: file('waiting') }))).not.toContain('href');
    const infected = shown(own({ files: file('infected') }));
    expect(infected).not.toContain('href');
    expect(infected).toContain('Skicka en annan i ett nytt meddelande');
    expect(shown(office({ files: file('infected') }))).toContain('Be handläggaren skicka den igen');
  });
});
