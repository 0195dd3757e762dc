import { demoPeople } from '@/demo/people';
import { addDays, type CalendarDate, dateInSweden, startInSweden } from '@/lib/kernel/calendar-date';
import type { Portal } from './portal';

/*
 * Home care, as a provider's system would deliver it: a plan, visits of a week behind and two ahead, and a note a day.
 * All of it is made up, to be looked at. It follows from the day alone, so that it is the same however often it is told.
 */
const gunnar = demoPeople.find(({ givenName, tenantId }) => givenName === 'Gunnar' && tenantId === 'granvik');

const HOUR = 3_600_000;
const DAYS_BEHIND = 7;
const DAYS_AHEAD = 14;
const provider = 'Hemtjänsten Hamnen';

/** The day that each portal was last told on: what was planned yesterday is done today. */
const told = new WeakMap<Portal, CalendarDate>();

/** Tells once for each start of this system, and again when the day is another. */
export async function tellOfCare(portal: Portal): Promise<void> {
  const today = dateInSweden(new Date());
  if (!gunnar || portal.access.tenantId !== gunnar.tenantId || told.get(portal) === today) return;
  const { nationalId: personalNumber, givenName, surname } = gunnar;
  const person = { personalNumber, givenName, surname };
  const put = (path: string, message: { version: number }) =>
    portal.send('PUT', path, { person, law: 'SoL', ...message }, `${path.slice(1)}-${message.version}`);
  await put('/care-plans/GP-2026-17', plan);
  for (let days = -DAYS_BEHIND; days < DAYS_AHEAD; days += 1) {
    const day = addDays(today, days);
    await put(`/care-visits/morgon-${day}`, visitOn(day, day < today));
    if (day > today) continue;
    for (const note of notesOn(day)) await put(`/care-notes/dag-${day}`, note);
  }
  told.set(portal, today);
}

const plan = {
  version: 1,
  occurredAt: '2026-10-05T12:00:00Z',
  state: 'approved',
  title: 'Genomförandeplan för hemtjänst',
  provider,
  contact: { name: 'Sofia Ek', role: 'fast omsorgskontakt', phone: '0000-14 60 21' },
  decided: [
    { what: 'Hjälp på morgonen varje dag, 45 minuter', fromOn: '2026-10-01' },
    { what: 'Dusch en gång i veckan', fromOn: '2026-10-01' },
    { what: 'Trygghetslarm', fromOn: '2026-10-01' },
  ],
  goals: [
    'Gunnar ska känna sig trygg när han duschar.',
    'Gunnar ska komma ut varje dag när vädret tillåter, som han alltid har gjort.',
  ],
  activities: [
    {
      what: 'Stöd när Gunnar klär sig. Han väljer kläderna själv kvällen innan.',
      when: 'Varje morgon mellan kl. 8 och 9',
      who: provider,
      lifeArea: 'self-care',
    },
    {
      what: 'Promenad till kajen och tillbaka, med rollator.',
      when: 'Efter frukosten, när det inte är halt',
      who: 'Gunnar och den som är hos honom',
      lifeArea: 'mobility',
    },
  ],
  participation:
    'Gunnar och Astrid var med när planen skrevs. Gunnar vill helst att det är Sofia som kommer.',
  approvedOn: '2026-10-05',
  fromOn: '2026-10-05',
  followUpOn: '2027-04-05',
};

const isSunday = (day: CalendarDate): boolean => new Date(day).getUTCDay() === 0;
const isThursday = (day: CalendarDate): boolean => new Date(day).getUTCDay() === 4;

function visitOn(day: CalendarDate, isPast: boolean) {
  const start = startInSweden(day).getTime() + (isThursday(day) ? 10 : 8) * HOUR;
  const at = (instant: number) => new Date(instant).toISOString();
  const visit = {
    version: 1,
    occurredAt: at(startInSweden(addDays(day, -15)).getTime() + 12 * HOUR),
    state: 'planned',
    startsAt: at(start),
    endsAt: at(start + 0.75 * HOUR),
    what: isThursday(day) ? 'Dusch, påklädning och frukost' : 'Påklädning och frukost',
    provider,
    who: 'Sofia',
  };
  if (isSunday(day))
    return { ...visit, state: 'cancelled', reason: 'Gunnar är hos sin dotter på söndagarna.' };
  if (isPast)
    return { ...visit, version: 2, occurredAt: visit.endsAt, state: 'done', done: 'Allt enligt planen.' };
  return isThursday(day)
    ? { ...visit, state: 'changed', who: 'Milan', reason: 'Sofia är på utbildning. Milan kommer i stället.' }
    : visit;
}

const written = [
  { kind: 'other', text: 'Ringde och sa att allt är bra. Hos dottern till kvällen.' },
  { kind: 'activities', text: 'Promenerade till kajen och matade fåglarna. På gott humör.' },
  { kind: 'meals', text: 'Åt gröt och ägg till frukost.' },
  { kind: 'rest', text: 'Sov dåligt i natt, säger Gunnar. Vilade en stund efter frukosten.' },
  { kind: 'event', text: 'Duschade utan problem. Tvättade håret själv.' },
  {
    kind: 'deviation',
    text: 'Vi kom 40 minuter för sent, eftersom bilen inte startade. Gunnar hade redan klätt på sig.',
  },
  { kind: 'activities', text: 'Läste tidningen tillsammans och talade om båtarna.' },
];

/** What was written of a day; Tuesday's is corrected the same afternoon. */
function notesOn(day: CalendarDate) {
  const weekday = new Date(day).getUTCDay();
  const at = new Date(startInSweden(day).getTime() + 9 * HOUR).toISOString();
  const author = { role: 'undersköterska', name: isThursday(day) ? 'Milan' : 'Sofia' };
  const note = { version: 1, occurredAt: at, at, author, ...written[weekday] };
  if (weekday !== 2) return [note];
  const occurredAt = new Date(startInSweden(day).getTime() + 15 * HOUR).toISOString();
  return [note, { ...note, version: 2, occurredAt, text: 'Åt gröt till frukost. Ägget ville han inte ha.' }];
}
