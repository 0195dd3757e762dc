import { XMLParser } from 'fast-xml-parser';
import { BadRequest } from '@/demo/web/http';

/** The namespaces of the infrastructure's contracts, version 3. */
export const ns = {
  envelope: 'http://schemas.xmlsoap.org/soap/envelope/',
  recipient: 'http://minameddelanden.gov.se/schema/Recipient',
  recipientV3: 'http://minameddelanden.gov.se/schema/Recipient/v3',
  service: 'http://minameddelanden.gov.se/schema/Service',
  serviceV3: 'http://minameddelanden.gov.se/schema/Service/v3',
  messageV3: 'http://minameddelanden.gov.se/schema/Message/v3',
  commonV3: 'http://minameddelanden.gov.se/schema/Common/v3',
} as const;

type Node = { [name: string]: unknown };

const parser = new XMLParser({
  ignoreAttributes: true,
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: (name) => name === 'recipientId' || name === 'Message',
});

/** The content of the SOAP body, by element names without prefixes. */
export function bodyOf(text: string): Node {
  if (/<!DOCTYPE/i.test(text)) throw new BadRequest('No document types');
  let root: unknown;
  try {
    root = parser.parse(text, true);
  } catch {
    throw new BadRequest('Not XML');
  }
  const body = at(root, 'Envelope', 'Body');
  if (typeof body !== 'object' || body === null) throw new BadRequest('No SOAP body');
  return body as Node;
}

export function at(node: unknown, ...path: string[]): unknown {
  let found = node;
  for (const name of path) {
    const here: unknown = Array.isArray(found) ? found[0] : found;
    if (typeof here !== 'object' || here === null) return undefined;
    found = (here as Node)[name];
  }
  return found;
}

export const text = (node: unknown, ...path: string[]): string => {
  const found = at(node, ...path);
  return typeof found === 'string' ? found : '';
};

/** In the manner of the real ones: a prefix for each namespace, declared on the envelope. */
export const envelope = (body: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?><S:Envelope xmlns:S="${ns.envelope}" xmlns:r="${ns.recipient}" xmlns:r3="${ns.recipientV3}" xmlns:s="${ns.service}" xmlns:s3="${ns.serviceV3}" xmlns:c3="${ns.commonV3}"><S:Body>${body}</S:Body></S:Envelope>`;

export const escaped = (value: string): string =>
  value.replace(/[&<>]/g, (sign) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[sign] ?? '');
