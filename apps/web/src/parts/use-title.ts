import { useEffect } from 'react';

export function useTitle(...parts: (string | undefined)[]): void {
  const title = [...parts.filter((part) => part !== undefined && part !== ''), 'Entente'].join(' · ');
  useEffect(() => {
    document.title = title;
  }, [title]);
}
