/** `demo.desk-…@3` by its number in the story it belongs to; in full for whoever points at it. */
export function EventName({ event }: { readonly event: string }) {
  return (
    <abbr className="event-name" title={event}>
      #{event.slice(event.lastIndexOf('@') + 1)}
    </abbr>
  );
}
