import { describe, expect, it } from 'vitest';
import { openApiDocument } from '../contract/openapi';
import { operations } from '../contract/operations';
import { apiPage } from './api-page';
import { html } from './html';

const document = openApiDocument() as { components: { schemas: Record<string, unknown> } };
const page = apiPage(document, 'the-nonce');

describe('the API described for people', () => {
  it('has every operation with its address and its scope, and everything that goes over the wire', () => {
    for (const [name, { method, path, scope }] of Object.entries(operations)) {
      const section = page.slice(page.indexOf(`<section id="${name}"`)).split('</section>')[0] ?? '';
      expect(section, name).toContain(`<strong>${method}</strong> <code>${path}</code>`);
      if (scope) expect(section, name).toContain(`<code>${scope}</code>`);
      if (
        'body' in operations[name as keyof typeof operations] &&
        name !== 'put-more-time-answer' &&
        name !== 'record-appeal-step'
      )
        expect(section, name).toContain('<caption>Body</caption>');
      if (name !== 'get-file' && name !== 'get-appeal-receipt')
        expect(section, name).toContain('Example of an answer');
    }
    for (const name of Object.keys(document.components.schemas))
      expect(page, name).toContain(`<section id="schema-${name}"`);
  });

  it('leads to nothing that is not there, and has each id once', () => {
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(targets.length).toBeGreaterThan(80);
    expect(targets.filter((id) => !ids.includes(id))).toEqual([]);
  });

  it('runs no script, and its style only by the answer’s nonce', () => {
    expect(page).not.toMatch(/<script|javascript:| on[a-z]+=| style=/);
    expect(page).toContain('<style nonce="the-nonce">');
  });

  it('shows text as text', () => {
    const hostile = '<img src=x onerror="alert(1)">';
    expect(html`<p title="${hostile}">${[hostile, html`<b>${1}</b>`, false]}</p>`.text).toBe(
      '<p title="&lt;img src=x onerror=&quot;alert(1)&quot;&gt;">&lt;img src=x onerror=&quot;alert(1)&quot;&gt;<b>1</b></p>',
    );
    const told = { ...document, info: { title: hostile, version: '1', description: hostile } };
    expect(apiPage(told, 'n')).not.toContain(hostile);
  });
});
