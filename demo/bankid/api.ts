import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { TLSSocket } from 'node:tls';
import type { z } from 'zod';
import type { BankIdCertificates } from '@/demo/bankid/certificates';
import { BankIdError, errorStatus } from '@/demo/bankid/errors';
import type { BankIdFaults } from '@/demo/bankid/faults';
import type { Order } from '@/demo/bankid/order';
import type { BankIdOrders } from '@/demo/bankid/orders';
import {
  authRequest,
  orderRefRequest,
  phoneAuthRequest,
  phoneSignRequest,
  signRequest,
} from '@/demo/bankid/requests';
import { BadRequest, listen, type Running, readBody } from '@/demo/web/http';

const BASE = '/rp/v6.0/';

type Endpoint = (body: unknown, askedBy: string) => object;

export interface BankIdApiOptions {
  port: number;
  host: string;
  certificates: BankIdCertificates;
  orders: BankIdOrders;
  faults: BankIdFaults;
}

/** The relying-party API. Who has no certificate from the simulated BankID's root never gets past the handshake. */
export async function startBankIdApi(options: BankIdApiOptions): Promise<Running> {
  const { certificates } = options;
  const endpoints = endpointsOf(options.orders);
  const server = createServer(
    {
      ca: await readFile(certificates.caFile),
      cert: await readFile(certificates.serverCertificateFile),
      key: await readFile(certificates.serverKeyFile),
      requestCert: true,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
    },
    (req, res) => void serve(req, res, endpoints, options.faults),
  );
  return listen(server, options.port, options.host, 'the simulated BankID');
}

function endpointsOf(orders: BankIdOrders): ReadonlyMap<string, Endpoint> {
  return new Map<string, Endpoint>([
    [
      'auth',
      (body, askedBy) =>
        startTokens(orders.create('auth', { channel: 'screen', body: parse(authRequest, body) }, askedBy)),
    ],
    [
      'sign',
      (body, askedBy) =>
        startTokens(orders.create('sign', { channel: 'screen', body: parse(signRequest, body) }, askedBy)),
    ],
    [
      'phone/auth',
      (body, askedBy) =>
        onlyRef(orders.create('auth', { channel: 'call', body: parse(phoneAuthRequest, body) }, askedBy)),
    ],
    [
      'phone/sign',
      (body, askedBy) =>
        onlyRef(orders.create('sign', { channel: 'call', body: parse(phoneSignRequest, body) }, askedBy)),
    ],
    ['collect', (body) => orders.collect(parse(orderRefRequest, body).orderRef)],
    [
      'cancel',
      (body) => {
        orders.cancel(parse(orderRefRequest, body).orderRef);
        return {};
      },
    ],
  ]);
}

async function serve(
  req: IncomingMessage,
  res: ServerResponse,
  endpoints: ReadonlyMap<string, Endpoint>,
  faults: BankIdFaults,
): Promise<void> {
  try {
    const name = endpointName(req.url ?? '');
    const endpoint = endpoints.get(name);
    if (!endpoint) throw new BankIdError('notFound', 'No such resource');
    if (req.method !== 'POST') throw new BankIdError('methodNotAllowed', 'Only POST', { Allow: 'POST' });
    if ((req.headers['content-type'] ?? '').toLowerCase() !== 'application/json') {
      throw new BankIdError('unsupportedMediaType', 'Content-Type must be application/json');
    }
    if (faults.strike(name) === 'disconnect') {
      req.socket.destroy();
      return;
    }
    answer(res, 200, endpoint(await readJson(req), nameInCertificate(req)));
  } catch (error) {
    const failure = error instanceof BankIdError ? error : unexpected(error);
    const { errorCode, details, headers } = failure;
    answer(res, errorStatus[errorCode], { errorCode, details }, headers);
  }
}

function endpointName(url: string): string {
  const path = url.split('?')[0] ?? '';
  return path.startsWith(BASE) ? path.slice(BASE.length) : '';
}

async function readJson(req: IncomingMessage): Promise<unknown> {
  try {
    return JSON.parse(await readBody(req));
  } catch (error) {
    const details = error instanceof BadRequest ? error.message : 'The body is not JSON';
    throw new BankIdError('invalidParameters', details);
  }
}

function parse<Schema extends z.ZodType>(schema: Schema, body: unknown): z.infer<Schema> {
  const result = schema.safeParse(body);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new BankIdError('invalidParameters', `Invalid ${issue?.path.join('.') || 'body'}: ${issue?.message}`);
}

function nameInCertificate(req: IncomingMessage): string {
  return String((req.socket as TLSSocket).getPeerCertificate().subject.CN);
}

function startTokens({ orderRef, autoStartToken, qrStartToken, qrStartSecret }: Order): object {
  return { orderRef, autoStartToken, qrStartToken, qrStartSecret };
}

function onlyRef({ orderRef }: Order): object {
  return { orderRef };
}

function unexpected(error: unknown): BankIdError {
  console.error(error);
  return new BankIdError('internalError', 'Internal error');
}

function answer(
  res: ServerResponse,
  status: number,
  body: object,
  headers: Record<string, string> = {},
): void {
  res.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers });
  res.end(JSON.stringify(body));
}
