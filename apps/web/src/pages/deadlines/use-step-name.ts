import { useWords } from '../../i18n/index.js';

const LEVELS = ['representative', 'desk', 'head'] as const;

/** `remind-5`, `remind-5d`, `on-the-day`, `after-2`, `after-2d`, `repeat-1`, `escalate-desk`, `elapse`. */
export function useStepName(): (step: string) => string {
  const { t } = useWords();
  return (step) => {
    const [, name = '', count = '', days] = /^(remind|after|repeat)-(\d+)(d?)$/.exec(step) ?? [];
    if (name === 'repeat') return t('deadlines.step.repeat', { count: Number(count) });
    if (name === 'remind' || name === 'after')
      return t(`deadlines.step.${name}${days === 'd' ? 'Days' : ''}`, { count: Number(count) });
    const level = LEVELS.find((one) => step === `escalate-${one}`);
    if (level) return t(`deadlines.step.escalate.${level}`);
    return step === 'elapse' ? t('deadlines.step.elapse') : t('deadlines.step.on');
  };
}
