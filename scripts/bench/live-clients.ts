// The open pages of bench -- live, in a process of their own: plain HTTP, and what a browser does when a line ends.
import { type IncomingMessage, request } from 'node:http';
import { benchToken } from './city-rows';

export interface ClientsPlan {
  url: string;
  pages: number;
}

/** That a page was told of an event. */
export interface Heard {
  eventId: string;
  /** whose page it was */
  person: number;
  /** milliseconds, by the machine's clock */
  at: number;
}

const AT_ONCE = 50;
const heard: Heard[] = [];

/** Opens one person's page, and opens it again each time its line ends. Settles when it is told the first thing. */
function openPage(url: string, person: number): Promise<void> {
  return new Promise((resolve) => {
    let mark = String(Date.now());
    let retry = 3_000;
    const again = () => setTimeout(open, retry);
    const read = (answer: IncomingMessage) => {
      if (answer.statusCode !== 200) throw new Error(`page ${person} was answered with ${answer.statusCode}`);
      let text = '';
      answer.setEncoding('utf8');
      answer.on('data', (piece: string) => {
        const blocks = (text + piece).split('\n\n');
        text = blocks.pop() ?? '';
        for (const block of blocks) {
          const line = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
          retry = Number(line('retry') ?? retry);
          mark = line('id') ?? mark;
          if (line('event') === 'news') heard.push({ eventId: line('data') ?? '', person, at: Date.now() });
          if (line('event')) resolve();
        }
      });
      answer.once('close', again);
    };
    const open = () => {
      const headers = {
        accept: 'text/event-stream',
        // As browsers send it. What is compressed all the same can't be read here.
        'accept-encoding': 'gzip, deflate, br',
        cookie: `mina-sidor-session=${benchToken(person)}`,
        'last-event-id': mark,
      };
      request(url, { headers, agent: false }, read).once('error', again).end();
    };
    open();
  });
}

process.on('message', async (plan: ClientsPlan | string) => {
  if (typeof plan === 'string') return process.send?.(heard);
  for (let person = 1; person <= plan.pages; person += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, plan.pages - person + 1) }, (_, n) => person + n);
    await Promise.all(some.map((one) => openPage(plan.url, one)));
  }
  process.send?.('open');
});
// Whoever measures is gone.
process.once('disconnect', () => process.exit());
