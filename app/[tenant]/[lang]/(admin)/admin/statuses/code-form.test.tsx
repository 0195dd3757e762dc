import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it, vi } from 'vitest';
import { texts } from '@/lib/platform/i18n';
import { CodeForm } from './code-form';

vi.mock('./actions', () => ({ mapCode: '/mapped' }));

const code = {
  id: 'c1',
  code: 'UTR-2',
  systemName: 'Omsorgssystemet',
  firstSeenAt: new Date('2026-11-23T08:00:00Z'),
  statusId: null,
};
const page = (more: { statusId?: string; choose?: string }) =>
  renderToStaticMarkup(
    <CodeForm
      code={{ ...code, statusId: more.statusId ?? null }}
      options={[{ value: 's1', text: 'Utreds: Hembesök planeras' }]}
      choose={more.choose ?? null}
      lang="sv"
      t={texts('sv')}
    />,
  );

describe('a code to map', () => {
  it('asks what it means by its name, with nothing chosen', () => {
    const html = page({});
    expect(html).toContain('<label');
    expect(html).toContain('Vad UTR-2 betyder');
    expect(html).toContain('name="from" value=""');
    expect(html).toContain('Koppla');
    expect(html).not.toContain('aria-invalid');
  });

  it('sent without a choice says so at its own field alone', () => {
    const html = page({ choose: 'c1' });
    expect(html).toContain('aria-invalid="true"');
    expect(html).toContain('Välj en status');
    expect(page({ choose: 'c2' })).not.toContain('aria-invalid');
  });

  it('mapped, shows what to, and what it was when the page was shown', () => {
    const html = page({ statusId: 's1' });
    expect(html).toContain('name="from" value="s1"');
    expect(html).toMatch(/<option value="s1" selected/);
    expect(html).toContain('Ändra');
  });
});
