import { XMLParser } from 'fast-xml-parser';

// JSON as XML and back, without loss: "The XML Representation of JSON" (W3C, XPath and XQuery Functions 3.1, §17.4.2),
// which a system with XSLT 3.0 can turn into what it likes by itself.

const NAMESPACE = 'http://www.w3.org/2005/xpath-functions';

export const writeXml = (value: unknown): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${element(value, ` xmlns="${NAMESPACE}"`)}\n`;

function element(value: unknown, attributes: string): string {
  if (value === null || value === undefined) return `<null${attributes}/>`;
  if (Array.isArray(value)) return wrap('array', attributes, value.map((item) => element(item, '')).join(''));
  switch (typeof value) {
    case 'boolean':
      return wrap('boolean', attributes, String(value));
    case 'number':
      return wrap('number', attributes, JSON.stringify(value));
    case 'object': {
      const members = Object.entries(value as object).filter(([, member]) => member !== undefined);
      return wrap('map', attributes, members.map(([key, member]) => element(member, keyed(key))).join(''));
    }
    default:
      return wrap('string', attributes, escaped(String(value)));
  }
}

const wrap = (name: string, attributes: string, content: string): string =>
  `<${name}${attributes}>${content}</${name}>`;

const keyed = (key: string): string => ` key="${escaped(key)}"`;

const NAMED: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Signs that XML 1.0 can't hold at all become U+FFFD, so that one of them never costs a whole delivery. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replace(/[&<>"]/g, (sign) => NAMED[sign] as string)
    // A parser reads a bare one as a line feed, and in an attribute as a space.
    .replace(/[\r\n\t]/g, (sign) => `&#${sign.charCodeAt(0)};`);

const TEXT = '#text';
const CDATA = '#cdata';

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  trimValues: false,
  // Decoded below in one pass: twice decoded, an ampersand that she wrote would become something else.
  processEntities: false,
  cdataPropName: CDATA,
  ignoreDeclaration: true,
  ignorePiTags: true,
});

type Node = Record<string, Node[] | string> & { ':@'?: Record<string, string> };

/** @throws SyntaxError for what is no such XML; deeper than a hundred levels is none either */
export function readXml(text: string): unknown {
  // A document type could define entities; a message has none.
  if (/<!DOCTYPE/i.test(text)) throw new SyntaxError('A document type is not taken');
  let nodes: Node[];
  try {
    nodes = parser.parse(text, true) as Node[];
  } catch {
    throw new SyntaxError('No well-formed XML');
  }
  const [root, ...more] = elementsOf(nodes);
  if (!root || more.length > 0) throw new SyntaxError('One element is expected');
  return readNode(root, 0);
}

const elementsOf = (nodes: readonly Node[]): Node[] =>
  nodes.filter((node) => !(TEXT in node || CDATA in node));

function readNode(node: Node, depth: number): unknown {
  if (depth > 100) throw new SyntaxError('Too deep');
  const name = Object.keys(node).find((key) => key !== ':@') ?? '';
  const children = node[name] as Node[];
  const text = () => children.map(textOf).join('');
  switch (name) {
    case 'null':
      return null;
    case 'boolean':
      return booleanOf(text().trim());
    case 'number':
      return numberOf(text().trim());
    case 'string':
      return text();
    case 'array':
      return elementsOf(children).map((child) => readNode(child, depth + 1));
    case 'map':
      return Object.fromEntries(
        elementsOf(children).map((child) => [keyOf(child), readNode(child, depth + 1)]),
      );
    default:
      throw new SyntaxError('An element that is not of the XML representation of JSON');
  }
}

function textOf(node: Node): string {
  if (CDATA in node) return (node[CDATA] as Node[]).map((part) => String(part[TEXT] ?? '')).join('');
  if (TEXT in node) return unescaped(String(node[TEXT]));
  throw new SyntaxError('An element where text is expected');
}

/** The five that XML names, and signs by their number. */
const unescaped = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(amp|lt|gt|quot|apos));|&/gi, (_, decimal, hex, name) => {
    if (name) return MEANT[name.toLowerCase() as keyof typeof MEANT];
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? 'none', 16);
    if (!(code > 0 && code <= 0x10ffff)) throw new SyntaxError('An ampersand that begins nothing');
    return String.fromCodePoint(code);
  });
const MEANT = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function keyOf(node: Node): string {
  const key = node[':@']?.key;
  if (key === undefined) throw new SyntaxError('A member of a map without its key');
  return unescaped(key);
}

function booleanOf(text: string): boolean {
  if (text === 'true' || text === '1') return true;
  if (text === 'false' || text === '0') return false;
  throw new SyntaxError('No boolean');
}

function numberOf(text: string): number {
  const value = Number(text);
  if (text === '' || !Number.isFinite(value)) throw new SyntaxError('No number');
  return value;
}
