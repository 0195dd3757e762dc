import { expect } from 'vitest';
import type { Posted } from '@/lib/appointments/domain/posted';
import { getKeptType, getTypeChoices } from '@/lib/appointments/queries/get-kept-type';
import { wallInstant } from '@/lib/kernel/wall-time';
import type { AdminActor } from '@/lib/platform/actor';
import { someDay } from './appointments-world';
import { createSystem } from './back-office-world';
import { anAdmin } from './builders';
import { asOwner } from './test-database';

/* What tests of what the municipality keeps itself build on: its forms, filled in, and what is written of them. */

const tenantId = 'granvik';
export const admin = anAdmin(tenantId);
/** Of another municipality. */
export const elsewhere: AdminActor = { ...admin, tenantId: 'ekhamn' };
/** An hour of a day. */
export const at = (hour: number, day = someDay) => new Date(wallInstant(day, hour * 60));
export const stale = { code: 'Conflict', reason: 'meetings:stale' };

/** What was done to it, or refused, in order, by the administrator. */
export const audited = (id: string) =>
  asOwner(async (client) => {
    const { rows } = await client.query<{
      tenantId: string;
      staffId: string;
      outcome: string;
      reason: string;
    }>(
      `select tenant_id as "tenantId", actor_staff_id as "staffId", outcome, reason from audit_entry
        where object_id = $1 and action like 'appointments.put-%' order by id`,
      [id],
    );
    return rows.map(({ staffId, outcome, reason }) => {
      expect(staffId).toBe(admin.staffId);
      return reason ? `${outcome}: ${reason}` : outcome;
    });
  });

export const row = (table: string, id: string) =>
  asOwner(async (client) => (await client.query(`select * from ${table} where id = $1`, [id])).rows[0]);

/** The form of a new type, filled in. */
export const asType = (more: Posted = {}): Posted => ({
  version: '',
  'name-sv': 'Hälsosamtal',
  'name-en': 'Health talk',
  'about-sv': 'Vi pratar om hur du mår.',
  audience: 'open',
  ways: ['visit', 'phone'],
  minutes: '60',
  stepMinutes: '60',
  beforeMinutes: '0',
  afterMinutes: '0',
  travelMinutes: '0',
  seats: '1',
  noticeMinutes: '60',
  aheadDays: '60',
  changeMinutes: '60',
  most: '3',
  holdMinutes: '5',
  earlierMinutes: '120',
  remindMinutes: ['2880'],
  isOpen: 'yes',
  ...more,
});

/** The form of a type that is there, as its page fills it in. */
export async function formOf(typeId: string, more: Posted = {}): Promise<Posted> {
  const { type } = await getKeptType(admin, typeId);
  const numbers = [
    'minutes',
    'stepMinutes',
    'beforeMinutes',
    'afterMinutes',
    'travelMinutes',
    'seats',
  ] as const;
  const limits = [
    'noticeMinutes',
    'aheadDays',
    'changeMinutes',
    'most',
    'holdMinutes',
    'earlierMinutes',
  ] as const;
  return {
    ...Object.fromEntries([...numbers, ...limits].map((name) => [name, String(type[name])])),
    version: String(type.version),
    ...Object.fromEntries(
      (['name', 'about', 'prepare'] as const).flatMap((field) =>
        Object.entries(type[field]).map(([lang, text]) => [`${field}-${lang}`, text ?? '']),
      ),
    ),
    audience: type.audience,
    serviceId: type.serviceId ?? '',
    receiverSystemId: type.receiverSystemId ?? '',
    ways: type.ways,
    remindMinutes: type.remindMinutes.map(String),
    officers: type.officerIds,
    ...(type.isOpen && { isOpen: 'yes' }),
    ...(type.needsRoom && { needsRoom: 'yes' }),
    ...more,
  };
}

/** One that the municipality is joined to, as its pages name it. */
export async function aSystem(): Promise<{ id: string; name: string }> {
  const { id: systemId } = await createSystem(tenantId);
  const found = (await getTypeChoices(admin)).receivers.find(({ id }) => id === systemId);
  if (!found) throw new Error('The system is not there to choose');
  return found;
}

/** The form of a new place, filled in. */
export const asPlace = (more: Posted = {}): Posted => ({
  version: '',
  name: 'Medborgarhuset',
  address: 'Torget 1, Granvik',
  'directions-sv': 'Gå in från torget.',
  isStepFree: 'yes',
  isOpen: 'yes',
  ...more,
});
