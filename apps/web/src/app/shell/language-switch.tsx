import { switchLanguage, useWords } from '../../i18n/index.js';

/** Each language is named in itself, for those who cannot read the other. */
const LANGUAGES = [
  { language: 'zh', name: '中文', lang: 'zh-CN' },
  { language: 'en', name: 'English', lang: 'en' },
] as const;

export function LanguageSwitch() {
  const { language: current } = useWords();
  return (
    <div className="language-switch" role="group" aria-label="语言 Language">
      {LANGUAGES.map(({ language, name, lang }) => (
        <button
          key={language}
          type="button"
          lang={lang}
          aria-pressed={language === current}
          onClick={() => void switchLanguage(language)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
