import { XMLParser } from 'fast-xml-parser';
import { ok, type Result, refused } from '@/lib/kernel/result';

export type SignatureFault =
  | 'not-understood'
  | 'wrong-function' // a log-in's answer where a signature was asked for, or the other way round
  | 'other-text' // not the text we asked the person to sign
  | 'other-document'
  | 'other-person';

export interface ExpectedSignature {
  function: 'Identification' | 'Signature';
  visibleText: string;
  /** null where nothing was sent */
  nonVisibleData: Uint8Array | null;
  /** 12 digits; null where anybody may answer (log-in) */
  nationalId: string | null;
}

/**
 * Whether what BankID gave back is what was asked: right function, byte for byte our text and our document, the right
 * person. BankID vouches for the signature itself over the pinned mutual TLS connection; the XML is kept as evidence
 * and can be validated in full from the archive.
 */
export function checkSignature(
  answer: { signature: string; personalNumber: string },
  expected: ExpectedSignature,
): Result<true, SignatureFault> {
  const signed = signedData(Buffer.from(answer.signature, 'base64').toString('utf8'));
  if (!signed) return refused('not-understood');
  if (signed.funcId !== expected.function) return refused('wrong-function');
  if (!sameBytes(signed.visible, Buffer.from(expected.visibleText, 'utf8'))) return refused('other-text');
  if (!sameBytes(signed.nonVisible, expected.nonVisibleData)) return refused('other-document');
  if (expected.nationalId !== null && answer.personalNumber !== expected.nationalId)
    return refused('other-person');
  return ok(true);
}

interface SignedData {
  funcId: string;
  visible: string | null;
  nonVisible: string | null;
}

function signedData(xml: string): SignedData | null {
  // A document type could define entities; BankID's signatures have none.
  if (/<!DOCTYPE/i.test(xml)) return null;
  let root: unknown;
  try {
    root = new XMLParser({
      ignoreAttributes: true,
      removeNSPrefix: true,
      parseTagValue: false,
      processEntities: false,
    }).parse(xml, true);
  } catch {
    return null;
  }
  const data = at(root, 'Signature', 'Object', 'bankIdSignedData');
  const funcId = at(data, 'clientInfo', 'funcId');
  if (typeof funcId !== 'string') return null;
  return {
    funcId,
    visible: text(at(data, 'usrVisibleData')),
    nonVisible: text(at(data, 'usrNonVisibleData')),
  };
}

/** Follows names down; two elements of the same name make an array and lead nowhere, so nothing can be smuggled in twice. */
function at(value: unknown, ...names: string[]): unknown {
  for (const name of names) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

const text = (value: unknown): string | null => (typeof value === 'string' ? value.replace(/\s/g, '') : null);

function sameBytes(base64: string | null, expected: Uint8Array | null): boolean {
  if (base64 === null || expected === null) return base64 === expected;
  return base64 === Buffer.from(expected).toString('base64');
}
