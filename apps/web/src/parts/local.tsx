import type { LocalText } from '../api/types.js';
import { htmlLang, wording } from '../format/local-text.js';
import { useWords } from '../i18n/index.js';

/** A two-language text; marked with its own language when it is not the page's, for fonts and for reading aloud. */
export function Local({ text }: { readonly text: LocalText | null | undefined }) {
  const { language } = useWords();
  const worded = wording(text, language);
  if (worded.language === language) return worded.text;
  return <span lang={htmlLang(worded.language)}>{worded.text}</span>;
}
