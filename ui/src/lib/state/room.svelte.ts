/**
 * Room size: everything larger, to be read from five metres. It belongs to the moment, not to the
 * machine.
 */
class Room {
  on = $state(false);

  set(on: boolean): void {
    this.on = on;
    if (on) document.documentElement.dataset['scale'] = 'room';
    else delete document.documentElement.dataset['scale'];
  }
}

export const room = new Room();
