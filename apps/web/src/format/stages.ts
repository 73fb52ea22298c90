/** The stages of letters of intent, which have words and colours of their own. In the order in which a letter goes through them; the ends a letter can come to are last. */
export const OPEN_STAGES = ['drafting', 'signing', 'joint-research', 'review'] as const;
export const FINAL_STAGES = [
  'concluded',
  'declined',
  'voided',
  'expired',
  'withdrawn',
  'terminated',
] as const;
export const STAGES = [...OPEN_STAGES, ...FINAL_STAGES];

export type KnownStage = (typeof STAGES)[number];

export function knownStage(stage: string): KnownStage | undefined {
  return STAGES.find((known) => known === stage);
}

/** `in-force` → in force, where nobody knows a title. */
export function plainName(stage: string): string {
  return stage.replaceAll('-', ' ');
}
