const DAY = 86_400_000;

/**
 * How long a delivery's story (its tries, when it was given up and sent again) is kept after it has been received: a
 * question of what became of it comes within the time of an appeal and its answer, and not after. 0002_guards holds the
 * same.
 */
export const STORY_KEPT_MS = 90 * DAY;
