import { useState } from 'react';

import type { Language, Section } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { RenditionPart } from './rendition-part.js';

interface NewSectionProps {
  readonly agreementId: string;
  readonly sections: readonly Section[];
  readonly languages: readonly Language[];
}

/** The next section: begun in the reader's language, and there for everybody once it is saved. */
export function NewSection({ agreementId, sections, languages }: NewSectionProps) {
  const { t, language: own } = useWords();
  const [begun, setBegun] = useState<string>();
  if (begun === undefined || sections.some(({ sectionId }) => sectionId === begun))
    return (
      <button
        type="button"
        className="link-button text-begin"
        onClick={() => setBegun(freeId(sections.map(({ sectionId }) => sectionId)))}
      >
        {t('text.begin')}
      </button>
    );
  const first = languages.includes(own) ? own : languages[0];
  return (
    <div className="text-section">
      {languages.map((language) => (
        <RenditionPart
          key={language}
          agreementId={agreementId}
          sectionId={begun}
          heading={t('text.newSection')}
          language={language}
          rendition={undefined}
          editable
          begin={language === first}
          onFinish={() => setBegun(undefined)}
        />
      ))}
    </div>
  );
}

function freeId(taken: readonly string[]): string {
  let number = taken.length + 1;
  while (taken.includes(`section-${number}`)) number += 1;
  return `section-${number}`;
}
