/** Above every due date in milliseconds, so that what has no deadline comes last. */
export const AFTER_ALL_DEADLINES = 1e15;
