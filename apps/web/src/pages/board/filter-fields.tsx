import { useQuery } from '@tanstack/react-query';
import { Input, Select } from 'antd';
import { useRef, useState } from 'react';

import { organisationsQuery } from '../../api/queries.js';
import Dressed from '../../app/dressed.js';
import { useWords } from '../../i18n/index.js';
import { useNow } from '../../parts/use-now.js';
import { useSettled } from '../../parts/use-settled.js';
import { AttributeFilters } from './attributes/attribute-filters.js';
import type { BoardFiltersProps } from './filter-props.js';

const SEARCH_AFTER_MS = 250;

export default function FilterFields({ filter, onChange }: BoardFiltersProps) {
  return (
    <Dressed>
      <SearchField value={filter.search} onChange={(search) => onChange({ search })} />
      <PartyField value={filter.partyId} onChange={(partyId) => onChange({ partyId, withPartyId: '' })} />
      <YearField value={filter.year} onChange={(year) => onChange({ year })} />
      <AttributeFilters sought={filter.attributes} onChange={(attributes) => onChange({ attributes })} />
    </Dressed>
  );
}

interface FieldProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function SearchField({ value, onChange }: FieldProps) {
  const { t } = useWords();
  const [typed, setTyped] = useState(value);
  const [asked, setAsked] = useState(value);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // The filter changed elsewhere: by the back button, or by clearing it.
  if (value !== asked) {
    setAsked(value);
    setTyped(value);
  }
  const askSoon = (text: string): void => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      setAsked(text.trim());
      onChange(text.trim());
    }, SEARCH_AFTER_MS);
  };
  return (
    <Input
      className="filter-search"
      type="search"
      allowClear={{ clearIcon: <ClearSign /> }}
      value={typed}
      placeholder={t('board.search')}
      aria-label={t('board.search')}
      prefix={<SearchSign />}
      onChange={(event) => {
        setTyped(event.target.value);
        // Pinyin on its way to a character is not yet what the reader looks for.
        if (!(event.nativeEvent as InputEvent).isComposing) askSoon(event.target.value);
      }}
      onCompositionEnd={(event) => askSoon(event.currentTarget.value)}
    />
  );
}

function PartyField({ value, onChange }: FieldProps) {
  const { t, local } = useWords();
  const [search, setSearch] = useState('');
  const organisations = useQuery(organisationsQuery(useSettled(search, 200)));
  const options = (organisations.data?.items ?? []).map(({ organisationId, name }) => ({
    value: organisationId,
    label: local(name),
  }));
  return (
    <Select
      className="filter-party"
      value={value === '' ? null : value}
      placeholder={t('board.party')}
      aria-label={t('board.party')}
      allowClear
      showSearch={{ filterOption: false, onSearch: setSearch }}
      popupMatchSelectWidth={320}
      loading={organisations.isFetching}
      options={options}
      onChange={(partyId: string | null | undefined) => onChange(partyId ?? '')}
    />
  );
}

const FIRST_YEAR = 2015;

function YearField({ value, onChange }: FieldProps) {
  const { t } = useWords();
  const newest = new Date(useNow()).getFullYear();
  const years = Array.from({ length: newest - FIRST_YEAR + 1 }, (_, index) => String(newest - index));
  // Another may stand in the address.
  const offered = value === '' || years.includes(value) ? years : [value, ...years];
  return (
    <Select
      className="filter-year"
      value={value === '' ? null : value}
      placeholder={t('board.year')}
      aria-label={t('board.year')}
      allowClear
      options={offered.map((year) => ({ value: year, label: year }))}
      onChange={(year: string | null | undefined) => onChange(year ?? '')}
    />
  );
}

function SearchSign() {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" aria-hidden="true">
      <circle cx="7" cy="7" r="4.5" strokeWidth="1.5" />
      <path d="m10.5 10.5 3.5 3.5" strokeWidth="1.5" />
    </svg>
  );
}

/** The name of the button it stands in. */
function ClearSign() {
  const { t } = useWords();
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" fill="none" stroke="currentColor" role="img">
      <title>{t('board.clearSearch')}</title>
      <path d="m4.5 4.5 7 7m0-7-7 7" strokeWidth="1.5" />
    </svg>
  );
}
