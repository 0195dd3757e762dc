import 'server-only';
import { headers } from 'next/headers';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { addressIn } from './client-address';
import { LOOK_HEADER, REFERENCE_HEADER } from './request-headers';
import { type RequestPlace, readPlace } from './request-place';

export interface RequestFacts extends RequestPlace {
  /** under what a fault of this request stands in the log; empty in development */
  reference: string;
  /** the browser's address as the nearest trusted hop saw it */
  ip: string;
  userAgent: string;
}

/** A request that did not pass proxy.ts is none of ours, and finds nothing. Found out once for a page and all its parts. */
export const requestFacts = cache(async (): Promise<RequestFacts> => {
  const all = await headers();
  const place = readPlace(all) ?? notFound();
  return {
    ...place,
    reference: all.get(REFERENCE_HEADER) ?? '',
    ip: addressIn(all),
    userAgent: all.get('user-agent') ?? '',
  };
});

/** The same, for a route below [tenant]/[lang]: it is there only where proxy.ts leads to, not for "/api/en/log-in". */
export async function factsOfRoute(params: Promise<{ tenant: string; lang: string }>): Promise<RequestFacts> {
  const [{ tenant, lang }, facts] = await Promise.all([params, requestFacts()]);
  return tenant === facts.tenantId && lang === facts.lang ? facts : notFound();
}

/** A page that is open asks for itself anew; nobody need sit in front of it. */
export const isLook = async (): Promise<boolean> => (await headers()).has(LOOK_HEADER);
