import '../../../parts/form-dialog.css';

import { Button, Input } from 'antd';
import { useState } from 'react';

import type { Language, Rendition } from '../../../api/types.js';
import { htmlLang } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';
import { Dialog } from '../../../parts/dialog.js';
import { DiffText } from './diff-text.js';
import type { Draft } from './drafts.js';

type Wording = Pick<Draft, 'heading' | 'body'>;

interface StaleBaseProps {
  readonly draft: Draft;
  readonly theirs: Rendition | undefined;
  readonly language: Language;
  readonly onSave: (merged: Wording) => void;
  readonly onTakeTheirs: () => void;
  readonly onGoOn: (merged: Wording) => void;
}

/** Both texts, each with its changes against what the writer began from, and a place to make one of them. */
export default function StaleBase({ draft, theirs, language, onSave, onTakeTheirs, onGoOn }: StaleBaseProps) {
  const { t } = useWords();
  const [merged, setMerged] = useState<Wording>({ heading: draft.heading, body: draft.body });
  const base = whole(draft.base);
  return (
    <Dialog
      title={t('text.staleTitle')}
      width={880}
      onCancel={() => onGoOn(merged)}
      footer={[
        <Button key="go-on" onClick={() => onGoOn(merged)}>
          {t('text.goOn')}
        </Button>,
        <Button key="theirs" onClick={onTakeTheirs}>
          {t('text.takeTheirs')}
        </Button>,
        <Button key="mine" type="primary" onClick={() => onSave(merged)}>
          {t('text.keepMine')}
        </Button>,
      ]}
    >
      <p className="quiet">{t('text.staleLead')}</p>
      <div className="stale-both">
        <section>
          <h3 className="label">{t('text.theirs')}</h3>
          <DiffText before={base} after={whole(theirs)} language={language} />
        </section>
        <section>
          <h3 className="label">{t('text.mine')}</h3>
          <DiffText before={base} after={whole(draft)} language={language} />
        </section>
      </div>
      <fieldset className="stale-merged" lang={htmlLang(language)}>
        <legend className="label">{t('drafting.merged')}</legend>
        <p className="label">{t('drafting.mergedHint')}</p>
        <Input
          aria-label={`${t('drafting.merged')}: ${t('text.heading')}`}
          value={merged.heading}
          onChange={(event) => setMerged({ ...merged, heading: event.target.value })}
        />
        <Input.TextArea
          aria-label={`${t('drafting.merged')}: ${t('text.body')}`}
          autoSize={{ minRows: 4, maxRows: 16 }}
          value={merged.body}
          onChange={(event) => setMerged({ ...merged, body: event.target.value })}
        />
      </fieldset>
    </Dialog>
  );
}

const whole = (text: Wording | null | undefined): string => (text ? `${text.heading}\n${text.body}` : '');
