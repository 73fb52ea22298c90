import { Fragment } from 'react';

import type { Difference, FacetValue } from '../../../differences/differences.js';
import { htmlLang, shortHash } from '../../../format/local-text.js';
import { useWords } from '../../../i18n/index.js';
import { Dot } from '../../../parts/dot.js';
import { Local } from '../../../parts/local.js';
import { Day } from '../../../parts/times.js';
import { DiffText } from '../text/diff-text.js';

interface DifferenceListProps {
  readonly differences: readonly Difference[];
  /** The words for the two sides. */
  readonly was: string;
  readonly is: string;
}

export function DifferenceList({ differences, was, is }: DifferenceListProps) {
  const { t } = useWords();
  if (differences.length === 0) return <p className="past-none quiet">{t('replay.noChange')}</p>;
  return (
    <dl className="differences">
      {differences.map((difference) => (
        <div key={difference.key} className="difference">
          <dt>
            {t(`facet.${difference.name}`)}
            {difference.of ? (
              <span className="quiet">
                <Local text={difference.of} />
              </span>
            ) : null}
          </dt>
          <dd>
            <Change difference={difference} was={was} is={is} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Change({
  difference: { before, after },
  was,
  is,
}: {
  readonly difference: Difference;
  was: string;
  is: string;
}) {
  const { t } = useWords();
  const prose = after?.as === 'prose' ? after : before?.as === 'prose' ? before : undefined;
  if (prose) {
    const text = (value: FacetValue | null): string =>
      value?.as === 'prose' ? `${value.rendition.heading}\n${value.rendition.body}` : '';
    return <DiffText before={text(before)} after={text(after)} language={prose.language} />;
  }
  return (
    <>
      <del aria-label={was}>
        {before ? <Value value={before} /> : <span className="quiet">{t('replay.side.none')}</span>}
      </del>
      <span className="difference-arrow" aria-hidden="true">
        →
      </span>
      <ins aria-label={is}>
        {after ? <Value value={after} /> : <span className="quiet">{t('replay.side.none')}</span>}
      </ins>
    </>
  );
}

function Value({ value }: { readonly value: FacetValue }) {
  const { t } = useWords();
  // Facets name their words by the key of the translation.
  const word = (key: string): string => t(key as 'stage.drafting');
  switch (value.as) {
    case 'text':
      return <Local text={value.text} />;
    case 'plain':
      return <span className="number">{value.text}</span>;
    case 'word':
      return word(value.word);
    case 'day':
      return (
        <>
          <Day day={value.day} />
          {value.note === undefined ? null : (
            <>
              <Dot />
              {word(value.note)}
            </>
          )}
        </>
      );
    case 'hash':
      return <span className="hash">{shortHash(value.hash)}</span>;
    case 'names':
      return value.names.map((name, index) => (
        <Fragment key={index}>
          {index > 0 ? t('common.and') : null}
          {name === 'coordinator' ? t('common.coordinator') : <Local text={name} />}
        </Fragment>
      ));
    case 'prose':
      return <span lang={htmlLang(value.language)}>{value.rendition.heading}</span>;
    default: {
      const never: never = value;
      return never;
    }
  }
}
