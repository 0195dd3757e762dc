import { lookup } from 'node:dns';
import { Agent, fetch } from 'undici';
import { z } from 'zod';
import { bookingSchema } from './booking-message';
import { signRequest } from './credentials';
import { offerAnswerSchema } from './offer-answer';
import type { PortalAccess } from './settings';
import { withdrawalSchema } from './withdrawals';

/*
 * All this system knows of Mina sidor: its public API. It reads only what it needs and lets the rest pass by, so that
 * the portal may tell more tomorrow.
 */

const file = z.object({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  size: z.number(),
  field: z.string().optional(),
  state: z.string(),
});

const question = z.object({
  question: z.string(),
  text: z.string().optional(),
  answer: z.array(z.string()).optional(),
  answerLanguage: z.string().optional(),
});

const pages = z.array(
  z.object({
    slug: z.string(),
    title: z.string(),
    groups: z.array(z.object({ title: z.string().optional(), questions: z.array(question) })),
  }),
);

const application = z.object({
  number: z.string(),
  submittedAt: z.string(),
  signatures: z.array(
    z.object({
      role: z.string(),
      title: z.string().optional(),
      personalNumber: z.string(),
      name: z.string().optional(),
      signedAt: z.string(),
    }),
  ),
  language: z.string(),
  service: z.object({ slug: z.string(), title: z.string(), applicationType: z.string() }),
  applicant: z.object({
    personalNumber: z.string(),
    givenName: z.string(),
    surname: z.string(),
    protectedIdentity: z.boolean(),
    language: z.string(),
    email: z.string().optional(),
    phone: z.string().optional(),
  }),
  pages,
  translation: z.object({ title: z.string(), roles: z.record(z.string(), z.string()), pages }).optional(),
  files: z.array(file),
});

const appeal = z.object({
  id: z.uuid(),
  number: z.string(),
  decision: z.string(),
  sentAt: z.string(),
  lastOn: z.string().optional(),
  isLate: z.boolean(),
  appellant: z.object({
    name: z.string(),
    address: z.string().optional(),
    phone: z.string().optional(),
    email: z.string().optional(),
  }),
  change: z.string(),
  reasons: z.string(),
  evidence: z.string().optional(),
  files: z.array(file),
});

const delivery = z.object({
  id: z.uuid(),
  case: z.object({ id: z.uuid(), number: z.string() }).optional(),
  application: application.optional(),
  supplement: z
    .object({
      externalId: z.string(),
      part: z.number(),
      isLast: z.boolean(),
      answeredAt: z.string(),
      items: z.array(z.object({ id: z.string(), text: z.string() })),
      files: z.array(file),
      request: z
        .object({ text: z.string(), items: z.array(z.object({ id: z.string(), text: z.string() })) })
        .optional(),
    })
    .optional(),
  comment: z
    .object({
      externalId: z.string(),
      number: z.number(),
      kind: z.enum(['comment', 'nothing-to-add']),
      sentAt: z.string(),
      text: z.string(),
      files: z.array(file),
    })
    .optional(),
  moreTime: z
    .object({
      id: z.uuid(),
      about: z.enum(['supplement-request', 'comment-round']),
      externalId: z.string(),
      sentAt: z.string(),
      wishedOn: z.string(),
      reason: z.string(),
    })
    .optional(),
  offerAnswer: offerAnswerSchema.optional(),
  booking: bookingSchema.optional(),
  delayRequest: z
    .object({ requestedOn: z.string(), answerBy: z.string(), reasons: z.string().optional() })
    .optional(),
  withdrawal: withdrawalSchema.optional(),
  file: file.optional(),
  appeal: appeal.optional(),
  message: z
    .object({
      id: z.uuid(),
      threadId: z.uuid(),
      subject: z.string().optional(),
      text: z.string(),
      sentAt: z.string(),
      addressee: z.object({ name: z.string().optional(), unit: z.string().optional() }).optional(),
      service: z.string().optional(),
      files: z.array(file),
    })
    .optional(),
  sender: z.object({ givenName: z.string(), surname: z.string() }).optional(),
});

const waitingPage = z.object({ items: z.array(z.object({ id: z.uuid() })), total: z.number() });

const caseState = z.object({
  phase: z.string(),
  supplements: z.array(
    z.object({ externalId: z.string(), status: z.string(), answeredAt: z.string().optional() }),
  ),
  commentRounds: z.array(
    z.object({ externalId: z.string(), status: z.string(), openedAt: z.string().optional() }),
  ),
  decisions: z.array(z.object({ externalId: z.string(), openedAt: z.string().optional() })),
});

const threadState = z.object({
  messages: z.array(
    z.object({ author: z.enum(['resident', 'office']), sentAt: z.string(), readAt: z.string().optional() }),
  ),
});

export type ThreadState = z.infer<typeof threadState>;
export type Application = z.infer<typeof application>;
export type Appeal = z.infer<typeof appeal>;
export type Delivery = z.infer<typeof delivery>;
export type FileFacts = z.infer<typeof file>;
export type CaseState = z.infer<typeof caseState>;

export interface OfficerName {
  name: string;
  unit: string;
}

/** The portal refused: another try will not help. Anything else that goes wrong may pass. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
  ) {
    super(`${status} ${reason}`);
  }
}

// Not every system resolves *.localhost by name; browsers do.
const agent = new Agent({
  connect: {
    timeout: 3_000,
    lookup: (hostname, options, callback) => {
      if (!hostname.endsWith('.localhost')) return lookup(hostname, options, callback as never);
      return options.all
        ? (callback as never as (e: null, a: object[]) => void)(null, [{ address: '127.0.0.1', family: 4 }])
        : callback(null, '127.0.0.1' as never, 4);
    },
  },
});

const TIMEOUT_MS = 20_000;
const PER_PAGE = 50;

/** A client of one municipality's portal. */
export class Portal {
  private token: { value: string; goodUntil: number } | undefined;
  /** when the portal last answered as it should, for people to see */
  lastContact: Date | undefined;

  constructor(readonly access: PortalAccess) {}

  /** Ids of what waits, oldest first. */
  async listWaiting(): Promise<string[]> {
    const ids: string[] = [];
    for (let page = 1; ; page++) {
      const found = waitingPage.parse(
        await this.json('GET', `/deliveries?state=waiting&limit=${PER_PAGE}&page=${page}`),
      );
      ids.push(...found.items.map(({ id }) => id));
      if (found.items.length < PER_PAGE) return ids;
    }
  }

  async getDelivery(id: string): Promise<Delivery> {
    return delivery.parse(await this.json('GET', `/deliveries/${id}`));
  }

  async getFile(id: string): Promise<Buffer> {
    const response = await this.call('GET', `/files/${id}`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** The appeal as she has it herself, with the day it came in. */
  async getAppealReceipt(id: string): Promise<Buffer> {
    const response = await this.call('GET', `/appeals/${id}/receipt`);
    return Buffer.from(await response.arrayBuffer());
  }

  /** Asked when an officer looks: the resident sees who. */
  async getCase(id: string, officer: OfficerName): Promise<CaseState> {
    return caseState.parse(await this.json('GET', `/cases/${id}`, undefined, officer));
  }

  async getThread(id: string, officer: OfficerName): Promise<ThreadState> {
    return threadState.parse(await this.json('GET', `/message-threads/${id}`, undefined, officer));
  }

  /** What the API calls its operations. */
  getContract(): Promise<unknown> {
    return this.json('GET', '/openapi.json');
  }

  async send(method: string, path: string, body: unknown, key: string, officer?: OfficerName): Promise<void> {
    await this.json(method, path, body, officer, key);
  }

  private async json(method: string, path: string, body?: unknown, officer?: OfficerName, key?: string) {
    return (await this.call(method, path, body, officer, key)).json();
  }

  private async call(method: string, path: string, body?: unknown, officer?: OfficerName, key?: string) {
    for (const isLastTry of [false, true]) {
      const response = await fetch(`${this.access.api}${path}`, {
        method,
        dispatcher: agent,
        signal: AbortSignal.timeout(TIMEOUT_MS),
        headers: {
          authorization: `Bearer ${await this.getToken()}`,
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(key && { 'idempotency-key': key }),
          ...(officer && {
            'x-officer': `${encodeURIComponent(officer.name)}; unit=${encodeURIComponent(officer.unit)}`,
          }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (response.ok) {
        this.lastContact = new Date();
        return response;
      }
      const text = await response.text();
      if (response.status === 401 && !isLastTry) {
        this.token = undefined;
        continue;
      }
      if (response.status >= 500 || response.status === 429 || response.status === 401) {
        throw new Error(`the portal answered ${response.status}`);
      }
      throw new Refused(response.status, reasonIn(text));
    }
    throw new Error('unreachable');
  }

  private async getToken(): Promise<string> {
    if (this.token && this.token.goodUntil > Date.now()) return this.token.value;
    const { credentials } = this.access;
    const address = `${this.access.api}/token`;
    const response = await fetch(address, {
      method: 'POST',
      dispatcher: agent,
      signal: AbortSignal.timeout(TIMEOUT_MS),
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await signRequest(credentials, address),
      }),
    });
    if (!response.ok) throw new Error(`no token: the portal answered ${response.status}`);
    const { access_token, expires_in } = (await response.json()) as {
      access_token: string;
      expires_in: number;
    };
    // A minute before it ends, so that no call is under way when it does.
    this.token = { value: access_token, goodUntil: Date.now() + (expires_in - 60) * 1000 };
    return access_token;
  }
}

function reasonIn(text: string): string {
  try {
    const { title, code, errors } = JSON.parse(text) as { title?: string; code?: string; errors?: object };
    return [code ?? title, errors && JSON.stringify(errors)].filter(Boolean).join(' ');
  } catch {
    return 'no problem answer';
  }
}
