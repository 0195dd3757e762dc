import { z } from 'zod';
import { cleanLine } from '@/lib/kernel/plain-text';
import { ok, type Result, refused } from '@/lib/kernel/result';
import type { StaffRules } from '@/lib/tenants/domain/tenant-profile';

export const staffScopes = ['openid', 'profile'] as const;

/** A log-in older than this was not made for us. */
const FRESH_FOR = 5 * 60;

export type StaffFault = 'not-understood' | 'not-fresh' | 'no-role';
export type StaffRole = keyof StaffRules['roles'];

const claimsSchema = z.looseObject({
  iss: z.url(),
  sub: z.string().min(1).max(255),
  auth_time: z.int(),
  name: z.string().trim().min(1).max(200),
});

export interface StaffIdentity {
  issuer: string;
  subject: string;
  name: string;
  role: StaffRole;
}

/**
 * What the municipality's own provider says of somebody, or why it isn't enough. Signature, audience, nonce and times
 * are checked before; the provider is asked for a log-in of its own each time. Whoever has no role has no business here,
 * whatever else they are in the municipality.
 */
export function readStaffClaims(
  claims: unknown,
  { roleClaim, roles }: StaffRules,
  now: Date,
): Result<StaffIdentity, StaffFault> {
  const parsed = claimsSchema.safeParse(claims);
  if (!parsed.success) return refused('not-understood');
  const { iss, sub, auth_time, name } = parsed.data;
  const age = now.getTime() / 1000 - auth_time;
  if (age > FRESH_FOR || age < -60) return refused('not-fresh');
  const values = [parsed.data[roleClaim]].flat();
  if (!roles.admin.some((value) => values.includes(value))) return refused('no-role');
  return ok({ issuer: iss, subject: sub, name: cleanLine(name), role: 'admin' });
}
