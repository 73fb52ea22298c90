import { Button, Popconfirm } from 'antd';

import { useWords } from '../../../i18n/index.js';
import { Dot } from '../../../parts/dot.js';
import { useProblemSentence } from '../../../parts/notice.js';
import { DayOf } from '../../../parts/times.js';
import { DESK, onSide, useSideName, useSides } from '../comments/use-sides.js';
import type { Shown } from '../shown.js';
import { useCommand } from '../use-command.js';

/** Before whom the text was last put, and the button that puts it there. */
export function Served({ shown }: { readonly shown: Shown }) {
  const { t } = useWords();
  const { served, parties, textHash } = shown.agreement;
  const nameOf = useSideName(parties);
  const listed = (sides: readonly string[]): string => sides.map(nameOf).join(t('common.and'));
  const sides = useSides('serve-text');
  // Whoever belongs to a party serves for it, even if they coordinate too.
  const side = sides.find((one) => one !== DESK) ?? sides[0];
  if (!served && side === undefined) return null;
  return (
    <p className="text-served">
      {served ? (
        <span>
          {t('drafting.served', { by: nameOf(served.by), to: listed(served.to) })}
          <Dot />
          <DayOf at={served.at} zone={shown.zone} />
          {served.textHash === textHash ? null : (
            <>
              <Dot />
              <span className="mark-open">{t('drafting.servedEarlier')}</span>
            </>
          )}
        </span>
      ) : null}
      {side === undefined ? null : (
        <ServeButton
          shown={shown}
          side={side}
          to={listed(parties.map(({ partyId }) => partyId).filter((id) => id !== side))}
        />
      )}
    </p>
  );
}

interface ServeButtonProps {
  readonly shown: Shown;
  readonly side: string;
  /** By name. */
  readonly to: string;
}

function ServeButton({ shown, side, to }: ServeButtonProps) {
  const { t } = useWords();
  const serve = useCommand(shown.agreementId, 'serve-text');
  const sentence = useProblemSentence(serve.error);
  return (
    <>
      <Popconfirm
        placement="topLeft"
        title={t('drafting.serve')}
        description={t('drafting.serveExplain', { who: to })}
        okText={t('drafting.serve')}
        cancelText={t('common.cancel')}
        onConfirm={() => serve.mutate(onSide(side))}
      >
        <Button size="small" loading={serve.isPending}>
          {t('drafting.serve')}
        </Button>
      </Popconfirm>
      {serve.error ? <span role="alert">{sentence}</span> : null}
    </>
  );
}
