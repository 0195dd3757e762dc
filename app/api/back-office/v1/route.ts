import { answerApiPage } from '@/lib/back-office/answer-api-page';

export const dynamic = 'force-dynamic';

/** The API described for people: the same document as openapi.json. */
export const GET = (request: Request): Response => answerApiPage(request);
