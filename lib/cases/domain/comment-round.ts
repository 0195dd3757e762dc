/** How far a round has come: nothing heard of her, she has answered, the office took it back, or the case went on. */
export const commentRoundStatuses = ['open', 'answered', 'withdrawn', 'ended'] as const;
export type CommentRoundStatus = (typeof commentRoundStatuses)[number];

export const commentKinds = ['comment', 'nothing_to_add'] as const;
export type CommentKind = (typeof commentKinds)[number];

/** A round has one thing to write about. */
export const commentItems = [{ id: 'comment' }] as const;
export const THE_COMMENT = commentItems[0].id;

/**
 * Whether she can say something (more). An authority must hear what comes in before it has decided, late or not (FL 25
 * and 32 §§), so only the decision, or that the office took the round back, closes it.
 */
export const mayComment = (status: CommentRoundStatus): boolean => status === 'open' || status === 'answered';
