import { useEffect, useState } from 'react';

const FOCUSABLE = 'button:enabled, a[href], input:enabled, select:enabled, textarea:enabled, [tabindex="0"]';

/** Whoever works by keyboard goes on where they were before this came; where that is gone, beside it. */
export function useFocusBack(): void {
  const [before] = useState(() => withParents(document.activeElement));
  useEffect(
    () => () => {
      if (document.activeElement !== null && document.activeElement !== document.body) return;
      const [nearest] = before.filter(({ isConnected }) => isConnected);
      if (nearest === undefined || nearest === document.body) return;
      const target = nearest.matches(FOCUSABLE) ? nearest : nearest.querySelector<HTMLElement>(FOCUSABLE);
      target?.focus({ preventScroll: true });
    },
    [before],
  );
}

function withParents(element: Element | null): readonly HTMLElement[] {
  const found: HTMLElement[] = [];
  for (let at = element; at !== null; at = at.parentElement) if (at instanceof HTMLElement) found.push(at);
  return found;
}
