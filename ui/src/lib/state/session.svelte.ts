import {
  commandReads,
  type Access,
  type Board,
  type CardPlace,
  type ChangeBatch,
  type ClockAhead,
  type ClockStart,
  type GatheringLine,
  type PeerLine,
  type Presence,
  type Push,
  type Trouble,
} from '../api/bindings';
import { call, onPush } from '../api/client';
import { announce, announceAll, listenTo } from '../data/hub';
import { LiveQuery } from '../data/live.svelte';

interface Heard {
  seq: number;
  /** When it was written, UTC milliseconds. */
  at: number | null;
}

const nobody: Presence = { peers: [], card: null, retrospective: null, clock: null };

/** The open board around every screen: its frame view, who is here, whether the file answers. */
class Session {
  readonly board = new LiveQuery<Board>();
  peers = $state.raw<PeerLine[]>([]);
  /** Where the coaching card stands that is followed here. */
  card = $state.raw<CardPlace | null>(null);
  /**
   * Who stands in front of the retrospective that is followed here, and how many notes wait there.
   */
  retrospective = $state.raw<GatheringLine | null>(null);
  /** When the shared clock was started of what is followed here. */
  clock = $state.raw<ClockStart | null>(null);
  /** How far the newest long work is. */
  progress = $state.raw<Extract<Push, { kind: 'progress' }> | null>(null);
  /** Since when the file does not answer; null while it does. */
  unreachableSince = $state<number | null>(null);
  #watching = $state(false);
  #access = $state<Access | null>(null);
  #pushedTrouble = $state<Trouble | null>(null);
  #readTrouble = $state<Trouble | null>(null);
  /** Whose clock has been read of; undefined before anybody's. */
  #readClock = $state<string | null>();

  /** The newest operation that this window has heard of. */
  #heard = $state.raw<Heard>({ seq: 0, at: null });

  readonly #names = $derived(new Map(this.board.data?.people.map(({ id, name }) => [id, name])));

  get access(): Access {
    return this.#access ?? this.board.data?.access ?? 'readWrite';
  }
  get writable(): boolean {
    return !this.#watching && this.access === 'readWrite' && this.unreachableSince === null;
  }
  /** This window only shows: nothing is written in it, whatever the file allows. */
  watch(): void {
    this.#watching = true;
  }

  /** What is wrong with the file, until it was read. */
  get trouble(): Trouble | null {
    const known = this.#pushedTrouble ?? this.board.data?.trouble ?? null;
    return known === this.#readTrouble ? null : known;
  }
  readTrouble(): void {
    this.#readTrouble = this.trouble;
  }

  /** A colleague's clock that runs ahead, until it was read. */
  get clockAhead(): ClockAhead | null {
    const ahead = this.board.data?.clockAhead ?? null;
    return ahead?.byName === this.#readClock ? null : ahead;
  }
  readClock(): void {
    this.#readClock = this.board.data?.clockAhead?.byName;
  }

  readonly #newest = $derived<Heard>(
    this.board.asOfSeq < this.#heard.seq
      ? this.#heard
      : { seq: this.board.asOfSeq, at: this.board.data?.savedAt ?? null },
  );
  /** When anybody last saved, UTC milliseconds. */
  get savedAt(): number | null {
    return this.#newest.at;
  }
  /** How far the log goes, as far as this window has heard. */
  get seq(): number {
    return this.#newest.seq;
  }

  nameOf(person: string | null): string | null {
    return (person && this.#names.get(person)) || null;
  }

  /** Who writes in this field of this row, other than oneself. */
  writerOf(id: string | undefined, field: string): string | null {
    return (
      this.peers.find((peer) => peer.writingId === id && peer.writingField === field)?.name ?? null
    );
  }

  /** A presence that cannot be told is no reason to disturb anybody. */
  tellWriting(place: { id: string | null; field: string } | null): void {
    void call('presence_writing', place ?? {}).catch(() => undefined);
  }

  /** From here on what the core pushes reaches the live views. Returns the way to stop. */
  start(): () => void {
    const stops = [
      onPush((push) => this.#receive(push)),
      listenTo(commandReads.board_get, () => void this.board.refresh()),
    ];
    return () => stops.forEach((stop) => stop());
  }

  /** Another board, or none: everything is read anew. */
  async open(board: string | null): Promise<void> {
    this.#access = null;
    this.#pushedTrouble = null;
    this.#readTrouble = null;
    this.unreachableSince = null;
    this.#heard = { seq: 0, at: null };
    this.see(nobody);
    this.board.ask(board === null ? null : () => call('board_get'));
    if (board === null) return;
    announceAll();
    this.see(await call('presence_get').catch(() => nobody));
  }

  /** Who is here, as the core has just said. */
  see({ peers, card, retrospective, clock }: Presence): void {
    this.peers = peers;
    this.card = card ?? null;
    this.retrospective = retrospective ?? null;
    this.clock = clock ?? null;
  }

  #hear({ to, wrote, operations }: ChangeBatch): void {
    this.#heard = { seq: to, at: operations.at(-1)?.at ?? this.savedAt };
    // What can be undone goes with every write of one's own; of clocks ahead the core judges.
    const clocks = this.clockAhead !== null || operations.some(({ at }) => at > Date.now());
    if (clocks || operations.some(({ mine }) => mine)) void this.board.refresh();
    announce(wrote);
  }

  #receive(push: Push): void {
    switch (push.kind) {
      case 'changes':
        this.#hear(push.batch);
        break;
      case 'presence':
        this.see(push.presence);
        break;
      case 'reach':
        this.unreachableSince = push.reachable ? null : push.since;
        if (push.reachable) announceAll();
        break;
      case 'access':
        this.#access = push.access;
        break;
      case 'progress':
        this.progress = push;
        break;
      case 'trouble':
        this.#pushedTrouble = push.trouble;
        break;
    }
  }
}

export const session = new Session();
