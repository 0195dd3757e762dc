import { expect, it } from 'vitest';
import type { Field } from '@/lib/catalogue/domain/form-shape';
import { factsToLookUp, type Known } from './prefill';

const asked = (prefill: 'contact-phone' | 'register-address'): Field<string> =>
  prefill === 'contact-phone'
    ? { id: 'phone', kind: 'phone', label: 'phone', required: true, prefill }
    : { id: 'home', kind: 'address', label: 'home', required: true, prefill };
const fields = [asked('contact-phone'), asked('register-address')];
const at = '2026-11-24T12:00:00.000Z';
const minutesLater = (minutes: number) => new Date(Date.parse(at) + minutes * 60_000);
const address = { street: 'Kvarngatan 22 A', postalCode: '000 15', city: 'Granvik' };

const nothing: Known = { facts: { phone: { at, value: null }, address: { at, value: null } }, seen: {} };
const all: Known = {
  facts: { phone: { at, value: '070-174 06 05' }, address: { at, value: address } },
  seen: {},
};

it('looks for a contact way that wasn’t there each time; the register is asked again after an hour', () => {
  expect(factsToLookUp(fields, {}, nothing, minutesLater(5))).toEqual(['phone']);
  expect(factsToLookUp(fields, {}, nothing, minutesLater(61))).toEqual(['phone', 'address']);
});

it('asks nothing that is known, answered or seen', () => {
  expect(factsToLookUp(fields, {}, all, minutesLater(5))).toEqual([]);
  expect(factsToLookUp(fields, { phone: '070-174 06 06' }, nothing, minutesLater(5))).toEqual([]);
  const seen = {
    phone: { source: 'contact-phone', on: '2026-11-24', value: '' },
  } as unknown as Known['seen'];
  expect(factsToLookUp(fields, {}, { ...nothing, seen }, minutesLater(5))).toEqual([]);
});
