/**
 * Where the page begins that is wanted of a long list: after so many of its newest rows. A list
 * about something else begins with its newest again. Call while a component is being made.
 */
export function paging(about: () => unknown): { offset: number } {
  let at = $state.raw<{ about: unknown; offset: number }>({ about: null, offset: 0 });
  return {
    get offset() {
      return at.about === about() ? at.offset : 0;
    },
    set offset(offset) {
      at = { about: about(), offset };
    },
  };
}
