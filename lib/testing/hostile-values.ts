import fc from 'fast-check';

/* What nobody should send: values that break what isn't ready for them. */

/** Stands in much of what is sent, so that an answer that repeats it is caught. */
export const SENT = 'Zq7Sent7qZ';

const texts = [
  ...['', ' ', SENT, `<script>${SENT}</script>`, `'; drop table cases; -- ${SENT}`, '{"$ne": null}', 'null'],
  // NUL, lone surrogates, steering signs, a byte order mark, and what takes more room than it seems to.
  ...[
    '\0',
    `a\0${SENT}`,
    '\ud800',
    `\udfff${SENT}\ud800`,
    '\u202e\u2066',
    '\ufeff',
    '\u0007\u001b[2J',
    '\u0130',
  ],
  ...['x'.repeat(70_000), '💥'.repeat(3_000), '\u0301'.repeat(2_000), '\n'.repeat(5_000)],
  ...['194207099146', '19420709-9146', 'B-194207099146-x', '..', '../../admin', '%00', '%', '.'],
  ...[
    '__proto__',
    'constructor',
    'toString',
    '0',
    '-1',
    'NaN',
    '1e999',
    'true',
    'AAAA',
    'not base64!',
    '====',
  ],
];
/** Old, to come, on no calendar, or written otherwise than agreed. */
const instants = [
  ...['1970-01-01T00:00:00Z', '1899-12-31T23:59:59Z', '0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z'],
  ...['2026-02-30T10:00:00Z', '2026-13-01T10:00:00Z', '2026-11-20T24:00:01Z', '2026-12-31T23:59:60Z'],
  ...['2026-11-20T09:00:00', '2026-11-20T09:00:00+99:99', '2026-11-20T09:00:00+14:00', '20261120T090000Z'],
  ...['+275760-09-13T00:00:00Z', '2026-11-20T09:00:00.123456789Z', '1700000000', '2026-11-20'],
];
const days = [
  ...['1970-01-01', '1899-12-31', '0000-00-00', '9999-12-31', '2026-02-30', '2027-02-29', '2026-11-31'],
  ...['2026-1-1', '20261120', '+12026-11-20', '-2026-11-20', '2026-11-20T00:00:00Z', '2199-12-31'],
];

export const hostileText = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  { weight: 2, arbitrary: fc.constantFrom(...instants, ...days) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
);

const nested = (depth: number): unknown => {
  let value: unknown = SENT;
  for (let level = 0; level < depth; level++) value = level % 2 ? { [SENT]: value } : [value];
  return value;
};

export const hostileValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 4, arbitrary: hostileText },
  {
    weight: 2,
    arbitrary: fc.constantFrom<unknown>(null, true, 0, -1, 1.5, 2 ** 53, -1e308, [], {}, [[]], [null], {
      [SENT]: 1,
    }),
  },
  { weight: 1, arbitrary: fc.constantFrom(nested(40), nested(150), Array(300).fill(SENT)) },
  { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

type Path = (string | number)[];

/** Every place in a value, itself among them. */
function placesIn(value: unknown, at: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, one]) => placesIn(one, [...at, key]))];
}

/** Repeated twice, what is long would be longer than a text can be. */
const isShortList = (value: unknown): value is unknown[] =>
  Array.isArray(value) && JSON.stringify(value).length < 2_000;
const isInstant = (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\dT/.test(value);
const isDay = (value: unknown) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);

const changeOf = (names: readonly string[]) =>
  fc.record({
    place: fc.nat({ max: 1_000 }),
    how: fc.constantFrom('replace', 'replace', 'age', 'age', 'remove', 'add', 'add', 'wrap', 'repeat'),
    value: hostileValue,
    key: fc.oneof(hostileText, fc.constantFrom(...names, SENT)),
    instant: fc.constantFrom(...instants),
    day: fc.constantFrom(...days),
  });
type Change = ReturnType<typeof changeOf> extends fc.Arbitrary<infer T> ? T : never;

function changed(body: unknown, { place, how, value, key, instant, day }: Change): unknown {
  const places = placesIn(body);
  const [at = []] = places.slice(place % places.length);
  const root = { body: structuredClone(body) };
  const parent = at
    .slice(0, -1)
    .reduce<Record<string, unknown>>(
      (inner, part) => inner[part] as Record<string, unknown>,
      (at.length === 0 ? root : (root.body as Record<string, unknown>)) as Record<string, unknown>,
    );
  const last = at.at(-1) ?? 'body';
  const old = parent[last];
  if (how === 'age') parent[last] = isInstant(old) ? instant : isDay(old) ? day : value;
  else if (how === 'remove') delete parent[last];
  else if (how === 'add' && Array.isArray(old)) old.push(value);
  else if (how === 'add' && typeof old === 'object' && old !== null) Object.assign(old, { [key]: value });
  else if (how === 'wrap') parent[last] = [old];
  else if (how === 'repeat' && isShortList(old)) parent[last] = Array(200).fill(old[0]);
  else parent[last] = value;
  return root.body;
}

const rawBytes = [
  new Uint8Array([0xff, 0xfe, 0x00, 0x7b]),
  new Uint8Array([0x7b, 0x22, 0x61, 0x22, 0x3a, 0x22, 0xed, 0xa0, 0x80, 0x22, 0x7d]),
  new Uint8Array(2_000),
];
const rawTexts = [
  // More than a body may be.
  `"${'x'.repeat(7_500_000)}"`,
  ...['', ' ', 'null', '{', '[', '"', '{"a":}', '{"a":1,}', 'NaN', '1e999', `{"${SENT}":1e999}`],
  ...['['.repeat(50_000), `${'{"a":'.repeat(5_000)}1${'}'.repeat(5_000)}`, '\ufeff{}', '{"a":"\ud800"}'],
  ...[
    '{"__proto__":{"scope":"all"}}',
    '{"constructor":{"prototype":{"x":1}}}',
    'grant_type=client_credentials',
  ],
];

/** From a body that is right, everything that it shouldn't be. `names`: of fields that it may have. */
export const hostileBody = (right: unknown, names: readonly string[]): fc.Arbitrary<string | Uint8Array> => {
  const whole = JSON.stringify(right);
  return fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .array(changeOf(names), { minLength: 1, maxLength: 3 })
        .map((changes) => JSON.stringify(changes.reduce<unknown>(changed, right)) ?? ''),
    },
    { weight: 2, arbitrary: fc.nat({ max: whole.length }).map((length) => whole.slice(0, length)) },
    { weight: 1, arbitrary: hostileValue.map((value) => JSON.stringify(value)) },
    { weight: 2, arbitrary: fc.constantFrom<string | Uint8Array>(...rawTexts, ...rawBytes) },
  );
};
