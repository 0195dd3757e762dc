import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';

/** The file as the browser runs it, with what it is given there. */
function started() {
  const heard: Record<string, (event: object) => void> = {};
  const shown: [string, object][] = [];
  const opened: string[] = [];
  const self = {
    location: { origin: 'https://minasidor.granvik.example' },
    addEventListener: (name: string, listener: (event: object) => void) => {
      heard[name] = listener;
    },
    registration: { showNotification: async (...all: [string, object]) => void shown.push(all) },
    clients: { openWindow: async (url: string) => void opened.push(url) },
  };
  runInNewContext(readFileSync('public/push/service-worker.js', 'utf8'), { self, URL });
  const waitUntil = () => undefined;
  return {
    shown,
    opened,
    push: (data: object | null) => heard.push?.({ waitUntil, data: data && { json: () => data } }),
    click: (path: string) =>
      heard.notificationclick?.({ waitUntil, notification: { close: () => undefined, data: { path } } }),
  };
}

describe('what shows notices in the browser', () => {
  it('shows them as they were written', () => {
    const { push, shown } = started();
    push({ title: 'Mina sidor', body: 'Det finns något nytt', path: '/notices/1', lang: 'sv', tag: '1' });
    push(null);
    expect(shown).toEqual([
      ['Mina sidor', { body: 'Det finns något nytt', lang: 'sv', tag: '1', data: { path: '/notices/1' } }],
    ]);
  });

  it('opens the page, and never one of another site', () => {
    const { click, opened } = started();
    click('/ar/notices/1');
    click('https://evil.test/x');
    click('//evil.test/x');
    expect(opened).toEqual(['https://minasidor.granvik.example/ar/notices/1']);
  });
});
