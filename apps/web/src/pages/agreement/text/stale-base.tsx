import { Button, Modal } from 'antd';

import type { Language, Rendition } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { DiffText } from './diff-text.js';
import type { Draft } from './drafts.js';

interface StaleBaseProps {
  readonly draft: Draft;
  readonly theirs: Rendition | undefined;
  readonly language: Language;
  readonly onKeepMine: () => void;
  readonly onTakeTheirs: () => void;
  readonly onGoOn: () => void;
}

/** Both texts, each with its changes against what the writer began from. Nothing is decided for them. */
export default function StaleBase({
  draft,
  theirs,
  language,
  onKeepMine,
  onTakeTheirs,
  onGoOn,
}: StaleBaseProps) {
  const { t } = useWords();
  const base = whole(draft.base);
  return (
    <Modal
      open
      title={t('text.staleTitle')}
      width={880}
      onCancel={onGoOn}
      footer={[
        <Button key="go-on" onClick={onGoOn}>
          {t('text.goOn')}
        </Button>,
        <Button key="theirs" onClick={onTakeTheirs}>
          {t('text.takeTheirs')}
        </Button>,
        <Button key="mine" type="primary" onClick={onKeepMine}>
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
    </Modal>
  );
}

const whole = (text: { readonly heading: string; readonly body: string } | null | undefined): string =>
  text ? `${text.heading}\n${text.body}` : '';
