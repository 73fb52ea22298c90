import { useState } from 'react';

import { htmlLang } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';
import { draftFrom, draftOf, dropDraft } from './drafts.js';
import { RenditionEditor } from './rendition-editor.js';
import { Unprintable } from './unprintable.js';
import type { RenditionProps } from './rendition-props.js';

interface RenditionPartProps extends RenditionProps {
  /** Signs that the PDF of the letter cannot show. */
  readonly unprintable?: readonly string[];
  /** Opens to be written. */
  readonly begin?: boolean;
  readonly onFinish?: () => void;
}

/** One section in one language: to be read, or being written. */
export function RenditionPart({ unprintable = [], begin = false, onFinish, ...props }: RenditionPartProps) {
  const { agreementId, sectionId, language, rendition, editable } = props;
  const { t } = useWords();
  const [kept] = useState(() => draftOf({ agreementId, sectionId, language }));
  const [draft, setDraft] = useState(kept ?? (begin ? draftFrom(undefined) : undefined));
  const [restored, setRestored] = useState(kept !== undefined);
  const name = t('text.editing', {
    heading: rendition?.heading ?? props.heading,
    language: t(`language.${language}`),
  });
  const finish = (): void => {
    dropDraft({ agreementId, sectionId, language });
    setDraft(undefined);
    setRestored(false);
    onFinish?.();
  };
  if (editable && draft)
    return <RenditionEditor {...props} name={name} start={draft} restored={restored} onFinish={finish} />;
  return (
    <article className="rendition" lang={htmlLang(language)}>
      {rendition ? (
        <>
          <h3>{rendition.heading}</h3>
          <p>{rendition.body}</p>
          <Unprintable
            signs={unprintable.filter((sign) => `${rendition.heading}${rendition.body}`.includes(sign))}
          />
        </>
      ) : (
        <p className="quiet" lang={undefined}>
          {t('text.missing')}
        </p>
      )}
      {editable ? (
        <button
          type="button"
          className="link-button rendition-edit"
          aria-label={name}
          onClick={() => setDraft(draftFrom(rendition))}
        >
          {rendition ? t('common.edit') : t('text.write')}
        </button>
      ) : null}
    </article>
  );
}
