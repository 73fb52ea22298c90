/** A page that asks nobody who they are: its address says it all. */
export const isForAnybody = (pathname: string): boolean => pathname.startsWith('/answer/');
