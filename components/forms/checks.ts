/**
 * What the browser needs to judge a page, loaded when the person first touches the form: the same functions as on the
 * server (lib/applications/commands), so that the two can't differ.
 */
export { readAnswers } from '@/lib/applications/domain/answers';
export { readSubmission } from '@/lib/applications/domain/submission';
export { judge } from '@/lib/catalogue/domain/form-page';
