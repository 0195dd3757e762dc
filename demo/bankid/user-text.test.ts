import { expect, test } from 'vitest';
import { userText } from '@/demo/bankid/user-text';

const base64 = (text: string) => Buffer.from(text).toString('base64');

test('plain text stands as it is, escaped', () => {
  expect(userText(base64('# 1 < 2'), undefined)?.text).toBe('# 1 &lt; 2');
});

test('simple Markdown becomes headings, lists and bold', () => {
  const text = '# Ansökan\n\nDu **skriver under**:\n\n* ett\n* två\n\n---\n<b>';
  expect(userText(base64(text), 'simpleMarkdownV1')?.text).toBe(
    '<h3>Ansökan</h3><p>Du <strong>skriver under</strong>:</p><ul><li>ett</li><li>två</li></ul><hr><p>&lt;b&gt;</p>',
  );
});

test('a rule is not an item', () => {
  expect(userText(base64('---'), 'simpleMarkdownV1')?.text).toBe('<hr>');
});

test('without text there is nothing to show', () => {
  expect(userText(undefined, undefined)).toBeNull();
});
