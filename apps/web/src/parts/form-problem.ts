import type { FormInstance } from 'antd';

import { Problem } from '../api/problem.js';

/**
 * Puts what the API says of single fields at those fields. `placeOf` knows where a field of the API stands in the form;
 * whether all of them found their place is answered, so that the rest can be said above the form.
 */
export function placeProblem(
  form: FormInstance,
  error: unknown,
  placeOf: (field: string) => (string | number)[] | undefined,
): boolean {
  if (!(error instanceof Problem) || error.fields.length === 0) return false;
  const placed = error.fields.flatMap(({ field, detail }) => {
    const name = placeOf(field);
    return name === undefined ? [] : [{ name, errors: [detail] }];
  });
  form.setFields(placed);
  return placed.length === error.fields.length;
}
