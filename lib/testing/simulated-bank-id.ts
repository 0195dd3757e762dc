import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBankIdApi } from '@/demo/bankid/api';
import { ensureBankIdCertificates, userKeyIssuer } from '@/demo/bankid/certificates';
import { BankIdFaults } from '@/demo/bankid/faults';
import { BankIdOrders } from '@/demo/bankid/orders';
import { PLACEHOLDER_OCSP, signOrder } from '@/demo/bankid/signature';
import { demoPeople } from '@/demo/people';
import { type BankIdClient, type BankIdConnection, bankIdClient } from '@/lib/identity/bankid/client';

export type SimulatedOrder = ReturnType<BankIdOrders['pending']>[number];

export interface SimulatedBankId {
  client: BankIdClient;
  /** to make other clients: with another certificate, or another root */
  connection: BankIdConnection;
  foreignPfx: Buffer;
  orders: BankIdOrders;
  faults: BankIdFaults;
  /** the newest order still under way */
  newest(): SimulatedOrder;
  /** a clock that both sides go by; tests move it instead of waiting */
  now(): Date;
  pass(ms: number): void;
  close(): Promise<void>;
}

/** BankID as the demo world has it, over real mutual TLS, on a clock that the test moves. Making its keys takes seconds. */
export async function startSimulatedBankId(): Promise<SimulatedBankId> {
  const dir = await mkdtemp(join(tmpdir(), 'bankid-'));
  const certificates = await ensureBankIdCertificates(join(dir, 'bankid'));
  const keyOf = await userKeyIssuer(certificates, Date.now);
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead);
  const orders = new BankIdOrders({
    now: () => now().getTime(),
    sign: (order) => ({ signature: signOrder(order, keyOf(order.person)), ocspResponse: PLACEHOLDER_OCSP }),
  });
  const faults = new BankIdFaults();
  const api = await startBankIdApi({ port: 0, host: '127.0.0.1', certificates, orders, faults });
  const connection: BankIdConnection = {
    baseUrl: `https://127.0.0.1:${api.port}/rp/v6.0/`,
    pfx: readFileSync(certificates.pfxFile),
    passphrase: certificates.passphrase,
    ca: readFileSync(certificates.caFile),
  };
  const client = bankIdClient(connection);
  return {
    client,
    connection,
    foreignPfx: readFileSync(certificates.foreignPfxFile),
    orders,
    faults,
    newest: () => {
      const [order] = orders.pending();
      if (!order) throw new Error('No order is under way');
      return order;
    },
    now,
    pass: (ms) => {
      ahead += ms;
    },
    close: async () => {
      client.close();
      await api.close();
      await rm(dir, { recursive: true });
    },
  };
}

/** A demo person by given name. */
export function demoPerson(givenName: string) {
  const person = demoPeople.find((one) => one.givenName === givenName);
  if (!person) throw new Error(`There is no demo person called ${givenName}`);
  return person;
}
