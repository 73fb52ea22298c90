import './app/base.css';
import './parts/skeleton.css';

import { askAhead } from './api/ahead.js';
import { isForAnybody } from './app/for-anybody.js';
import { preferredLanguage } from './i18n/language.js';
import { loadWords } from './i18n/load-words.js';

/**
 * Answers, words and the program that shows them travel at the same time. The program imports parts of this file, so
 * nothing is awaited outside of the function: each would wait for the other.
 */
async function main(): Promise<void> {
  const language = preferredLanguage();
  if (!isForAnybody(location.pathname)) askAhead(language);
  const [{ start }, words] = await Promise.all([import('./app/start.js'), loadWords[language]()]);
  await start(language, words);
}

void main();
