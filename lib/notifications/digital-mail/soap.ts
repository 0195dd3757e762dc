import 'server-only';
import type { Agent } from 'node:https';
import { XMLParser } from 'fast-xml-parser';
import type { z } from 'zod';
import { postOverTls } from '@/lib/platform/tls-post';

const TIMEOUT_MS = 8_000;
const MAX_ANSWER_BYTES = 200_000;

/** Why an upstream gave no answer that we understand. `code` stands on the message's row. */
export class NoAnswer extends Error {
  constructor(readonly code: `digital-mail-${'unreachable' | 'fault' | 'not-understood' | 'not-delivered'}`) {
    super(`Digital mail: ${code}`);
    this.name = 'NoAnswer';
  }
}

// The names of elements are told apart by what they stand in; prefixes are each server's own.
const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: (name) => name === 'return' || name === 'Status',
});

/**
 * One operation of a SOAP 1.1 service over mutual TLS. Gives what stands in the answer's body, without namespaces,
 * checked by a schema.
 * @throws NoAnswer
 */
export async function callSoap<T>(schema: z.ZodType<T>, agent: Agent, url: string, body: string): Promise<T> {
  const answer = await postOverTls(agent, new URL(url), {
    body: inEnvelope(body),
    headers: { 'content-type': 'text/xml;charset=UTF-8', soapaction: '""' },
    timeoutMs: TIMEOUT_MS,
    maxBytes: MAX_ANSWER_BYTES,
  }).catch(() => {
    throw new NoAnswer('digital-mail-unreachable');
  });
  if (answer.status !== 200) throw new NoAnswer('digital-mail-fault');
  // A document type could define entities; these services have none.
  if (/<!DOCTYPE/i.test(answer.text)) throw new NoAnswer('digital-mail-not-understood');
  try {
    const parsed = parser.parse(answer.text, true) as { Envelope?: { Body?: unknown } };
    return schema.parse(parsed.Envelope?.Body);
  } catch {
    throw new NoAnswer('digital-mail-not-understood');
  }
}

/** Without prefixes, so that nothing of the envelope belongs to what is signed inside it. */
const inEnvelope = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Envelope xmlns="http://schemas.xmlsoap.org/soap/envelope/"><Body>${body}</Body></Envelope>`;
