import 'server-only';
import type { NextApiRequest, NextApiResponse } from 'next';
import NextAuth, { type AuthOptions } from 'next-auth';

// next-auth takes its own address from the environment only. The host it is made to trust here is one that proxy.ts has
// found to be a municipality's; a fixed address would leave out all municipalities but one.
process.env.AUTH_TRUST_HOST = 'true';
delete process.env.NEXTAUTH_URL;

export interface NextAuthQuestion {
  method: 'GET' | 'POST';
  action: 'csrf' | 'signin' | 'callback';
  providerId?: string;
  query?: Record<string, string>;
  body?: Record<string, string>;
  cookies: Record<string, string>;
  /** a municipality's address */
  origin: { scheme: 'http' | 'https'; host: string };
}

export interface NextAuthReply {
  /** where the browser is to go, if anywhere */
  location: string | null;
  body: unknown;
  /** Set-Cookie lines */
  setCookies: string[];
}

/**
 * Puts one question to next-auth outside Next's own request, so that nothing but what is given here (address, cookies,
 * fields) can sway it, and nothing of its answer reaches a browser unseen.
 */
export async function askNextAuth(options: AuthOptions, question: NextAuthQuestion): Promise<NextAuthReply> {
  const { method, action, providerId, query = {}, body = {}, cookies, origin } = question;
  const reply: NextAuthReply = { location: null, body: null, setCookies: [] };
  const request = {
    method,
    query: { ...query, nextauth: providerId ? [action, providerId] : [action] },
    body,
    cookies,
    headers: { 'x-forwarded-host': origin.host, 'x-forwarded-proto': origin.scheme },
  };
  const response = {
    status: () => response,
    getHeader: (name: string) => (name.toLowerCase() === 'set-cookie' ? reply.setCookies : undefined),
    setHeader(name: string, value: string | string[]) {
      if (name.toLowerCase() === 'set-cookie') reply.setCookies = [value].flat();
      if (name.toLowerCase() === 'location') reply.location = String(value);
    },
    json: receive,
    send: receive,
    end: () => undefined,
  };
  function receive(value: unknown): void {
    reply.body = value;
  }
  await NextAuth(request as unknown as NextApiRequest, response as unknown as NextApiResponse, options);
  return reply;
}
