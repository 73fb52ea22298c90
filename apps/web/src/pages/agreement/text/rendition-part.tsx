import { useState } from 'react';

import { htmlLang } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';
import { draftOf, dropDraft } from './drafts.js';
import { RenditionEditor } from './rendition-editor.js';
import type { RenditionProps } from './rendition-props.js';

/** One section in one language: to be read, or being written. */
export function RenditionPart(props: RenditionProps) {
  const { agreementId, sectionId, language, rendition, editable } = props;
  const { t } = useWords();
  const [draft, setDraft] = useState(() => draftOf({ agreementId, sectionId, language }));
  const [restored, setRestored] = useState(draft !== undefined);
  const name = t('text.editing', {
    heading: rendition?.heading ?? sectionId,
    language: t(`language.${language}`),
  });
  const finish = (): void => {
    dropDraft({ agreementId, sectionId, language });
    setDraft(undefined);
    setRestored(false);
  };
  if (editable && draft)
    return <RenditionEditor {...props} name={name} start={draft} restored={restored} onFinish={finish} />;
  return (
    <article className="rendition" lang={htmlLang(language)}>
      {rendition ? (
        <>
          <h3>{rendition.heading}</h3>
          <p>{rendition.body}</p>
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
          onClick={() => {
            const { heading = '', body = '' } = rendition ?? {};
            setDraft({ heading, body, base: rendition ?? null });
          }}
        >
          {rendition ? t('common.edit') : t('text.write')}
        </button>
      ) : null}
    </article>
  );
}
