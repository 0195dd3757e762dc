import { notFound } from 'next/navigation';

/** Any address that no page has, so that "not found" comes in the municipality's look and the person's language. */
export default function UnknownPage() {
  notFound();
}
