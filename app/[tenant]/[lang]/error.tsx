'use client';

import { useParams } from 'next/navigation';
import { Failure } from '@/components/layout/failure';

/** A page that failed. The reference is the one in the log; nothing else about the error reaches the browser. */
export default function FailedPage({
  error,
  retry,
}: {
  error: Error & { digest?: string };
  retry: () => void;
}) {
  const { lang } = useParams<{ lang: string }>();
  return <Failure lang={lang} reference={error.digest} retry={retry} />;
}
