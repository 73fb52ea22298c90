import type { InfiniteData } from '@tanstack/react-query';

import { Problem } from './problem.js';
import type { Page } from './types.js';

export const nextPage = (page: Page<unknown>): string | undefined => page.nextCursor ?? undefined;

export const rows = <Row>(data: InfiniteData<Page<Row>> | undefined): Row[] =>
  data?.pages.flatMap(({ items }) => items) ?? [];

/** What another try would not change is shown at once; the rest is tried once more. */
export const worthRetrying = (failures: number, error: unknown): boolean =>
  failures < 1 && !(error instanceof Problem && error.status < 500);
