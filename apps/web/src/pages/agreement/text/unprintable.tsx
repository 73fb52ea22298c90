import { useWords } from '../../../i18n/index.js';

/** `㛃` is how people know it; its number is what the PDF prints. */
export function Unprintable({ signs }: { readonly signs: readonly string[] }) {
  const { t } = useWords();
  if (signs.length === 0) return null;
  const listed = signs.map((sign) => `${sign} (${numberOf(sign)})`).join(t('common.comma'));
  return (
    <div role="status" className="text-unprintable">
      {t('documents.unprintable', { count: signs.length, signs: listed })}
    </div>
  );
}

const numberOf = (sign: string): string =>
  `U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
