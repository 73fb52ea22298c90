import { VOIDED } from '@entente/agreement';
import { ListDefinitions, type Asked } from '@entente/application';
import type { QueryBus } from '@nestjs/cqrs';

import { inLanguage, terminalLanguage } from './output.js';

/** What the definitions of a space, shipped and published, call their stages. */
export class StageTitles {
  private constructor(private readonly stages: readonly Stage[]) {}

  static async of(queries: QueryBus, who: Asked): Promise<StageTitles> {
    const { items } = await queries.execute(new ListDefinitions(who));
    return new StageTitles(items.flatMap(({ kind, stages }) => stages.map((stage) => ({ kind, ...stage }))));
  }

  get names(): readonly string[] {
    return [...new Set([...this.stages, VOIDED].map(({ name }) => name))];
  }

  /** In the terminal's language. */
  title(kind: string, name: string): string {
    const named = [...this.stages.filter((stage) => stage.kind === kind), ...this.stages, VOIDED];
    const found = named.find((stage) => stage.name === name);
    return found ? inLanguage(found.title, terminalLanguage(process.env)) : name;
  }
}

interface Stage {
  readonly kind: string;
  readonly name: string;
  readonly title: Readonly<Parameters<typeof inLanguage>[0]>;
}
