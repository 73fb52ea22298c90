import type { AccessRefusalCode } from '@entente/access';
import type { AgreementRefusalCode, DefinitionRefusalCode, FileRefusalCode } from '@entente/agreement';
import type { DirectoryRefusalCode } from '@entente/directory';
import type { CommandPathCode, EventRefused } from '@entente/event-sourcing';
import type { MeetingRefusalCode } from '@entente/meeting';
import type { ReminderRefusalCode } from '@entente/reminder';
import type { Language } from '@entente/agreement';

import { conditionText } from './words.js';
import { Voice } from './voice.js';

export type RefusalCode =
  | AgreementRefusalCode
  | DefinitionRefusalCode
  | MeetingRefusalCode
  | FileRefusalCode
  | DirectoryRefusalCode
  | ReminderRefusalCode
  | AccessRefusalCode
  | CommandPathCode
  | EventRefused['code'];

export type RefusalFacts = Readonly<Record<string, unknown>>;

export type RefusalSentences<Code extends string> = Readonly<
  Record<Code, Readonly<Record<Language, string | ((words: RefusalWords) => string)>>>
>;

const NOBODY = { person: () => undefined, organisation: () => undefined, position: () => undefined };

/** The facts of a refusal in words; one that is missing or of another shape is told as a gap, never as an error. */
export class RefusalWords {
  readonly #voice: Voice;

  constructor(
    private readonly language: Language,
    private readonly facts: RefusalFacts,
  ) {
    this.#voice = new Voice(language, NOBODY);
  }

  value(name: string): string {
    const value = this.facts[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '…';
  }

  quoted(name: string): string {
    return this.#voice.quoted(this.value(name));
  }

  /** A name in our languages. */
  name(name: string): string {
    const value = this.facts[name];
    const isName = typeof value === 'object' && value !== null && !Array.isArray(value);
    return (isName ? this.#voice.text(value) : undefined) ?? '…';
  }

  date(name: string): string {
    const value = this.value(name);
    return /^\d{4}-\d{2}-\d{2}$/.test(value) ? this.#voice.date(value) : value;
  }

  stage(name: string): string {
    return this.#voice.stage(this.value(name));
  }

  stages(name: string): string {
    return this.#list(this.#texts(name).map((stage) => this.#voice.stage(stage)));
  }

  conditions(name: string): string {
    return this.#list(this.#texts(name).map((condition) => conditionText(condition, this.language)));
  }

  roles(name: string): string {
    return this.#list(this.#texts(name).map((role) => this.#voice.role(role)));
  }

  role(name: string): string {
    return this.#voice.role(this.value(name));
  }

  count(name: string): string {
    const value = this.facts[name];
    return Array.isArray(value) ? String(value.length) : '…';
  }

  has(name: string): boolean {
    return this.facts[name] !== undefined;
  }

  is(name: string): boolean {
    return this.facts[name] === true;
  }

  #texts(name: string): string[] {
    const value = this.facts[name];
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
  }

  #list(items: readonly string[]): string {
    return items.length === 0 ? '…' : this.#voice.list(items);
  }
}
