/**
 * Whether a page that is open asks for itself anew, where scripts/portal.ts is not there to see it (npm run dev): Next
 * takes away the header that it sees it by, but not what the browser says a request is for. A link leads to a document,
 * and what a form sends is no GET.
 */
export const isLookOf = ({ method, headers }: { method: string; headers: Headers }): boolean =>
  method === 'GET' && headers.get('sec-fetch-dest') === 'empty';
