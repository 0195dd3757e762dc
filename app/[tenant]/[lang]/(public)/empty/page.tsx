import { notFound } from 'next/navigation';
import { env } from '@/lib/platform/env';

/** A page with nothing on it: what the server itself costs, which `npm run bench` measures the others against. */
export default function EmptyPage() {
  if (env().APP_ENV !== 'test') notFound();
  return <p>Tom</p>;
}
