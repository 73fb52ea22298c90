import { meaningsOf } from '@entente/agreement';
import { ListDefinitions, type Asked, type SoughtAttributes } from '@entente/application';
import type { QueryBus } from '@nestjs/cqrs';

import { RequestProblem, type FieldProblem } from '../problems/request-problem.js';

/** As it stands in the address: a text by the attribute's name. */
export type AskedAttributes = Readonly<Record<string, string>>;

/** What the texts mean by the definitions that the viewer's space has; an attribute that none knows is refused by name. */
export async function soughtAttributes(
  queries: QueryBus,
  asked: Asked,
  attribute: AskedAttributes = {},
): Promise<SoughtAttributes> {
  const texts = Object.entries(attribute);
  if (texts.length === 0) return {};
  const { items } = await queries.execute(new ListDefinitions(asked));
  const meant = texts.map(([name, text]) => [name, meaningsOf(items, name, text)] as const);
  const errors = meant.flatMap(([name, values]): FieldProblem[] => {
    const field = `attribute.${name}`;
    if (values === undefined) return [{ field, code: 'unknown-field' }];
    return values.length === 0 ? [{ field, code: 'malformed' }] : [];
  });
  if (errors.length > 0) throw new RequestProblem('invalid-query', { errors });
  return Object.fromEntries(meant.map(([name, values = []]) => [name, values]));
}
