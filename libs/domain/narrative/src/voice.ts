import {
  definitions,
  EXPIRED,
  VOIDED,
  type Language,
  type LocalText,
  type WorkflowDefinition,
} from '@entente/agreement';
import { parseStreamName, type EventEnvelope, type Fact } from '@entente/event-sourcing';
import { dayInWords } from './day-in-words.js';

/** Names at the moment of telling: one that was erased is not there any more. */
export interface Names {
  person(id: string): LocalText | undefined;
  organisation(id: string): LocalText | undefined;
  position(id: string): LocalText | undefined;
  /** Title of a milestone, where the caller knows the agreement. */
  milestone?(id: string): LocalText | undefined;
  /** What the agreement goes by, where the caller knows it; shipped ones are known anyway. */
  readonly definition?: WorkflowDefinition | undefined;
}

export type AnyEvent = EventEnvelope<Fact<string, object>>;

const UNKNOWN = {
  person: { zh: '某人', en: 'somebody' },
  organisation: { zh: '某单位', en: 'an organisation' },
  position: { zh: '某职位', en: 'a position' },
  milestone: { zh: '一项里程碑', en: 'a milestone' },
  system: { zh: '系统', en: 'the system' },
} as const;

const ERASED_TEXT = { zh: '（已删除）', en: '(erased)' } as const;

/** What sentences are made of, in one language. */
export class Voice {
  constructor(
    readonly language: Language,
    private readonly names: Names,
  ) {}

  /** Who did it, as the beginning of a sentence. */
  actor({ actor }: AnyEvent): string {
    const name = actor.startsWith('system:') ? UNKNOWN.system[this.language] : this.person(actor);
    return capitalised(name);
  }

  person(id: string): string {
    return this.text(this.names.person(id)) ?? UNKNOWN.person[this.language];
  }

  organisation(id: string): string {
    return this.text(this.names.organisation(id)) ?? UNKNOWN.organisation[this.language];
  }

  position(id: string): string {
    return this.text(this.names.position(id)) ?? UNKNOWN.position[this.language];
  }

  milestone(id: string): string {
    const title = this.text(this.names.milestone?.(id));
    if (title === undefined) return UNKNOWN.milestone[this.language];
    return this.language === 'zh' ? `里程碑“${title}”` : `the milestone “${title}”`;
  }

  /** In this language, or else in the other one. */
  text(text: LocalText | undefined): string | undefined {
    return this.language === 'zh' ? (text?.zh ?? text?.en) : (text?.en ?? text?.zh);
  }

  name(text: LocalText): string {
    return this.text(text) ?? '';
  }

  date(date: string): string {
    return dayInWords(date, this.language);
  }

  /** Null: it was erased. */
  quoted(text: string | null): string {
    if (text === null) return ERASED_TEXT[this.language];
    return `“${withoutStop(text)}”`;
  }

  list(items: readonly string[]): string {
    if (this.language === 'zh') return items.join('、');
    return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`;
  }

  stage(name: string): string {
    const stage = [...this.#definitions().flatMap(({ stages }) => stages), VOIDED, EXPIRED].find(
      (known) => known.name === name,
    );
    return lowered(this.text(stage?.title) ?? name);
  }

  role(name: string): string {
    const role = this.#definitions()
      .flatMap(({ partyRoles }) => partyRoles)
      .find((known) => known.role === name);
    return lowered(this.text(role?.title) ?? name);
  }

  kind(name: string): string {
    const definition = this.#definitions().find((known) => known.kind === name);
    return lowered(this.text(definition?.title) ?? name);
  }

  #definitions(): readonly WorkflowDefinition[] {
    const { definition } = this.names;
    return definition ? [definition, ...definitions()] : definitions();
  }
}

/** Without the full stop (or its like) at its end, for what goes on. */
export function withoutStop(text: string): string {
  return text.trim().replace(/[.。!！;；]+$/u, '');
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Id of the stream an event stands in: the agreement's, organisation's or person's. */
export function streamId({ stream }: AnyEvent): string {
  return parseStreamName(stream).id;
}

export function lowered(text: string): string {
  return text.slice(0, 1).toLowerCase() + text.slice(1);
}
