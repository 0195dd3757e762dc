/** What is told of reports. Ids only. */
export interface FeedbackEvents {
  'feedback.accessibility-reported': { reportId: string };
}
