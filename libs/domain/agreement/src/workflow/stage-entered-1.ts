import type { Upcaster } from '@entente/event-sourcing';

/**
 * What letter-of-intent@1 said of its stages when stage changes did not yet say it themselves. No other definition was
 * there then. It stays as it is, whatever becomes of the definition.
 */
const STAGES: Readonly<Record<string, readonly [zh: string, en: string, activities: string[]]>> = {
  drafting: ['起草', 'Drafting', ['parties@1', 'text@1']],
  signing: ['签署', 'Signing', ['signing@1']],
  'joint-research': ['联合研究', 'Joint research', ['research@1']],
  review: ['评审', 'Review', ['review@1']],
  concluded: ['已完成', 'Concluded', []],
  terminated: ['已终止', 'Terminated', []],
  withdrawn: ['已撤回', 'Withdrawn', []],
  declined: ['已拒签', 'Declined', []],
};

export const stageEntered1: Upcaster = (data) => {
  const to = typeof data['to'] === 'string' ? data['to'] : '';
  const [zh, en, activities] = (Object.hasOwn(STAGES, to) ? STAGES[to] : undefined) ?? [to, to, []];
  return { ...data, title: { zh, en }, activities, final: activities.length === 0 };
};
