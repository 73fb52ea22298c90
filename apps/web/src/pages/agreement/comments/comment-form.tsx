import { Alert, Button, Input, Radio, Select } from 'antd';
import { useState } from 'react';

import type { Audience, Comment } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { useProblemSentence } from '../../../parts/notice.js';
import type { Shown } from '../shown.js';
import { useCommand } from '../use-command.js';
import { DESK, onSide, useSideName, useSides } from './use-sides.js';

interface CommentFormProps {
  readonly shown: Shown;
  readonly sectionId?: string;
  /** The words that were marked. */
  readonly quote?: string;
  /** The comment it answers. */
  readonly answered?: Comment;
  readonly onClose: () => void;
}

export function CommentForm({ shown, sectionId, quote = '', answered, onClose }: CommentFormProps) {
  const { t } = useWords();
  const sides = useSides('add-comment');
  const nameOf = useSideName(shown.agreement.parties);
  const [side = '', setSide] = useState(sides[0]);
  const [audience, setAudience] = useState<Audience>(answered?.audience ?? 'own-side');
  const [text, setText] = useState('');
  const add = useCommand(shown.agreementId, 'add-comment', onClose);
  const sentence = useProblemSentence(add.error);
  const audiences: readonly Audience[] =
    side === DESK ? ['own-side', 'parties'] : ['own-side', 'coordinators', 'parties'];
  return (
    <form
      className="comment-form"
      onSubmit={(event) => {
        event.preventDefault();
        add.mutate({
          ...onSide(side),
          audience,
          text,
          ...(answered ? { replyTo: answered.commentId } : {}),
          ...(sectionId !== undefined && { sectionId }),
          ...(quote !== '' && { quote }),
        });
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) event.currentTarget.requestSubmit();
        if (event.key === 'Escape') onClose();
      }}
    >
      {quote === '' ? null : <p className="label">{t('drafting.about', { quote })}</p>}
      <Input.TextArea
        autoFocus
        aria-label={t('drafting.write')}
        placeholder={t('drafting.write')}
        autoSize={{ minRows: 2, maxRows: 12 }}
        maxLength={5_000}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {sides.length > 1 ? (
        <Select
          aria-label={t('drafting.side')}
          value={side}
          options={sides.map((value) => ({ value, label: nameOf(value) }))}
          onChange={setSide}
        />
      ) : null}
      {answered ? null : (
        <Radio.Group
          aria-label={t('drafting.audience')}
          value={audience}
          options={audiences.map((value) => ({ value, label: t(`drafting.audiences.${value}`) }))}
          onChange={(event) => setAudience(event.target.value as Audience)}
        />
      )}
      {add.error ? <Alert type="error" title={sentence} /> : null}
      <div className="rendition-buttons">
        <Button type="primary" htmlType="submit" loading={add.isPending} disabled={text.trim() === ''}>
          {answered ? t('drafting.reply') : t('drafting.send')}
        </Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
