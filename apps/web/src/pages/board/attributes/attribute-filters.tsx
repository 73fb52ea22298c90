import './attribute-filters.css';

import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';

import { definitionsQuery } from '../../../api/queries.js';
import { useWords } from '../../../i18n/index.js';
import { offeredAttributes, type OfferedAttribute } from './offered.js';

type Sought = Readonly<Record<string, string>>;

interface AttributeFiltersProps {
  readonly sought: Sought;
  readonly onChange: (sought: Sought) => void;
}

/** Nothing to see where no definition asks for anything to be known. */
export function AttributeFilters({ sought, onChange }: AttributeFiltersProps) {
  const { t } = useWords();
  const definitions = useQuery(definitionsQuery());
  const details = useRef<HTMLDetailsElement>(null);
  const offered = offeredAttributes(definitions.data?.items ?? []);
  if (offered.length === 0) return null;
  const count = Object.keys(sought).length;
  const choose = (name: string, value: string): void => {
    const { [name]: _, ...others } = sought;
    onChange(value === '' ? others : { ...others, [name]: value });
  };
  const close = (): void => {
    if (details.current) details.current.open = false;
  };
  return (
    <details
      ref={details}
      className="attribute-filters"
      data-on={count > 0}
      onKeyDown={({ key }) => {
        if (key === 'Escape') close();
      }}
      onBlur={({ currentTarget, relatedTarget }) => {
        if (relatedTarget && !currentTarget.contains(relatedTarget)) close();
      }}
    >
      <summary>{count === 0 ? t('board.details') : t('board.detailsChosen', { count })}</summary>
      <fieldset tabIndex={-1}>
        <legend className="label">{t('board.details')}</legend>
        {offered.map((attribute) => (
          <AttributeFilter
            key={attribute.name}
            attribute={attribute}
            value={sought[attribute.name] ?? ''}
            onChange={(value) => choose(attribute.name, value)}
          />
        ))}
      </fieldset>
    </details>
  );
}

interface AttributeFilterProps {
  readonly attribute: OfferedAttribute;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function AttributeFilter({ attribute, value, onChange }: AttributeFilterProps) {
  const { local } = useWords();
  return (
    <label>
      <span>{local(attribute.titles)}</span>
      <AttributeInput attribute={attribute} value={value} onChange={onChange} />
    </label>
  );
}

function AttributeInput({ attribute: { kind, words }, value, onChange }: AttributeFilterProps) {
  const { t, local } = useWords();
  switch (kind) {
    case 'words':
      return (
        <Choice
          value={value}
          options={words.map((word) => ({ value: word.value, name: local(word.titles) }))}
          onChange={onChange}
        />
      );
    case 'yes-no':
      return (
        <Choice
          value={value}
          options={[
            { value: 'true', name: t('common.yes') },
            { value: 'false', name: t('common.no') },
          ]}
          onChange={onChange}
        />
      );
    case 'day':
      return <input type="date" value={value} onChange={({ target }) => onChange(target.value)} />;
    case 'number':
    case 'text':
      return <Line key={value} value={value} isNumber={kind === 'number'} onChange={onChange} />;
    default: {
      const never: never = kind;
      return never;
    }
  }
}

interface ChoiceProps {
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly name: string }[];
  readonly onChange: (value: string) => void;
}

function Choice({ value, options, onChange }: ChoiceProps) {
  const { t } = useWords();
  return (
    <select value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{t('board.anyValue')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.name}
        </option>
      ))}
    </select>
  );
}

interface LineProps {
  readonly value: string;
  readonly isNumber: boolean;
  readonly onChange: (value: string) => void;
}

/** Asked when it is written: half a word, or half a number, is another one. */
function Line({ value, isNumber, onChange }: LineProps) {
  return (
    <input
      type={isNumber ? 'number' : 'text'}
      {...(isNumber ? { step: 1 } : { maxLength: 200 })}
      defaultValue={value}
      onBlur={({ target }) => {
        if (target.value.trim() !== value) onChange(target.value.trim());
      }}
      onKeyDown={({ key, currentTarget, nativeEvent }) => {
        if (key === 'Enter' && !nativeEvent.isComposing) currentTarget.blur();
      }}
    />
  );
}
