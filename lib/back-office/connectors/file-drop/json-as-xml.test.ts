import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readXml, writeXml } from './json-as-xml';

/** What XML can hold at all: no control signs, no halves of signs. */
const text = fc.string({ unit: 'binary' }).map((value) =>
  value
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '_'),
);
const json = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (Object.is(value, -0) ? 0 : value)),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      text.filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value;

describe('JSON as XML', () => {
  it('comes back as it was, whatever it holds', () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(readXml(writeXml(value))).toEqual(value);
      }),
    );
  });

  it('is what the standard says', () => {
    expect(writeXml({ id: 'A & "B"', items: [1, true, null], none: undefined })).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<map xmlns="http://www.w3.org/2005/xpath-functions"><string key="id">A &amp; &quot;B&quot;</string>' +
        '<array key="items"><number>1</number><boolean>true</boolean><null/></array></map>\n',
    );
  });

  it('is read as others write it: prefixes, layout, character data, signs by number', () => {
    const written = `<?xml version="1.0" encoding="utf-8"?>
      <!-- from the old system -->
      <j:map xmlns:j="http://www.w3.org/2005/xpath-functions">
        <j:string key="text"><![CDATA[A < B &amp;]]></j:string>
        <j:string key="name">&#197;sa &#xD6;berg &amp;#65;</j:string>
        <j:array key="items">  <j:number> 2 </j:number> </j:array>
      </j:map>`;
    expect(readXml(written)).toEqual({ text: 'A < B &amp;', name: 'Åsa Öberg &#65;', items: [2] });
  });

  it.each([
    ['half', '<map><string key="a">b'],
    ['text', 'hello'],
    ['nothing', ''],
    ['two', '<map/><map/>'],
    ['another language', '<case><number>1</number></case>'],
    ['a member without a key', '<map><string>a</string></map>'],
    ['no number', '<map><number key="a">many</number></map>'],
    ['no boolean', '<boolean>yes</boolean>'],
    ['an element inside a text', '<string>a<number>1</number></string>'],
    ['an entity of its own', '<!DOCTYPE map [<!ENTITY a "b">]><map><string key="a">&a;</string></map>'],
    ['an unknown entity', '<string>&nbsp;</string>'],
    ['a sign that is none', '<string>&#0;</string>'],
    ['too deep', '<array>'.repeat(200) + '</array>'.repeat(200)],
  ])('refuses %s', (_, written) => {
    expect(() => readXml(written)).toThrow(SyntaxError);
  });

  it('puts a mark in place of what XML can not hold', () => {
    expect(readXml(writeXml('a\u0000b\ud800'))).toBe('a\ufffdb\ufffd');
  });
});
