import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ReportForm } from './form';

const texts = {
  what: 'Vad',
  whatHelp: 'Berätta',
  page: 'Sida',
  pageHelp: 'Rubrik',
  email: 'E-post',
  emailHelp: 'För svar',
  homepage: 'Lämna tomt',
  optional: '(frivilligt)',
  send: 'Skicka',
  working: 'Arbetar',
  errorTitles: ['ett fel', 'två fel'],
};

/** The HTML that comes without JavaScript, from the start or after the server has answered. */
const html = (initial: Parameters<typeof ReportForm>[0]['initial']) =>
  renderToStaticMarkup(
    <ReportForm
      action={async (state) => state}
      initial={initial}
      formId="f1"
      page="/services"
      texts={texts}
    />,
  );

describe('the form for what doesn’t work', () => {
  it('begins with the page one came from, and hides the robots’ field from everybody else', () => {
    const shown = html({ status: 'idle' });
    expect(shown).toContain('name="form" value="f1"');
    expect(shown).toMatch(/name="page"[^>]*value="\/services"/);
    expect(shown).toMatch(/<div class="ds-sr-only" aria-hidden="true">.*name="homepage"/);
    expect(shown).toMatch(/<input[^>]*tabindex="-1"[^>]*name="homepage"|name="homepage"[^>]*tabindex="-1"/i);
    expect(shown).not.toContain('error-summary');
  });

  it('gives back all that was typed with what is wrong, and shows the robots’ field where it was filled in', () => {
    const shown = html({
      status: 'error',
      fields: { email: 'Skriv så här', homepage: 'Ta bort det' },
      values: { form: 'f0', what: 'Det syns <inte>', page: 'Startsidan', email: 'vera@', homepage: 'x' },
    });
    expect(shown).toContain('två fel');
    expect(shown).toContain('href="#email"');
    expect(shown).toContain('name="form" value="f0"');
    expect(shown).toContain('Det syns &lt;inte&gt;</textarea>');
    for (const value of ['Startsidan', 'vera@', 'x']) expect(shown).toContain(`value="${value}"`);
    expect(shown).not.toContain('ds-sr-only');
    expect(shown).not.toMatch(/tabindex="-1"[^>]*name="homepage"/i);
  });
});
