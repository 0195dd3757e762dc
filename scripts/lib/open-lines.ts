// Answers that don't end by themselves: a page that is open is told of news over one (app/api/live). A portal that stops
// doesn't wait for them; the browsers come back by themselves, to another.
import type { IncomingMessage, ServerResponse } from 'node:http';

const LIVE = '/api/live';

export function openLines() {
  const lines = new Set<ServerResponse>();
  let isCut = false;
  return {
    watch({ url = '' }: IncomingMessage, response: ServerResponse): void {
      if (url.split('?')[0] !== LIVE) return;
      // One that came just before the end would hold up the rest.
      if (isCut) return void response.destroy();
      lines.add(response);
      response.once('close', () => lines.delete(response));
    },
    cut(): void {
      isCut = true;
      for (const line of lines) line.destroy();
    },
  };
}
