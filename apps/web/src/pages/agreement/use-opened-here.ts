import { useEffect, useRef, type RefObject } from 'react';
import { useLocation } from 'react-router';

/** The page is drawn after the browser has looked for the place its address names. */
export function useOpenedHere(place: string): RefObject<HTMLDivElement | null> {
  const card = useRef<HTMLDivElement>(null);
  const { hash } = useLocation();
  useEffect(() => {
    if (hash !== `#${place}`) return;
    card.current?.scrollIntoView({ block: 'center' });
    card.current?.focus({ preventScroll: true });
  }, [hash, place]);
  return card;
}
