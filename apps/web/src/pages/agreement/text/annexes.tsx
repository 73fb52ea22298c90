import { Popconfirm } from 'antd';
import { useId, useState } from 'react';

import type { Annex } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { Dot } from '../../../parts/dot.js';
import { Local } from '../../../parts/local.js';
import { useProblemSentence } from '../../../parts/notice.js';
import { useActions } from '../actions/actions-context.js';
import type { Shown } from '../shown.js';
import { useCommand } from '../use-command.js';
import { AnnexDialog } from './annex-dialog.js';

/** What belongs to the text and is not written here. */
export function Annexes({ shown }: { readonly shown: Shown }) {
  const { t } = useWords();
  const id = useId();
  const { can } = useActions();
  const [attaching, setAttaching] = useState(false);
  const { annexes = [] } = shown.agreement;
  if (annexes.length === 0 && !can('attach-annex')) return null;
  return (
    <section className="annexes" aria-labelledby={id}>
      <h3 id={id} className="documents-title">
        {t('drafting.annexes')}
      </h3>
      <ol>
        {annexes.map((annex, index) => (
          <Item key={annex.file.sha256} shown={shown} annex={annex} number={index + 1} />
        ))}
      </ol>
      {can('attach-annex') ? (
        <button type="button" className="link-button" onClick={() => setAttaching(true)}>
          {t('drafting.attach')}
        </button>
      ) : null}
      {attaching ? <AnnexDialog agreementId={shown.agreementId} onClose={() => setAttaching(false)} /> : null}
    </section>
  );
}

interface ItemProps {
  readonly shown: Shown;
  readonly annex: Annex;
  readonly number: number;
}

function Item({ shown, annex: { file, title }, number }: ItemProps) {
  const { t, local } = useWords();
  const { can } = useActions();
  const remove = useCommand(shown.agreementId, 'remove-annex');
  const sentence = useProblemSentence(remove.error);
  return (
    <li>
      {t('drafting.annex', { number })}
      <Dot />
      <Local text={title} />
      <Dot />
      <span className="quiet">{sizeOf(file.size)}</span>
      <Dot />
      <a
        href={`/api/files/${file.sha256}?agreement=${shown.agreementId}`}
        aria-label={`${t('drafting.download')}: ${local(title)}`}
      >
        {t('drafting.download')}
      </a>
      {can('remove-annex') ? (
        <Popconfirm
          title={t('drafting.removeAnnex')}
          description={t('drafting.removeExplain')}
          okText={t('drafting.removeAnnex')}
          cancelText={t('common.cancel')}
          onConfirm={() => remove.mutate({ sha256: file.sha256 })}
        >
          <button
            type="button"
            className="link-button card-inline"
            aria-label={`${t('drafting.removeAnnex')}: ${local(title)}`}
          >
            {t('drafting.removeAnnex')}
          </button>
        </Popconfirm>
      ) : null}
      {remove.error ? <span role="alert"> {sentence}</span> : null}
    </li>
  );
}

const KILOBYTE = 1_000;

const sizeOf = (bytes: number): string =>
  bytes >= KILOBYTE * KILOBYTE
    ? `${(bytes / KILOBYTE / KILOBYTE).toFixed(1)} MB`
    : `${Math.max(1, Math.round(bytes / KILOBYTE))} kB`;
