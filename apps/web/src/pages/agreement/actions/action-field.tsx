import { Form, Input, Radio, type FormRule } from 'antd';
import type { ReactNode } from 'react';

import type { Agreement, Party } from '../../../api/types.js';
import { useWords } from '../../../i18n/index.js';
import { oneOf } from '../../../parts/local-field.js';
import { AgreementSelect } from '../../../parts/agreement-select.js';
import { DeskSelect } from '../../../parts/desk-select.js';
import { OrganisationSelect } from '../../../parts/organisation-select.js';
import type { Field } from './action-fields.js';
import { PartyChoice } from './party-choice.js';
import { PositionSelect } from './position-select.js';
import { RoleSelect } from './role-select.js';

interface ActionFieldProps {
  readonly field: Field;
  readonly parties: readonly Party[];
  readonly agreement: Agreement;
  /** What the API said of this field. */
  readonly problem: string | undefined;
}

export function ActionField({ field, parties, agreement, problem }: ActionFieldProps) {
  const { t } = useWords();
  const { name, optional = false } = field;
  const hint = optional ? <span className="label"> {t('common.optional')}</span> : null;
  return (
    <Form.Item
      name={name}
      label={
        <span>
          {t(`form.${field.label}`)}
          {hint}
        </span>
      }
      rules={useRules(field)}
      dependencies={field.either === undefined ? [] : [field.either]}
      {...(problem !== undefined && { validateStatus: 'error' as const, help: problem })}
    >
      {input(field, parties, agreement)}
    </Form.Item>
  );
}

function useRules({ optional, either }: Field): FormRule[] {
  const { t } = useWords();
  if (optional === true) return [];
  if (either !== undefined) return [oneOf([either], t('newLetter.oneTitle'))];
  return [{ required: true, message: t('common.required') }];
}

/** Form.Item hands value and onChange to its child, so each input is the child itself. */
function input(field: Field, parties: readonly Party[], agreement: Agreement): ReactNode {
  switch (field.input) {
    case 'party':
      return <PartyChoice parties={parties} />;
    case 'position':
      return <PositionSelect />;
    case 'organisation':
      return <OrganisationSelect />;
    case 'role':
      return <RoleSelect definition={agreement.definition} />;
    case 'means':
      return <WordChoice group="means" words={['ink', 'seal', 'in-app', 'provider']} />;
    case 'milestone-kind':
      return <WordChoice group="milestoneKind" words={['research', 'planning', 'design', 'forum']} />;
    case 'outcome':
      return <WordChoice group="verdict" words={['passed', 'revision-requested', 'failed']} />;
    case 'voided-as':
      return <WordChoice group="voidedAs" words={['entered-in-error', 'duplicate']} />;
    case 'agreement':
      return <AgreementSelect />;
    case 'desk':
      return <DeskSelect />;
    case 'day':
      return <Input type="date" />;
    case 'line':
      return <Input maxLength={200} />;
    case 'prose':
      return <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />;
    default: {
      const never: never = field.input;
      return never;
    }
  }
}

type WordChoiceProps = (
  | { readonly group: 'means'; readonly words: readonly ('ink' | 'seal' | 'in-app' | 'provider')[] }
  | {
      readonly group: 'milestoneKind';
      readonly words: readonly ('research' | 'planning' | 'design' | 'forum')[];
    }
  | { readonly group: 'voidedAs'; readonly words: readonly ('entered-in-error' | 'duplicate')[] }
  | { readonly group: 'verdict'; readonly words: readonly ('passed' | 'revision-requested' | 'failed')[] }
) & { readonly value?: string; readonly onChange?: (value: string) => void };

function WordChoice({ group, words, value, onChange, ...rest }: WordChoiceProps) {
  const { t } = useWords();
  const options = words.map((word) => ({ value: word, label: t(`${group}.${word}` as 'means.ink') }));
  return (
    <Radio.Group
      {...rest}
      value={value}
      options={options}
      onChange={(event) => onChange?.(String(event.target.value))}
    />
  );
}
