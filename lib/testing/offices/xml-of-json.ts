// The XML representation of JSON as an old system would read it: written apart from the portal's own, so that the two
// prove each other. No more of XML than such a system needs.

const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string) =>
  text.replace(/&(#(\d+)|\w+);/g, (_, name, code) =>
    code ? String.fromCodePoint(Number(code)) : (signs[name] ?? ''),
  );
const escaped = (text: string) => text.replace(/[&<"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

export function fromXml(text: string): unknown {
  const tags = [...text.matchAll(/<(\/?)(map|array|string|number|boolean|null)([^>]*?)(\/?)>([^<]*)/g)];
  let at = 0;
  const next = (): unknown => {
    const [, , name, , isEmpty, content = ''] = tags[at++] as unknown as string[];
    if (name === 'null') {
      if (!isEmpty) at++;
      return null;
    }
    const isOpen = !isEmpty;
    if (name === 'map' || name === 'array') {
      const members: [string, unknown][] = [];
      while (isOpen && tags[at]?.[1] !== '/') {
        const key = /key="([^"]*)"/.exec(tags[at]?.[3] ?? '')?.[1] ?? '';
        members.push([plain(key), next()]);
      }
      if (isOpen) at++;
      return name === 'map' ? Object.fromEntries(members) : members.map(([, value]) => value);
    }
    if (isOpen) at++;
    const value = isOpen ? plain(content) : '';
    return name === 'string' ? value : JSON.parse(value);
  };
  return next();
}

export function toXml(value: unknown, key?: string): string {
  const head = key === undefined ? '' : ` key="${escaped(key)}"`;
  const tag = (name: string, content: string) => `<${name}${head}>${content}</${name}>`;
  if (value === null) return tag('null', '');
  if (Array.isArray(value)) return tag('array', value.map((one) => toXml(one)).join(''));
  if (typeof value === 'object')
    return tag(
      'map',
      Object.entries(value)
        .map(([name, one]) => toXml(one, name))
        .join(''),
    );
  return tag(typeof value, escaped(String(value)));
}
