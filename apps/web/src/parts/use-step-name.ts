import { dayText } from '../format/days.js';
import { useWords } from '../i18n/index.js';

const LEVELS = ['representative', 'desk', 'head'] as const;

/**
 * `remind-5`, `remind-5d`, `on-the-day`, `again-2026-03-12`, `after-2`, `after-2d`, `repeat-1`, `escalate-desk`, `elapse`,
 * `now-1`, `stuck-17`.
 */
export function useStepName(): (step: string) => string {
  const { t, language } = useWords();
  return (step) => {
    const [, again] = /^again-(.+)$/.exec(step) ?? [];
    if (again !== undefined) return t('deadlines.step.again', { day: dayText(again, language) });
    const [, name = '', count = '', days] = /^(remind|after|repeat)-(\d+)(d?)$/.exec(step) ?? [];
    if (name === 'repeat') return t('deadlines.step.repeat', { count: Number(count) });
    if (name === 'remind' || name === 'after')
      return t(`deadlines.step.${name}${days === 'd' ? 'Days' : ''}`, { count: Number(count) });
    const level = LEVELS.find((one) => step === `escalate-${one}`);
    if (level) return t(`deadlines.step.escalate.${level}`);
    if (step.startsWith('now-')) return t('deadlines.step.now');
    if (step.startsWith('stuck-')) return t('deadlines.step.stuck');
    return step === 'elapse' ? t('deadlines.step.elapse') : t('deadlines.step.on');
  };
}
