import '../../../parts/tabs.css';
import './text.css';

import { useState } from 'react';
import { Link } from 'react-router';

import type { Language } from '../../../api/types.js';
import { shortHash } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';
import { useMedia } from '../../../parts/use-media.js';
import { useActions } from '../actions/actions-context.js';
import type { Shown } from '../shown.js';
import { SectionComments } from '../comments/section-comments.js';
import { Annexes } from './annexes.js';
import { Documents } from './documents.js';
import { NewSection } from './new-section.js';
import { SectionRow } from './section-row.js';
import { Served } from './served.js';
import { TextFiles } from './text-files.js';
import { useUnprintable, writtenIn } from './use-unprintable.js';

const LANGUAGES: readonly Language[] = ['zh', 'en'];

type Wanted = Language | 'both';

/** The letter itself: its sections in both languages side by side, one language at a time on a narrow screen. */
export function TextSheet({ shown }: { readonly shown: Shown }) {
  const { t, language } = useWords();
  const narrow = useMedia('(max-width: 760px)');
  const [wanted, setWanted] = useState<Wanted>('both');
  const { can } = useActions();
  const { sections, textFiles = [], textHash, activities } = shown.agreement;
  const drafting = activities.includes('text@1');
  const editable = can('revise-section');
  const written = LANGUAGES.filter((each) => !textFiles.some(({ rendition }) => rendition === each));
  const one = wanted === 'both' ? language : wanted;
  const chosen: readonly Language[] = narrow || wanted !== 'both' ? [one] : inOrder(language);
  const languages = chosen.filter((each) => written.includes(each));
  const unprintable = useUnprintable(
    { agreementId: shown.agreementId, textHash, language: writtenIn(written) },
    editable,
  );
  return (
    <section className="text" aria-labelledby="text-title">
      <div className="text-head">
        <h2 id="text-title" className="section-title">
          {t('text.title')}
        </h2>
        {textHash === null ? null : (
          <span className="hash quiet" title={textHash}>
            {t('text.hash', { hash: shortHash(textHash) })}
          </span>
        )}
        {shown.isPast ? null : (
          <Link to={`/agreements/${shown.agreementId}/compare`}>{t('drafting.compare')}</Link>
        )}
        <LanguageTabs narrow={narrow} wanted={narrow ? one : wanted} onWant={setWanted} />
      </div>
      {drafting || shown.isPast ? null : <p className="text-note quiet">{t('text.frozen')}</p>}
      {drafting ? <Served shown={shown} /> : null}
      <TextFiles shown={shown} />
      {sections.length === 0 && textFiles.length === 0 ? <p className="quiet">{t('text.none')}</p> : null}
      {languages.length === 0 || (sections.length === 0 && !editable) ? null : (
        <div className="text-sheet sheet" data-columns={languages.length}>
          {sections.map((section) => (
            <SectionRow
              key={section.sectionId}
              section={section}
              languages={languages}
              shown={shown}
              editable={editable}
              unprintable={unprintable}
            />
          ))}
          {editable ? (
            <NewSection agreementId={shown.agreementId} sections={sections} languages={languages} />
          ) : null}
        </div>
      )}
      <Annexes shown={shown} />
      <SectionComments shown={shown} heading={t('drafting.onLetter')} />
      {textHash === null ? null : <Documents shown={shown} textHash={textHash} />}
    </section>
  );
}

const inOrder = (first: Language): readonly Language[] => (first === 'zh' ? ['zh', 'en'] : ['en', 'zh']);

interface LanguageTabsProps {
  readonly narrow: boolean;
  readonly wanted: Wanted;
  readonly onWant: (wanted: Wanted) => void;
}

function LanguageTabs({ narrow, wanted, onWant }: LanguageTabsProps) {
  const { t } = useWords();
  const choices: readonly Wanted[] = narrow ? ['zh', 'en'] : ['both', 'zh', 'en'];
  return (
    <div className="text-tabs" role="group" aria-label={t('text.title')}>
      {choices.map((choice) => (
        <button key={choice} type="button" aria-pressed={choice === wanted} onClick={() => onWant(choice)}>
          {choice === 'both' ? t('text.both') : t(`language.${choice}`)}
        </button>
      ))}
    </div>
  );
}
