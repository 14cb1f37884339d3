/** The row that somebody went to by its words. A list that has folded it away unfolds for it. */
class Sought {
  id = $state<string | null>(null);
}

export const sought = new Sought();
