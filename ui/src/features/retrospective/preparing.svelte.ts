/**
 * Whether somebody asked, from any screen of a team, to prepare a retrospective: the list then
 * opens its dialog.
 */
class Preparing {
  asked = $state(false);
}

export const preparing = new Preparing();
