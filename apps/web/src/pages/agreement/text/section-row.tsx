import type { Language, Section } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { SectionComments } from '../comments/section-comments.js';
import type { Shown } from '../shown.js';
import { RenditionPart } from './rendition-part.js';

interface SectionRowProps {
  readonly section: Section;
  readonly languages: readonly Language[];
  readonly shown: Shown;
  readonly editable: boolean;
  /** Of the whole letter. */
  readonly unprintable: readonly string[];
}

/** A section in the languages that are shown, and what is said about it. */
export function SectionRow({ section, languages, shown, editable, unprintable }: SectionRowProps) {
  const { t, language: own } = useWords();
  const { zh, en } = section.renditions;
  const heading = section.renditions[own]?.heading ?? (zh ?? en)?.heading ?? t('text.newSection');
  return (
    <div className="text-section">
      {languages.map((language) => (
        <RenditionPart
          key={`${shown.agreementId} ${language}`}
          agreementId={shown.agreementId}
          sectionId={section.sectionId}
          heading={heading}
          language={language}
          rendition={section.renditions[language]}
          editable={editable}
          unprintable={unprintable}
        />
      ))}
      <SectionComments shown={shown} sectionId={section.sectionId} heading={heading} />
    </div>
  );
}
