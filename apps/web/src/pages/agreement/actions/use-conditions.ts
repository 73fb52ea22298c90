import { useWords } from '../../../i18n/index.js';

const CONDITIONS = [
  'two-parties-at-least',
  'parties-at-least',
  'quorum-signed',
  'text-present',
  'attributes-set',
  'every-party-named-signatory',
  'every-party-approved',
  'every-party-signed',
  'a-party-declined',
  'every-milestone-confirmed',
  'verdict-passed',
  'verdict-revision-requested',
  'verdict-failed',
] as const;

/** What must hold first, in words. */
export function useConditions(blockedBy: readonly string[] = []): string {
  const { t } = useWords();
  const sentences = blockedBy.map((versioned) => {
    const [name] = versioned.split('@');
    const known = CONDITIONS.find((condition) => condition === name);
    return known ? t(`condition.${known}`) : versioned;
  });
  return sentences.join(t('common.semicolon'));
}
