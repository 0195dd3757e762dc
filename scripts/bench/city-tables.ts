// The tables of a city, one after the other: each a list of columns and how a row is made.
import { randomBytes } from 'node:crypto';
import { officerContext } from '@/lib/cases/domain/case-seals';
import { personContext } from '@/lib/identity/domain/person-seals';
import { seal, sha256 } from '@/lib/platform/crypto';
import { at, benchToken, day, eachCase, hex, idFor, LOGGED_IN, line, type Table, TENANT } from './city-rows';

/** The tables in the order they are filled; each later part of the portal adds its own here. */
export function cityTables(serviceId: string, systemId: string): Table[] {
  // What no page of a list opens is sealed bytes of the usual size, the same for all: filling is not about them.
  const sealedText = hex(randomBytes(420));
  const snapshot = hex(randomBytes(2_400));
  const someHash = hex(randomBytes(32));
  const title = JSON.stringify({ sv: 'Särskilt boende', en: 'Care home', ar: 'دار رعاية' });
  const officer = JSON.stringify({
    name: 'Maria Holm',
    unit: 'Biståndsenheten',
    phone: '000-12 34 56',
    at: at(1),
  });
  return [
    {
      name: 'person',
      columns: 'tenant_id,id,national_id_sealed,national_id_lookup,name_sealed,language,updated_at',
      *rows(people) {
        for (let n = 1; n <= people; n++) {
          const id = idFor('person', n);
          yield line([
            TENANT,
            id,
            hex(seal(String(n).padStart(12, '0'), personContext('national-id', TENANT, id))),
            hex(sha256(`bench ${n}`)),
            hex(seal(`{"givenName":"Invånare","surname":"Nummer ${n}"}`, personContext('name', TENANT, id))),
            'sv',
            at(n),
          ]);
        }
      },
    },
    {
      name: 'auth_session',
      columns:
        'tenant_id,id,token_hash,person_id,method,level_of_assurance,issuer,device,created_at,last_seen_at,idle_expires_at,absolute_expires_at,ended_at,end_reason',
      *rows(people) {
        const later = new Date(Date.now() + 86_400_000).toISOString();
        const nowText = new Date().toISOString();
        for (let n = 1; n <= people; n++) {
          const live = n <= LOGGED_IN;
          yield line([
            TENANT,
            idFor('session', n),
            hex(sha256(benchToken(n))),
            idFor('person', n),
            'bankid',
            'http://id.elegnamnden.se/loa/1.0/loa3',
            'bankid',
            'Firefox, Windows',
            live ? nowText : at(n),
            live ? later : at(n),
            live ? later : at(n),
            live ? later : at(n),
            live ? null : at(n),
            live ? null : 'logged-out',
          ]);
        }
      },
    },
    {
      name: 'application',
      columns:
        'tenant_id,id,person_id,service_id,service_version,status,language,version,number,created_at,updated_at,submitted_at',
      *rows(people) {
        for (const { c, person } of eachCase(people)) {
          yield line([
            TENANT,
            idFor('application', c),
            idFor('person', person),
            serviceId,
            1,
            'submitted',
            'sv',
            9,
            `GRA-B-${c}`,
            at(c),
            at(c),
            at(c),
          ]);
        }
        // One in twenty has a draft.
        for (let n = 20; n <= people; n += 20) {
          const d = people * 4 + n;
          yield line([
            TENANT,
            idFor('application', d),
            idFor('person', n),
            serviceId,
            1,
            'draft',
            'sv',
            2,
            null,
            at(n),
            at(n),
            null,
          ]);
        }
      },
    },
    {
      name: 'application_answer',
      columns: 'tenant_id,application_id,page,sealed,updated_at',
      *rows(people) {
        for (const { c } of eachCase(people))
          yield line([TENANT, idFor('application', c), 'home', sealedText, at(c)]);
      },
    },
    {
      name: 'application_snapshot',
      columns: 'tenant_id,application_id,sealed,hash,language,created_at',
      *rows(people) {
        for (const { c } of eachCase(people))
          yield line([TENANT, idFor('application', c), snapshot, someHash, 'sv', at(c)]);
      },
    },
    {
      name: 'cases',
      columns:
        'tenant_id,id,person_id,application_id,service_id,number,title,phase,phase_since,system_id,external_id,officer_sealed,version,received_at,received_by_office_at,last_event_at,created_at',
      *rows(people) {
        for (const { c, person, phase } of eachCase(people)) {
          const known = phase !== 'received_by_us';
          yield line([
            TENANT,
            idFor('case', c),
            idFor('person', person),
            idFor('application', c),
            serviceId,
            `GRA-B-${c}`,
            title,
            phase,
            at(c, 24),
            known ? systemId : null,
            known ? `E${c}` : null,
            known ? hex(seal(officer, officerContext(TENANT, idFor('case', c)))) : null,
            3,
            at(c),
            known ? at(c, 1) : null,
            at(c, 30),
            at(c),
          ]);
        }
      },
    },
    {
      name: 'case_event',
      columns: 'tenant_id,id,case_id,kind,occurred_at',
      *rows(people) {
        let e = 0;
        const kinds = ['received-by-us', 'received-by-office', 'officer-named', 'looked-into'];
        for (const { c } of eachCase(people)) {
          for (const [k, kind] of kinds.entries()) {
            e += 1;
            yield line([TENANT, idFor('event', e), idFor('case', c), kind, at(c, k * 10)]);
          }
        }
      },
    },
    {
      name: 'supplement',
      columns: 'tenant_id,id,case_id,external_id,request_sealed,first_due_on,due_on,status,asked_at',
      *rows(people) {
        for (const { c, phase } of eachCase(people)) {
          if (phase === 'waiting_for_you') {
            yield line([
              TENANT,
              idFor('supplement', c),
              idFor('case', c),
              'S1',
              sealedText,
              day(c + 200),
              day(c + 200),
              'asked',
              at(c, 20),
            ]);
          }
        }
      },
    },
    {
      name: 'decision',
      columns:
        'tenant_id,id,case_id,external_id,outcome,decided_on,sealed,arrived_at,opened_at,appeal_last_on',
      *rows(people) {
        for (const { c, phase } of eachCase(people)) {
          if (phase !== 'decided' && phase !== 'closed') continue;
          const opened = c % 3 !== 0;
          yield line([
            TENANT,
            idFor('decision', c),
            idFor('case', c),
            'B1',
            c % 5 === 0 ? 'rejected' : 'granted',
            day(c),
            sealedText,
            at(c, 28),
            opened ? at(c, 29) : null,
            opened ? day(c + 22) : null,
          ]);
        }
      },
    },
    {
      name: 'domain_event',
      columns: 'tenant_id,id,type,payload,at',
      *rows(people) {
        for (const { c } of eachCase(people)) {
          yield line([
            TENANT,
            idFor('domain', c),
            'applications.submitted',
            `{"caseId":"${idFor('case', c)}"}`,
            at(c),
          ]);
        }
      },
    },
    {
      name: 'delivery',
      columns: 'tenant_id,id,system_id,case_id,order_id,kind,ref_id,state,attempts,created_at,received_at',
      *rows(people) {
        for (const { c, phase } of eachCase(people)) {
          const received = phase !== 'received_by_us';
          yield line([
            TENANT,
            idFor('delivery', c),
            systemId,
            idFor('case', c),
            idFor('case', c),
            'application',
            idFor('application', c),
            received ? 'received' : 'waiting',
            1,
            at(c),
            received ? at(c, 1) : null,
          ]);
        }
      },
    },
    {
      name: 'audit_entry',
      columns:
        'tenant_id,id,at,actor_kind,actor_label,action,outcome,subject_person_id,object_type,object_id',
      *rows(people) {
        let a = 0;
        for (const { c, person } of eachCase(people)) {
          for (const action of [
            'applications.submit-application',
            'back-office.get-delivery',
            'cases.record-phase',
          ]) {
            a += 1;
            yield line([
              TENANT,
              idFor('audit', a),
              at(c, a % 40),
              'system',
              'Maria Holm',
              action,
              'allowed',
              idFor('person', person),
              'case',
              idFor('case', c),
            ]);
          }
        }
      },
    },
    {
      name: 'notice_delivery',
      columns: 'tenant_id,id,recipient_id,channel,state,due_at,attempts,created_at,ended_at',
      *rows(people) {
        for (const { c, person } of eachCase(people)) {
          yield line([
            TENANT,
            idFor('notice-delivery', c),
            idFor('person', person),
            'email',
            'sent',
            at(c),
            1,
            at(c),
            at(c),
          ]);
        }
      },
    },
    {
      name: 'notice',
      columns: 'tenant_id,id,recipient_id,concerns_id,kind,channel,event_id,delivery_id,state,created_at',
      *rows(people) {
        for (const { c, person } of eachCase(people)) {
          yield line([
            TENANT,
            idFor('notice', c),
            idFor('person', person),
            idFor('person', person),
            'decision',
            'email',
            idFor('domain', c),
            idFor('notice-delivery', c),
            'sent',
            at(c),
          ]);
        }
      },
    },
  ];
}
