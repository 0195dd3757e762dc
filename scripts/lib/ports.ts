import { connect, createServer } from 'node:net';
import { PlainError } from './progress';

/** One number decides them all: the portal's port, and the eight after it. */
export interface Ports {
  portal: number;
  bankId: number;
  /** the demo world's own pages: phones, hub, inbox */
  demo: number;
  broker: number;
  backOffice: number;
  register: number;
  smtp: number;
  postgres: number;
  digitalMail: number;
}

const PURPOSES: Record<keyof Ports, string> = {
  portal: 'the portal itself',
  bankId: 'the simulated BankID',
  demo: "the demo world's pages",
  broker: 'the demo e-ID broker',
  backOffice: 'the reference back office',
  register: 'the demo population register',
  smtp: 'the demo mail server',
  postgres: 'the embedded PostgreSQL',
  digitalMail: 'the demo digital mail',
};

const names = Object.keys(PURPOSES) as (keyof Ports)[];

export function portsFrom(portal: number): Ports {
  if (!Number.isInteger(portal) || portal < 1024 || portal + names.length > 65536) {
    throw new PlainError(`PORT must be a whole number from 1024 to ${65536 - names.length}.`);
  }
  return Object.fromEntries(names.map((name, index) => [name, portal + index])) as unknown as Ports;
}

/** Says which port is taken and what to do about it. An earlier run that is just ending gets a moment to let go. */
export async function requireFreePorts(ports: Ports, needed: readonly (keyof Ports)[]): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const taken = await takenAmong(ports, needed);
    if (taken.length === 0) return;
    if (attempt === 10) throw new PlainError(await remedy(ports, taken));
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
}

/** The first port from `from` on at which everything fits. */
export async function findFreePorts(from: number): Promise<Ports> {
  for (let base = from; base < 65000; base += 10) {
    const ports = portsFrom(base);
    if ((await takenAmong(ports, names)).length === 0) return ports;
  }
  throw new PlainError(`No nine free ports in a row were found above ${from}.`);
}

async function takenAmong(ports: Ports, needed: readonly (keyof Ports)[]): Promise<(keyof Ports)[]> {
  const answers = await Promise.all(
    needed.map(async (name) => ({ name, isFree: await isFree(ports[name]) })),
  );
  return answers.filter((answer) => !answer.isFree).map((answer) => answer.name);
}

async function remedy(ports: Ports, taken: readonly (keyof Ports)[]): Promise<string> {
  const lines = taken.map((name) => {
    const offset = ports[name] - ports.portal;
    return `  Port ${ports[name]}${offset > 0 ? ` (PORT + ${offset})` : ''} is taken; it is for ${PURPOSES[name]}.`;
  });
  const other = await findFreePorts(ports.portal + 100);
  return [
    ...lines,
    `  Stop what uses ${taken.length > 1 ? 'them' : 'it'}, or start on other ports: PORT=${other.portal} npm start`,
  ].join('\n');
}

async function isFree(port: number): Promise<boolean> {
  // Asked in two ways: somebody may listen on one address only, where listening on another would succeed.
  const answers = await Promise.all([
    isAnswered(port, '127.0.0.1'),
    isAnswered(port, '::1'),
    canListen(port),
  ]);
  return !answers[0] && !answers[1] && answers[2];
}

export function isAnswered(port: number, host = '127.0.0.1'): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host, timeout: 1000 });
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.once('connect', () => end(true));
    socket.once('timeout', () => end(false));
    socket.once('error', () => end(false));
  });
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, host: '0.0.0.0', exclusive: true }, () => server.close(() => resolve(true)));
  });
}
