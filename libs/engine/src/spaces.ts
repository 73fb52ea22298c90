/** The spaces of an installation: where people work, and where the demo is played. */
export const SPACES = ['main', 'demo'] as const;
