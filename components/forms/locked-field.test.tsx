import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { checkDocument } from '@/lib/catalogue/domain/definition-errors';
import { compilePage } from '@/lib/catalogue/domain/form-page';
import { pageTexts } from '@/lib/catalogue/domain/form-texts';
import { calendarDate } from '@/lib/kernel/calendar-date';
import { texts } from '@/lib/platform/i18n';
import { readyFields } from '@/lib/testing/ready-fields';
import { smallForm } from '@/lib/testing/small-form';
import type { Beforehand } from './locked-field';
import { PageForm } from './page-form';

await readyFields();

const checked = checkDocument(
  smallForm('beforehand', {
    about: [
      { kind: 'text', id: 'name', prefill: 'register-name', locked: true },
      { kind: 'address', id: 'home', hint: { sv: 'Där du är skriven.' }, prefill: 'register-address' },
    ],
  }),
);
if (!checked.ok || checked.definition.kind !== 'form') throw new Error('The definition is wrong');
const page = compilePage(checked.definition, 'about', {
  language: 'sv',
  today: calendarDate('2026-11-24'),
  answers: { name: 'Vera Provsson', home: { street: 'Testvägen 1', postcode: '000 17', city: 'Granvik' } },
  homes: [],
  children: [],
  self: null,
});

const html = (beforehand: Record<string, Beforehand>) =>
  renderToStaticMarkup(
    page && (
      <PageForm
        page={page}
        texts={pageTexts(texts('sv'))}
        version={1}
        action={async (state) => state}
        autosave={async () => ({ status: 'failed' })}
        latestHref="/"
        beforehand={beforehand}
      />
    ),
  );

describe('what was filled in beforehand, without JavaScript', () => {
  it('stands in the inputs, and under the help it says where it comes from', () => {
    const markup = html({ home: { note: 'Hämtat från folkbokföringen.', locked: null } });
    expect(markup).toMatch(
      /name="home-street"[^>]*value="Testvägen 1"|value="Testvägen 1"[^>]*name="home-street"/,
    );
    expect(markup).toContain('Där du är skriven.\nHämtat från folkbokföringen.');
  });

  it('is shown and sent, not asked, where only the register can change it', () => {
    const markup = html({ name: { note: 'Det går inte att ändra här.', locked: ['Vera Provsson'] } });
    expect(markup).toContain('<input type="hidden" name="name" value="Vera Provsson"/>');
    expect(markup.match(/name="name"/g)).toHaveLength(1);
    expect(markup).toContain('<strong>Vera Provsson</strong>');
    expect(markup).toContain('Det går inte att ändra här.');
  });

  it('is an ordinary question where nothing is known of it', () => {
    expect(html({})).not.toContain('type="hidden" name="name"');
  });
});
