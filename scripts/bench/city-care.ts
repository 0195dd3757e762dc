// What a city has of times, care and homes that are offered. Sealed as it is for real: its pages open it.
import { randomBytes } from 'node:crypto';
import {
  invitationContext,
  officerNameContext,
  officerNameKey,
  officerNameLookup,
} from '@/lib/appointments/domain/booking-seals';
import { offerContext } from '@/lib/care-home-queue/domain/offer-seals';
import { noteContext, planContext, visitContext } from '@/lib/care-information/domain/care-seals';
import { lookupHash, seal, sealJson } from '@/lib/platform/crypto';
import { at, day, eachCase, hex, idFor, line, type Table, TENANT } from './city-rows';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Meetings of half an hour that an officer has in a day, from eight o'clock on. */
const A_DAY = 14;

/** Every tenth person has had a time about her case, and has another. */
function* eachMeeter(people: number): Generator<{ b: number; person: number; c: number }> {
  let b = 0;
  let last = 0;
  for (const { c, person } of eachCase(people)) {
    if (person === last || person % 10 !== 3) continue;
    last = person;
    yield { b, person, c };
    b += 1;
  }
}

/** One in fifty has home care. */
function* eachCaredFor(people: number): Generator<number> {
  for (let n = 7; n <= people; n += 50) yield n;
}

/** Times and invitations, care, and offers; relative to now, since pages show what is to come. */
export function careTables({
  systemId,
  homeIds,
  now,
}: {
  systemId: string;
  homeIds: readonly string[];
  now: Date;
}): Table[] {
  const midnight = Math.floor(now.getTime() / DAY) * DAY;
  const someHash = hex(randomBytes(32));
  const typeId = idFor('appointment-type', 1);
  const placeId = idFor('place', 1);
  const told = at(1);
  const officersOf = (people: number) => Math.max(20, Math.ceil(people / 2_000));
  /** The b-th meeting to come (`side` 1) or that has been (-1): no officer has two at once. */
  const timeOf = (b: number, officers: number, side: 1 | -1) => {
    const slot = Math.floor(b / officers);
    const days = (Math.floor(slot / A_DAY) + 1) * side;
    const startsAt = new Date(midnight + days * DAY + 8 * HOUR + (slot % A_DAY) * (HOUR / 2));
    const endsAt = new Date(startsAt.getTime() + HOUR / 2);
    return { startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() };
  };
  const sides = [
    { side: 1, state: 'booked', offset: 0 },
    { side: -1, state: 'kept', offset: 1 },
  ] as const;
  function* meetings(people: number) {
    const officers = officersOf(people);
    for (const { b, person, c } of eachMeeter(people))
      for (const { side, state, offset } of sides)
        yield {
          n: b * 2 + offset + 1,
          officer: (b % officers) + 1,
          person,
          c,
          state,
          ...timeOf(b, officers, side),
        };
  }

  return [
    {
      name: 'appointment_type',
      columns:
        'tenant_id,id,slug,name,about,prepare,audience,ways,minutes,step_minutes,notice_minutes,ahead_days,change_minutes',
      *rows() {
        const text = JSON.stringify({ sv: 'Samtal om ditt ärende', en: 'A talk about your case' });
        yield line([TENANT, typeId, 'bench-samtal', text, text, text, 'open', '{visit}', 30, 30, 60, 60, 60]);
      },
    },
    {
      name: 'meeting_place',
      columns: 'tenant_id,id,name,address,directions,is_step_free',
      *rows() {
        yield line([TENANT, placeId, 'Kommunhuset', 'Storgatan 1, Granvik', '{"sv": "Receptionen"}', 't']);
      },
    },
    {
      name: 'meeting_officer',
      columns: 'tenant_id,id,name_sealed,name_hash,unit',
      *rows(people) {
        for (let n = 1; n <= officersOf(people); n++) {
          const id = idFor('officer', n);
          const name = `Handläggare Nummer ${n}`;
          const hash = lookupHash(officerNameKey(name), officerNameLookup(TENANT));
          yield line([
            TENANT,
            id,
            hex(seal(name, officerNameContext(TENANT, id))),
            hex(hash),
            'Biståndsenheten',
          ]);
        }
      },
    },
    {
      name: 'meeting',
      columns: 'tenant_id,id,type_id,way,officer_id,place_id,starts_at,ends_at,busy_from,busy_to',
      *rows(people) {
        for (const { n, officer, startsAt, endsAt } of meetings(people))
          yield line([
            ...[TENANT, idFor('meeting', n), typeId, 'visit', idFor('officer', officer), placeId],
            ...[startsAt, endsAt, startsAt, endsAt],
          ]);
      },
    },
    {
      name: 'booking',
      columns: 'tenant_id,id,meeting_id,seat,person_id,case_id,state,starts_at,ends_at,booked_at',
      *rows(people) {
        for (const { n, person, c, state, startsAt, endsAt } of meetings(people))
          yield line([
            ...[TENANT, idFor('booking', n), idFor('meeting', n), 1, idFor('person', person)],
            ...[idFor('case', c), state, startsAt, endsAt, told],
          ]);
      },
    },
    {
      name: 'booking_event',
      columns: 'tenant_id,id,booking_id,kind,by,starts_at,at',
      *rows(people) {
        for (const { n, startsAt } of meetings(people))
          yield line([
            ...[TENANT, idFor('booking-event', n), idFor('booking', n), 'booked', 'resident'],
            ...[startsAt, told],
          ]);
      },
    },
    {
      name: 'appointment_invitation',
      columns: 'tenant_id,id,type_id,person_id,case_id,system_id,external_id,book_by,sealed,hash',
      *rows(people) {
        const bookBy = new Date(midnight + 20 * DAY).toISOString().slice(0, 10);
        for (const { c, person } of eachCase(people)) {
          if (c % 60 !== 0) continue;
          const id = idFor('invitation', c);
          const content = { text: 'Vi behöver träffas.', officer: { unit: 'Biståndsenheten' } };
          yield line([
            ...[TENANT, id, typeId, idFor('person', person), idFor('case', c), systemId, `I${c}`, bookBy],
            ...[hex(sealJson(content, invitationContext(TENANT, id))), someHash],
          ]);
        }
      },
    },
    {
      name: 'care_plan',
      columns:
        'tenant_id,id,system_id,external_id,person_id,version,hash,law,sealed,approved_on,from_on,told_at',
      *rows(people) {
        for (const n of eachCaredFor(people)) {
          const id = idFor('plan', n);
          const content = {
            title: 'Genomförandeplan för hemtjänst',
            provider: 'Hemtjänsten Centrum',
            decided: [{ what: 'Hjälp med dusch en gång i veckan' }],
            goals: ['Att känna sig trygg.'],
            activities: [{ what: 'Dusch', when: 'Onsdagar', who: 'Hemtjänsten' }],
          };
          yield line([
            ...[TENANT, id, systemId, `P${n}`, idFor('person', n), 1, someHash, 'SoL'],
            ...[hex(sealJson(content, planContext(TENANT, id))), day(1), day(1), told],
          ]);
        }
      },
    },
    {
      name: 'care_visit',
      columns:
        'tenant_id,id,system_id,external_id,person_id,version,hash,law,state,starts_at,ends_at,sealed,told_at',
      *rows(people) {
        let v = 0;
        const content = { what: 'Morgonhjälp', provider: 'Hemtjänsten Centrum', who: 'Sofia' };
        for (const n of eachCaredFor(people)) {
          // Two weeks of one a day, half of them to come.
          for (let on = -7; on < 7; on++) {
            v += 1;
            const id = idFor('visit', v);
            const begins = midnight + on * DAY + 7 * HOUR;
            yield line([
              ...[TENANT, id, systemId, `V${v}`, idFor('person', n), 1, someHash, 'SoL'],
              ...[on < 0 ? 'done' : 'planned', new Date(begins).toISOString()],
              ...[new Date(begins + HOUR / 2).toISOString()],
              ...[hex(sealJson(content, visitContext(TENANT, id))), told],
            ]);
          }
        }
      },
    },
    {
      name: 'care_note',
      columns: 'tenant_id,id,system_id,external_id,person_id,version,hash,law,kind,at,sealed,told_at',
      *rows(people) {
        let v = 0;
        const content = { text: 'Åt god frukost och gick en promenad.', author: { role: 'Undersköterska' } };
        for (const n of eachCaredFor(people)) {
          for (let on = 1; on <= 14; on++) {
            v += 1;
            const id = idFor('note', v);
            const when = new Date(midnight - on * DAY + 9 * HOUR).toISOString();
            yield line([
              ...[TENANT, id, systemId, `N${v}`, idFor('person', n), 1, someHash, 'SoL', 'meals', when],
              ...[hex(sealJson(content, noteContext(TENANT, id))), when],
            ]);
          }
        }
      },
    },
    {
      name: 'care_home_vacancy',
      columns: 'tenant_id,id,home_id,external_id,kind,persons,available_from,state,told_at',
      *rows() {
        for (const [h, homeId] of homeIds.entries())
          for (let n = 0; n < 5; n++)
            yield line([
              ...[TENANT, idFor('vacancy', h * 5 + n + 1), homeId, `L${n}`, 'somatic', 1, day(1)],
              ...[n === 0 ? 'free' : 'taken', told],
            ]);
      },
    },
    {
      name: 'care_home_offer',
      columns:
        'tenant_id,id,case_id,person_id,home_id,external_id,sealed,offered_at,answer_by,decided_on,state,ended_at',
      *rows(people) {
        const answerBy = new Date(midnight + 5 * DAY).toISOString();
        const content = { apartment: { floor: '2 tr', squareMetres: 34 }, text: 'Mot gården.' };
        for (const { c, person, phase } of eachCase(people)) {
          // One in four of those who were granted a place: half have said no, a few wait to answer, the rest have said yes.
          if (phase !== 'decided' || c % 5 === 0 || c % 4 !== 0) continue;
          const id = idFor('offer', c);
          const state = c % 8 === 0 ? 'declined' : c % 3 === 0 ? 'open' : 'accepted';
          yield line([
            ...[TENANT, id, idFor('case', c), idFor('person', person), homeIds[c % homeIds.length] ?? null],
            ...['E1', hex(sealJson(content, offerContext('content', TENANT, id))), at(c, 30), answerBy],
            ...[day(c), state, state === 'open' ? null : at(c, 40)],
          ]);
        }
      },
    },
  ];
}
