import type { ServiceDocument } from '@/lib/catalogue/domain/definition';

export type PageDocument = Extract<ServiceDocument, { kind: 'form' }>['pages'][number];
export type FieldDocument = PageDocument['groups'][number]['fields'][number];
